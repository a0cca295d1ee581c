"""What follows from changes, also for items that did not change themselves."""
