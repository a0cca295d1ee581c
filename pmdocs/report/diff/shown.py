"""What all formats show in the same way: cut texts, and differences between words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.changes.words import Run, word_diff

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.analysis.changes.change import Change, ItemChanges

PAGES = {"added": "new", "removed": "gone", "changed": "changed"}
TOP = 10
# What is lighter says nothing new to anybody: another file, another order.
LIGHTEST, _SECOND = 5, 55
_WORDED = frozenset({"scope", "text"})
_AROUND = 40
_LONG = 60


def cut(text: str, longest: int) -> str:
    """A text on one line, of at most so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def top_of(items: Sequence[ItemChanges]) -> list[tuple[ItemChanges, Change]]:
    """The ten changes that a stakeholder should read first: at most two of each item."""
    return _told(items)[:TOP]


def rest_of(items: Sequence[ItemChanges]) -> int:
    """How many changes of all there are beside those ten."""
    return sum(len(one.changes) for one in items) - len(top_of(items))


def _told(items: Sequence[ItemChanges]) -> list[tuple[ItemChanges, Change]]:
    return [
        (one, change)
        for one in items
        for place, change in enumerate(one.changes[:2])
        if change.weight >= (_SECOND if place else LIGHTEST)
    ]


def is_reworded(change: Change) -> bool:
    """Whether a text was replaced by another, so that single words can be compared."""
    return change.sort in _WORDED and bool(change.old and change.new)


def runs(change: Change) -> tuple[Run, ...]:
    """The words of both texts, with only a little of what is the same between them."""
    return tuple(shortened(word_diff(change.old, change.new)))


def shortened(found: Sequence[Run]) -> Iterator[Run]:
    """Runs of words with the long ones cut in their middle, where nothing differs."""
    for number, run in enumerate(found):
        if run.sort != "same" or len(run.text) <= _LONG + 2 * _AROUND:
            yield run
            continue
        head = "" if number == 0 else _head(run.text)
        tail = "" if number == len(found) - 1 else _tail(run.text)
        yield Run("same", f"{head} … {tail}")


def _head(text: str) -> str:
    return text[:_AROUND].rsplit(" ", 1)[0]


def _tail(text: str) -> str:
    return text[-_AROUND:].split(" ", 1)[-1]
