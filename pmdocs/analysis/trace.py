"""What one item builds on, what builds on it, and what is affected if it changes.

A link leads from what builds to what it builds on: a story realises a PRD, a PRD
specifies a roadmap item, an item advances an objective and depends on others. So
what serves an item is found against its links, and what it serves along them.

A change goes the same way: **who links to something is affected when it changes**.
Some links say the opposite of that in their own words, and carry a change to where
they lead (`ONWARD`): a decision affects, a risk threatens, research supports, an
idea leads to something; a release, a sprint, a program and a milestone are affected
by what is part of them, and a persona by what is found out about it. A decision
that supersedes another carries nothing (`STILL`).

Items are followed as wholes: a link to `PRD-1.FR-2` counts for `PRD-1`. Of the
parts of an item only its acceptance criteria are told, because tests hang on them.
From a part the way goes on to other parts of the same item (tasks) as such. What
was dropped is not affected by anything.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from pmdocs.model.ids import local_id
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import PartPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pmdocs.project.graph import Link
    from pmdocs.project.project import Project

# Where a link leads, with the link; parts and their items are together without one.
Step: TypeAlias = tuple[str, "Link | None"]
# The chain from visions to stories: by kind, the field that says what it hangs on.
CHAIN = {"objective": "vision", "item": "objectives", "prd": "item", "story": "prd"}
# Links that carry a change to where they lead, by kind and field.
ONWARD = frozenset(
    {
        ("charter", "milestone"),
        ("charter", "program"),
        ("decision", "affects"),
        ("idea", "leads_to"),
        ("item", "release"),
        ("research", "persona"),
        ("research", "supports"),
        ("risk", "threatens"),
        ("story", "sprint"),
    }
)
# Links that carry no change either way.
STILL = frozenset({("decision", "supersedes")})


@dataclass(frozen=True, slots=True)
class Reached:
    """An item or criterion that was reached, `distance` links away.

    `via` is the id that it was reached from, over a `link`; without one it is part of
    that item, or the item that that is part of.
    """

    id: str
    distance: int
    via: str
    link: Link | None = None

    @property
    def reason(self) -> str:
        """The link in words, which begin with what made the link: `US-3 realises PRD-1`."""
        if self.link:
            return words_of(self.link)
        part, whole = sorted((self.id, self.via), key=lambda id: "." not in id)
        return f"{part} is part of {whole}"


@dataclass(frozen=True, slots=True)
class Trace:
    """What was reached, nearest first; `complete` unless there was more than was asked for."""

    found: tuple[Reached, ...]
    complete: bool = True


def upstream(
    project: Project, id: str, depth: int | None = None, limit: int | None = None
) -> Trace:
    """What an item or part builds on, near and far; a part builds on its item."""
    return walk(project, id, lambda here: serves(project, here), depth, limit)


def downstream(
    project: Project, id: str, depth: int | None = None, limit: int | None = None
) -> Trace:
    """What builds on an item or part, near and far."""
    return walk(project, id, lambda here: served_by(project, here), depth, limit)


def affected(
    project: Project, id: str, depth: int | None = None, limit: int | None = None
) -> Trace:
    """What is affected if an item or part changes, near and far."""

    def near(here: str) -> Iterator[Step]:
        yield from affected_directly(project, here)
        yield from criteria_of(project, here)

    return walk(project, id, near, depth, limit)


def serves(project: Project, id: str) -> Iterator[Step]:
    """What an item or part builds on itself and the link."""
    for link in project.graph.out(id):
        yield end_of(link.target, id), link
    owner, dot, _ = id.partition(".")
    if dot:
        yield owner, None


def served_by(project: Project, id: str) -> Iterator[Step]:
    """What builds on an item or part itself and the link."""
    for link in project.graph.into(id):
        yield end_of(link.source, id), link
    yield from criteria_of(project, id)


def chain_above(project: Project, id: str) -> Iterator[Step]:
    """What an item or part hangs on in the chain from visions to criteria, parts as such."""
    owner, dot, _ = id.partition(".")
    if dot:
        yield owner, None
    elif item := project.items.get(id):
        for link in project.graph.out(id, CHAIN.get(item.kind, "-")):
            yield link.target, link


def chain_below(project: Project, id: str) -> Iterator[Step]:
    """What hangs on an item or part in the chain from visions to criteria."""
    for link in project.graph.into(id):
        if CHAIN.get(link.item.kind) == link.field:
            yield link.item.id, link
    yield from criteria_of(project, id)


def affected_directly(project: Project, id: str) -> Iterator[Step]:
    """What is affected by a change over one link, but for the criteria of the item itself."""
    graph = project.graph
    for link in graph.into(id):
        key = (link.item.kind, link.field)
        if key not in ONWARD and key not in STILL and link.item.state.role != "dropped":
            yield end_of(link.source, id), link
    for link in graph.out(id):
        if (link.item.kind, link.field) in ONWARD:
            owner = project.items.get(link.target.partition(".")[0])
            if owner is not None and owner.state.role != "dropped":
                yield end_of(link.target, id), link


def criteria_of(project: Project, id: str) -> Iterator[Step]:
    """The acceptance criteria of a story that have an id and the link."""
    item = project.items.get(id)
    if isinstance(item, Story):
        for criterion in item.criteria:
            if criterion.id:
                yield f"{id}.{local_id(criterion, item)}", None


def end_of(end: str, here: str) -> str:
    """The end of a link as it is followed: the item, or a part beside the part that we are at."""
    owner, at = end.partition(".")[0], here.partition(".")
    return end if at[1] and owner == at[0] else owner


def words_of(link: Link) -> str:
    """A link as a sentence: `US-3 realises PRD-1`, `RES-1 is evidence for RM-2`."""
    is_named = link.name != link.field.replace("_", " ")
    if link.inverse.startswith("is ") and not is_named:
        return f"{link.target} {link.inverse} {link.source}"
    return f"{link.source} {link.name} {link.target}"


def walk(
    project: Project,
    start: str,
    near: Callable[[str], Iterable[Step]],
    depth: int | None = None,
    limit: int | None = None,
) -> Trace:
    """Go from end to end, the nearest first, to each but once.

    `near` gives the ends that can be reached from an id, each with its link.
    """
    start = present(project, start)
    found: dict[str, Reached] = {}
    ahead = deque([(start, 0)])
    while ahead:
        here, distance = ahead.popleft()
        if distance == depth:
            break
        for id, link in near(here):
            if id == start or id in found:
                continue
            if len(found) == limit:
                return Trace(tuple(found.values()), complete=False)
            found[id] = Reached(id, distance + 1, here, link)
            ahead.append((id, distance + 1))
    return Trace(tuple(found.values()))


def present(project: Project, id: str) -> str:
    """The id that an item or part has today, by any that it had."""
    found = project.find(id)
    if isinstance(found, PartPlace):
        return found.id
    return found.id if found else id
