"""Links whose target says something else than when the item that builds on it was last touched."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pmdocs.model.ids import ids_twice
from pmdocs.model.normative import digest

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from pmdocs.history.past import Past
    from pmdocs.model.item import Item
    from pmdocs.model.normative import Wording
    from pmdocs.project.graph import Link
    from pmdocs.project.project import Project

# The fields that say what an item builds on.
BUILDS_ON = ("prd", "item", "objectives", "vision", "depends_on", "delivers")


@dataclass(frozen=True, slots=True)
class Suspect:
    """A link to read again: what its target said, what it says now, and since when.

    `is_reviewed` says that somebody reviewed the link with the words of `then`.
    """

    link: Link
    target: Item
    then: Wording
    now: Wording
    day: dt.date | None
    is_reviewed: bool = False

    @property
    def places(self) -> Iterator[tuple[str, str, str]]:
        """Where the target says something else, such as `FR-2`; what it said, what it says."""
        for name in dict.fromkeys((*self.now, *self.then)):
            old, new = self.then.get(name, ""), self.now.get(name, "")
            if old != new:
                yield name, old, new

    @property
    def digest(self) -> str:
        """The name of the words that the target has now."""
        return digest(self.now)


def suspects(
    project: Project, past: Past, fields: Iterable[str] = BUILDS_ON, *, done: bool = True
) -> Iterator[Suspect]:
    """The links of items, by these fields, that somebody should look at again.

    Those that came up since the base, where it was named; all of them otherwise. With
    `done` those of what is finished as well: what was built may not fit any more.
    """
    for item in project.items.values():
        if item.state.role != "dropped" and (done or not item.state.finished):
            yield from suspects_of(item, project, past, fields)


def suspects_of(
    item: Item, project: Project, past: Past, fields: Iterable[str] = BUILDS_ON
) -> Iterator[Suspect]:
    """The links of one item that somebody should look at again, each target once."""
    links = {link.target: link for link in reversed(project.graph.out(item.id, *fields))}
    for target, link in reversed(links.items()):
        owner = project.items.get(target.partition(".")[0])
        if owner is not None and owner.id != item.id:
            found = (_since_base if past.since else _since_touch)(link, owner, past)
            part = target.partition(".")[2]
            # Of two parts with one id, nobody knows which was meant, or what it said.
            if not found or ids_twice(owner):
                continue
            if not past.is_read_again(item, owner, part, found.digest):
                yield _since_review(found, part, past)


def _since_review(suspect: Suspect, part: str, past: Past) -> Suspect:
    """The link with the words that were reviewed last, where somebody did: they are known."""
    for version in past.versions(suspect.target):
        words = version.after.says(part)
        if words == suspect.then:
            break
        if past.is_read_again(suspect.link.item, suspect.target, part, digest(words)):
            return replace(suspect, then=words, is_reviewed=True)
    return suspect


def _since_touch(link: Link, target: Item, past: Past) -> Suspect | None:
    part = link.target.partition(".")[2]
    changed = past.rewording(target, part)
    touch = past.touch(link.item) if changed else None
    then = past.then(target, touch.commit) if touch else None
    now = past.now(target)
    if changed is None or then is None or now is None:
        return None
    return _suspect(link, target, then.says(part), now.says(part), changed.day)


def _since_base(link: Link, target: Item, past: Past) -> Suspect | None:
    if not past.may_differ(target):
        return None
    part = link.target.partition(".")[2]
    then, now = past.before(target), past.now(target)
    before, after = past.before(link.item), past.now(link.item)
    if then is None or now is None or before is None or after is None or before.differs(after):
        return None
    return _suspect(link, target, then.says(part), now.says(part), None)


def _suspect(
    link: Link, target: Item, then: Wording, now: Wording, day: dt.date | None
) -> Suspect | None:
    # A part that is new was not there to be built on.
    return Suspect(link, target, then, now, day) if then and now and then != now else None
