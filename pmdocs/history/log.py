"""Commits, as `git log --raw -z` tells them."""

from __future__ import annotations

import datetime as dt
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OPTIONS = (
    "--raw",
    "-z",
    "--no-abbrev",
    "--relative",
    "--find-renames",
    "--no-show-signature",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-mailmap",
    "--format=tformat:%H%x1f%P%x1f%at%x1f%ct%x1f%s",
)
_MARK = "\x1f"
_BEGINNING = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Change:
    """What a commit did to one file.

    `status` is git's letter: A added, M modified, D deleted, R renamed, T another
    type. `blob` is the id of the new text, and `old_blob` that of the old one; empty
    where there is none. `old_path` differs from `path` where a file was renamed.
    """

    status: str
    path: str
    old_path: str
    blob: str
    old_blob: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit with what it changed; times are in UTC."""

    id: str
    parents: tuple[str, ...]
    authored: dt.datetime
    committed: dt.datetime
    subject: str
    changes: tuple[Change, ...]


def commits(text: str) -> Iterator[Commit]:
    """The commits in what `git log` with these options says, in its order."""
    # Some of the tokens begin with the line break that ends a head.
    tokens = deque(token.removeprefix("\n") for token in text.split("\0"))
    while tokens:
        head = tokens.popleft()
        if head:
            yield _commit(head, tuple(_changes(tokens)))


def _commit(head: str, changes: tuple[Change, ...]) -> Commit:
    id, parents, authored, committed, subject = head.split(_MARK, 4)
    return Commit(id, tuple(parents.split()), _time(authored), _time(committed), subject, changes)


def _changes(tokens: deque[str]) -> Iterator[Change]:
    while tokens and (not tokens[0] or tokens[0].startswith(":")):
        token = tokens.popleft()
        if token:
            yield _change(token, tokens)


def _change(token: str, tokens: deque[str]) -> Change:
    """One change; of a merge, the old text is that of its first parent."""
    parents = len(token) - len(token.lstrip(":"))
    words = token.lstrip(":").split(" ")
    old, new = words[parents + 1], words[2 * parents + 1]
    status = words[-1][0]
    before = tokens.popleft()
    # Of a merge only the present name is told.
    moved = parents == 1 and status in "RC"
    return Change(status, tokens.popleft() if moved else before, before, _id(new), _id(old))


def _id(blob: str) -> str:
    return blob if blob.strip("0") else ""


def _time(seconds: str) -> dt.datetime:
    # A commit can claim any time, even one that no calendar has.
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (ValueError, OverflowError, OSError):
        return _BEGINNING
