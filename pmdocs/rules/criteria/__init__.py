"""When a story is ready and when it is done, and when a PRD is agreed on."""
