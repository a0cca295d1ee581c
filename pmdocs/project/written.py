"""Queries as they are written in files: what is wrong in them, at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding
from pmdocs.errors import QueryError
from pmdocs.project.select import understand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.project.config import Settings
    from pmdocs.project.terms import Terms
    from pmdocs.source.node import Scalar
    from pmdocs.text import Span


def wrong_query(
    query: Scalar, settings: Settings, code: str, terms: Terms | None = None
) -> Iterator[Finding]:
    """What cannot be understood in a query, from there to its end."""
    try:
        understand(query.text, settings, terms)
    except QueryError as error:
        span = within(query, error.column - 1, len(query.text))
        yield Finding(span, error.message, error.hint or None, code=code)


def within(value: Scalar, start: int, end: int) -> Span:
    """Where a stretch of the text of a value was written; all of it, if that cannot be told."""
    source, at = value.source, value.source.text.find(value.text, value.start, value.end)
    if at < 0:
        return value.span
    first = min(at + start, value.end - 1)
    return source.span(first, max(first, at + end))
