"""What dates and statuses say together."""
