"""Problems of the program and its use, never of what a user wrote in a file."""

from __future__ import annotations


class PmdocsError(Exception):
    """Something that stops the program; the hint says what to do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        """Keep the message, in lower case, and the hint apart."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class QueryError(PmdocsError):
    """A query that cannot be understood; `column` counts from 1."""

    def __init__(self, message: str, column: int, hint: str = "") -> None:
        """Keep the column of the first character that makes no sense."""
        super().__init__(message, hint)
        self.column = column
