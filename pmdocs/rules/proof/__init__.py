"""What tests and people have shown, and the files that tell of it."""
