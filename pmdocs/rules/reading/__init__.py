"""What files must be like, so that they can be read at all."""
