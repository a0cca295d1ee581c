"""Rules about what changed, as far as git knows."""
