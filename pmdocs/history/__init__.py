"""The past of a project, read through the git program."""
