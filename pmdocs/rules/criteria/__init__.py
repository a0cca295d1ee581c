"""When a story is done."""
