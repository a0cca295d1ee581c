"""What the forms of several kinds share: bars, lists of other items, tables, approvals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.views.item.values import Fact
    from pmdocs.views.ref import Ref


@dataclass(frozen=True, slots=True)
class Meter:
    """A bar: so much of all, and what that is in words; `failing` says that some of it fails."""

    done: float
    total: float
    words: str
    failing: bool = False

    @property
    def percent(self) -> int:
        """The share in whole percent, from 0 to 100, rounded down: 100 means all."""
        share = self.done * 100 // self.total if self.total > 0 else 0
        return int(min(max(share, 0), 100))


@dataclass(frozen=True, slots=True)
class Entry:
    """Another item in a list: how far it has come, and what to know about it.

    `gap` says what it lacks or what is wrong with it. One of `depth` 1 belongs to the
    last of `depth` 0 above it.
    """

    ref: Ref
    note: str = ""
    meter: Meter | None = None
    gap: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of other items, and how far all of them have come."""

    entries: tuple[Entry, ...]
    meter: Meter | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, with the anchor of the part that it is."""

    cells: tuple[Fact, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of a table that belong together, below a title if there is one."""

    rows: tuple[Row, ...]
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: each row has as many cells as there are columns."""

    columns: tuple[str, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Seal:
    """Somebody who has to agree, and what they said."""

    role: str
    name: str
    said: str
    shape: str
    date: str


@dataclass(frozen=True, slots=True)
class Check:
    """Something on a checklist; `who` sees to it."""

    text: str
    done: bool
    who: str = ""
    rich: bool = True


@dataclass(frozen=True, slots=True)
class Checklist:
    """Things to check off; `note` says where the list comes from or how far it is."""

    checks: tuple[Check, ...]
    note: str = ""
    meter: Meter | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """A row of steps, with the one that something stands at, and perhaps the one to reach."""

    words: tuple[str, ...]
    now: str
    then: str = ""
