"""What differs between two states of a project, by id and in sentences."""
