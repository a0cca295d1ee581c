"""How the words are chosen."""
