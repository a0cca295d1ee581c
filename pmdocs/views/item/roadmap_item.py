"""A roadmap item: its outcome, its scores, the work behind it, and what waits for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.progress import progress_of
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.views.item.body import to_show
from pmdocs.views.item.entries import sources, specified, targets
from pmdocs.views.item.pieces import Entry, Listing, Meter
from pmdocs.views.item.scores import scores_of
from pmdocs.views.item.values import Block, Form
from pmdocs.views.ref import ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.project.project import Project

_WAITS = "waits"
_STANDS = {"blocked": "is blocked", "at-risk": "is at risk", "dropped": "is dropped"}


def build(project: Project, item: RoadmapItem) -> Form:
    """What the page of a roadmap item shows in its own way."""
    outcome, done = to_show(item, "outcome"), progress_of(project, item.id)
    return Form(
        opening=outcome,
        takes=("outcome",) if outcome else (),
        meter=Meter(done.done, done.total, done.words) if done else None,
        blocks=tuple(_blocks(project, item)),
    )


def _blocks(project: Project, item: RoadmapItem) -> Iterator[Block]:
    if found := tuple(specified(project, item)):
        yield Block("work", "Work", "entries", own=Listing(found), at="theme")
    before = targets(project, item.id, "depends_on")
    after = [one.id for one in sources(project, item.id, "depends_on")]
    if waits := tuple(_first(project, item, before)):
        yield _waiting("waits-for", "Waits for", waits)
    if waited := tuple(_then(project, item, after)):
        yield _waiting("waited-for", "Waits for it", waited)
    if item.scores:
        yield Block("scores", "Scores", "scores", own=scores_of(item.scores), takes=("scores",))


def _waiting(key: str, label: str, entries: tuple[Entry, ...]) -> Block:
    return Block(key, label, "entries", own=Listing(entries), at="theme", beside=_WAITS)


def _first(project: Project, item: RoadmapItem, ids: Iterable[str]) -> Iterator[Entry]:
    """What has to be done before an item, with what speaks against it."""
    for id in ids:
        other = project.items.get(id)
        late = isinstance(other, RoadmapItem) and clashes(other, item)
        trouble = _STANDS.get(other.state.role, "") if other else ""
        yield _waits(project, id, "ends after this one starts" if late else trouble)


def _then(project: Project, item: RoadmapItem, ids: Iterable[str]) -> Iterator[Entry]:
    """What can only be done after an item."""
    for id in ids:
        other = project.items.get(id)
        early = isinstance(other, RoadmapItem) and clashes(item, other)
        yield _waits(project, id, "starts before this one ends" if early else "")


def _waits(project: Project, id: str, gap: str) -> Entry:
    found = project.items.get(id)
    when = found.when.words if found and found.when else ""
    return Entry(ref_to(project, id), when, gap=gap)


def clashes(first: RoadmapItem, then: RoadmapItem) -> bool:
    """Whether the second starts before the first ends, however their dates are read."""
    if first.state.role in {"done", "dropped"} or then.state.role == "dropped":
        return False
    return bool(first.when and then.when and then.when.start < first.when.end)
