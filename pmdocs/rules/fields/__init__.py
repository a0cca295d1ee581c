"""What fields must hold, so that an item can be understood."""
