"""How items refer to each other."""
