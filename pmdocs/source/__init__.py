"""Text: files become nodes and sections that know their places."""
