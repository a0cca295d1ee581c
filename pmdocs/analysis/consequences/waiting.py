"""Who has to wait: items that depend on something later, gone or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.changes.amounts import counted
from pmdocs.analysis.changes.sentence import Id, listed
from pmdocs.analysis.consequences.consequence import Consequence
from pmdocs.model.kinds.release import Release

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.analysis.changes.compare import Pairs
    from pmdocs.analysis.changes.sentence import Sentence
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

_BLOCKED, _LATE, _WAITS = 82, 78, 60


def blocked(old: Project, new: Project, pairs: Pairs) -> Iterator[Consequence]:
    """The open items that are to begin before something ends that they depend on.

    Compared as far as dates are exact: what starts in the quarter in which the other ends
    may well start after it. Also those that depend on something that was dropped.
    """
    before = {(pairs.now(id), pairs.now(other)) for id, other, _ in _blocked(old)}
    for id, other, sentence in _blocked(new):
        if (id, other) not in before:
            yield Consequence("blocked", id, sentence, _BLOCKED, (other,))


def after_release(old: Project, new: Project, pairs: Pairs) -> Iterator[Consequence]:
    """The items of a release that end after its date."""
    before = {(pairs.now(id), pairs.now(release)) for id, release in _late(old)}
    for id, release in _late(new):
        if (id, release) not in before:
            item, date = new.items[id], new.items[release].dates["date"]
            assert item.when is not None  # noqa: S101 - it would not be late
            ends = f"ends {item.when.end.then}, after its release "
            sentence = (ends, Id(release), f" {date.then}")
            yield Consequence("after release", id, sentence, _LATE, (release,))


def downstream(new: Project, slipped: Iterable[str]) -> Iterator[Consequence]:
    """For each item that ends later, the open items that wait for it, however far away."""
    for id in slipped:
        waiting = _waiting(new, id)
        if waiting:
            verb = "waits" if len(waiting) == 1 else "wait"
            words = f"is later, and {counted(len(waiting), 'open item')} {verb} for it: "
            sentence = (words, *listed([*map(Id, waiting)]))
            yield Consequence("waits", id, sentence, _WAITS + min(len(waiting), 9), tuple(waiting))


def _blocked(project: Project) -> Iterator[tuple[str, str, Sentence]]:
    for item in project.items.values():
        if item.state.closed:
            continue
        for link in project.graph.out(item.id, "depends_on"):
            other = project.items.get(link.target)
            if other is None or other is item or link.item is not item:
                continue
            if other.state.role == "dropped":
                yield item.id, other.id, ("depends on ", Id(other.id), ", which is dropped")
            elif not other.state.closed and (late := _too_late(item, other)):
                yield item.id, other.id, late


def _too_late(item: Item, other: Item) -> Sentence | None:
    mine, theirs = item.when, other.when
    if mine is None or theirs is None or not mine.start < theirs.end:
        return None
    begins, ends = mine.start.then, theirs.end.then
    return (f"is blocked: it begins {begins}, before ", Id(other.id), f" ends {ends}")


def _late(project: Project) -> Iterator[tuple[str, str]]:
    for release in project.of(Release):
        if release.state.closed or "date" not in release.dates:
            continue
        for link in project.graph.into(release.id, "release"):
            item = link.item
            if not item.state.closed and item.when and item.when.end > release.date:
                yield item.id, release.id


def _waiting(project: Project, id: str) -> list[str]:
    found: dict[str, None] = {}
    left = [id]
    while left:
        for link in project.graph.into(left.pop(), "depends_on"):
            item = link.item
            if item.id not in found and item.id != id and not item.state.closed:
                found[item.id] = None
                left.append(item.id)
    return [*found]
