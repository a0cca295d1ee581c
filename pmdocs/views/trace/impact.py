"""What is affected if an item changes, for people: by distance, with the reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from pmdocs.analysis.trace import affected_directly, walk
from pmdocs.model.ids import number_of
from pmdocs.model.kinds.story import Story
from pmdocs.views.ref import Ref, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.trace import Reached
    from pmdocs.project.project import Project

# As far as a page looks; whoever wants all of it asks the command line.
FAR = 100
LONG = 15
SHORT = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """An item that is affected: why, and how many acceptance criteria it has."""

    item: Ref
    reason: str
    criteria: int


@dataclass(frozen=True, slots=True)
class Step:
    """What is affected over the same number of links."""

    distance: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """What is affected if an item changes.

    `counts` are numbers with the word for what is counted. `more` items are affected
    than `steps` hold; unless `complete`, even more than that.
    """

    counts: tuple[tuple[int, str], ...]
    steps: tuple[Step, ...]
    more: int
    complete: bool

    @property
    def is_short(self) -> bool:
        """Whether all of it can be read at one glance."""
        return not self.more and sum(len(step.entries) for step in self.steps) <= SHORT


NOTHING = Impact((), (), 0, complete=True)


def impact_of(project: Project, id: str) -> Impact:
    """What is affected if the item or part with this id changes."""
    trace = walk(project, id, partial(affected_directly, project), limit=FAR)
    kinds = {one.id: project.kind_of(one.id) or "" for one in trace.found}
    places = {kind: place for place, kind in enumerate(project.settings.kinds.by_name)}
    found = sorted(
        trace.found,
        key=lambda one: (one.distance, places.get(kinds[one.id], len(places)), _order(one)),
    )
    steps = groupby(found[:LONG], key=lambda one: one.distance)
    return Impact(
        tuple(_counts(project, id, kinds)),
        tuple(Step(d, tuple(_entry(project, one) for one in some)) for d, some in steps),
        max(0, len(found) - LONG),
        trace.complete,
    )


def without(reason: str, id: str) -> str:
    """A reason without the item that it begins with: `realises PRD-1`."""
    return reason.removeprefix(f"{id} ")


def _entry(project: Project, one: Reached) -> Entry:
    reason = without(one.reason, one.id)
    return Entry(ref_to(project, one.id), reason, _criteria(project, one.id))


def _criteria(project: Project, id: str) -> int:
    item = project.items.get(id)
    return sum(bool(one.id) for one in item.criteria) if isinstance(item, Story) else 0


def _order(one: Reached) -> tuple[int, int]:
    owner, _, part = one.id.partition(".")
    return number_of(owner), number_of(part)


def _counts(project: Project, id: str, kinds: dict[str, str]) -> Iterator[tuple[int, str]]:
    for kind, number in Counter(kinds.values()).most_common():
        yield number, _words(project, kind, number)
    stories = (other for other, kind in kinds.items() if kind == Story.kind)
    criteria = sum(_criteria(project, other) for other in (id, *stories))
    if criteria:
        yield criteria, "acceptance " + ("criterion" if criteria == 1 else "criteria")


def _words(project: Project, name: str, number: int) -> str:
    kind = project.settings.kinds.by_name.get(name)
    if kind is None:
        return name if number == 1 else f"{name}s"
    word = kind.label if number == 1 else kind.plural
    return word if word[:2].isupper() else word.lower()
