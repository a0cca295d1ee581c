"""What a finding says, in the forms that several formats share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.report.places import place
from pmdocs.report.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.diagnostics import Diagnostic, Note
    from pmdocs.report.places import Where


def sentence(d: Diagnostic) -> str:
    """The message, and the hint in brackets, on one line."""
    hint = f" ({d.finding.hint})" if d.finding.hint else ""
    return line(d.finding.message + hint)


def line(words: str) -> str:
    """Words that stay on their line, with what cannot be seen shown as the sign for it."""
    # A line of its own could look like another finding, or like a command to a CI service.
    return visible(words.replace("\n", " "))


def told(notes: Iterable[Note], where: Where) -> Iterator[str]:
    """Each note as `words: path:line:column`, for formats that know one place only."""
    return (line(f"{note.text or 'see'}: {place(note.span, where)}") for note in notes)


def worst_first(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The errors, then the warnings, then the rest, each in the order they came."""
    return sorted(found, key=lambda d: -d.severity.rank)
