"""The kinds of item that come with pmdocs, one file each.

A file's docstring says what the kind is for, and its `## Example` is valid.
"""
