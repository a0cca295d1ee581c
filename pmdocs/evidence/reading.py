"""What comes of one file with results, and how a reader says that it cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding
from pmdocs.text import Position, Span

if TYPE_CHECKING:
    from pmdocs.evidence.result import Result

# A file of results is made by a program, but anybody may have changed it on the way.
LARGEST_STREAM, LARGEST_DOCUMENT = 100_000_000, 20_000_000
MOST_TESTS = 200_000
_MOST_WRONG = 20
_LONGEST = 1_000


class Refused(Exception):  # noqa: N818 - it is no error of the program
    """A reader gives up on a file; whoever called it makes a finding of this."""

    def __init__(self, code: str, message: str, hint: str, at: Position | None = None) -> None:
        """Keep what the finding will say."""
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint
        self.at = at or Position(1, 1)

    def finding(self, name: str) -> Finding:
        """What is said about the file of this name."""
        return Finding(Span(name, self.at, self.at), self.message, self.hint, code=self.code)

    def reading(self, name: str, form: str = "") -> Reading:
        """A file of which nothing counts, with what is said about it."""
        return Reading(name, form, (), (self.finding(name),))


@dataclass(frozen=True, slots=True)
class Reading:
    """The tests of one file; `format` is what people call its form.

    Nothing in a file counts that cannot be read to its end: what is missing may be
    what failed.
    """

    name: str
    format: str
    results: tuple[Result, ...] = ()
    findings: tuple[Finding, ...] = ()


def too_many() -> Refused:
    """A file holds more tests than are read."""
    message = f"the file holds more than {MOST_TESTS:,} tests, and is passed over"
    return Refused("PM851", message, "let each job write a file of its own")


def too_large(most: int) -> Refused:
    """A file is larger than what is read."""
    message = f"the file is larger than the {most:,} bytes that are read, and is passed over"
    hint = "leave the output of the tests out of it, or let each job write a file of its own"
    return Refused("PM851", message, hint)


def wrong_ids(name: str, wrong: dict[str, tuple[Position, str]]) -> tuple[Finding, ...]:
    """What is said about words that stand where ids should, by the words; the first twenty."""
    return tuple(
        Finding(Span(name, at, at), f"`{text}` is not the id of a criterion", hint, code="PM855")
        for text, (at, hint) in list(wrong.items())[:_MOST_WRONG]
    )


def words(text: object, most: int = _LONGEST) -> str:
    """A stranger's text, cut, and with nothing in it that no file can hold."""
    short = str(text)[:most].strip() if text else ""
    return short if short.isascii() else short.encode("utf-8", "replace").decode()
