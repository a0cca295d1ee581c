"""What pmdocs has to say about a project."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.text import Span


class Severity(StrEnum):
    """How much a diagnostic matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """A number that grows with the weight: 0 for info, 2 for an error."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]


@dataclass(frozen=True, slots=True)
class Note:
    """Another place that helps to understand a finding."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Other words for a stretch of a file; an empty stretch takes them in between."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding, all of them or none.

    A safe fix changes how something is written, and never what it says; any
    other is a guess, which a person should look at.
    """

    edits: tuple[Edit, ...]
    safe: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader or a rule has found, before it is judged.

    Messages quote the user's words in backticks, start in lower case and have
    no full stop; the hint says what to write. `code` is filled in by whoever
    knows it: readers themselves, or the rule that is run. `item` is the id of
    the item it is about, if there is one. `label` stands beside the underline.
    `fix` is how to mend it without a person, where that can be.
    """

    span: Span
    message: str
    hint: str | None = None
    notes: tuple[Note, ...] = ()
    label: str = ""
    code: str = ""
    item: str | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with the rule that it breaks and how much that matters."""

    code: str
    name: str
    severity: Severity
    finding: Finding

    @property
    def span(self) -> Span:
        """Where it is."""
        return self.finding.span


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, if one is like it at all.

    Upper and lower case do not matter.
    """
    words = {w.lower(): w for w in known}
    close = get_close_matches(word.lower(), words, n=3)
    # Letters that changed places are the most likely slip of all.
    swapped = (w for w in close if sorted(w) == sorted(word.lower()))
    return words[next(swapped, close[0])] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the closest known word, if one is close enough."""
    close = closest(word, known)
    return f"did you mean `{close}`?" if close else None
