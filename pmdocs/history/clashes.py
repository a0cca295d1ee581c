"""Ids that two branches gave to different items, and which of the two is the newcomer."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from pmdocs.errors import PmdocsError
from pmdocs.history.authorship import likeness
from pmdocs.history.snapshot import project_at
from pmdocs.model.item import Item
from pmdocs.project.project import Unread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.history.git import Git
    from pmdocs.project.project import Project

One: TypeAlias = Item | Unread
# How far back a merge is looked for that brought a second item of one id.
_MOST_MERGES = 50


@dataclass(frozen=True, slots=True)
class Clash:
    """An id with two items: the `newcomer` has to take another.

    `settled` is the item that keeps the id where it stands in the files too, after a
    merge, and `title` what it is called. `before` is a commit in which nothing means
    the newcomer yet, and `revision` the one that has the settled item.
    """

    id: str
    newcomer: One
    settled: One | None
    title: str
    before: str
    revision: str


def clashes(git: Git, project: Project, onto: Sequence[str]) -> Iterator[Clash]:
    """The ids for which the files hold another item than the first of some revisions that has one.

    Before a merge, both sides gave the id to something new since they parted. After
    it, both items stand in the files. `PmdocsError` where nobody can tell which of
    the two is the newcomer.
    """
    past = _Past(git, project)
    doubles = _doubles(project)
    for id, ones in doubles.items():
        yield _after_merge(past, id, ones, onto)
    everything: list[One] = [*project.items.values(), *project.unread.values()]
    for one in everything:
        if one.id not in doubles:
            found = (_before_merge(past, one, revision) for revision in onto)
            yield from islice(filter(None, found), 1)


@dataclass(frozen=True, slots=True)
class _Past:
    git: Git
    project: Project
    read: dict[str, Project] = field(default_factory=dict)

    def at(self, revision: str) -> Project:
        if revision not in self.read:
            self.read[revision] = project_at(self.git, revision, self.project)
        return self.read[revision]

    def lines_before(self, revision: str) -> Iterator[str]:
        """The commits of a branch before each of its latest changes, newest first."""
        settings = self.project.settings
        below = (settings.docs_dir, settings.plugin.roadmap_dir)
        commits = self.git.log(self.git.resolve(revision), *below, first_parent=True)
        return (one.parents[0] for one in islice(commits, _MOST_MERGES) if one.parents)


def _doubles(project: Project) -> dict[str, list[One]]:
    found: dict[str, list[One]] = {}
    for later in project.again:
        found.setdefault(later.id, [project.items[later.id]]).append(later)
    for id, unread in project.unread.items():
        if id in project.items:
            found.setdefault(id, [project.items[id]]).append(unread)
    former = {old: item for item in project.items.values() for old in item.aliases}
    for id in former.keys() & project.items.keys():
        if former[id] is not project.items[id]:
            found.setdefault(id, [project.items[id]])
    return found


def _after_merge(past: _Past, id: str, ones: list[One], onto: Sequence[str]) -> Clash:
    if len(ones) > 2:  # noqa: PLR2004 - two that clash
        message = f"{len(ones)} items have the id `{id}`"
        raise PmdocsError(message, "`pmdocs rename` needs one item: change an id by hand")
    for revision in onto:
        for at in (revision, *past.lines_before(revision)):
            there = past.at(at)
            if id in _doubles(there):
                # It was merged already: what was there before?
                continue
            settled = holder(there, id)
            if settled is None:
                break
            return _between(id, ones, settled, at)
    names = " or ".join(f"`{name}`" for name in onto)
    message = f"two items have the id `{id}`, and none of them is on {names}"
    hint = "say which revision has the one that keeps it: `pmdocs renumber --onto REVISION`"
    raise PmdocsError(message, hint)


def _between(id: str, ones: list[One], settled: One, revision: str) -> Clash:
    if len(ones) == 1:
        # The id is a former one of an item, so that whoever has it now is new.
        return Clash(id, ones[0], None, settled.title, revision, revision)
    stays = max(ones, key=lambda one: _same(one, settled))
    newcomer = next(one for one in ones if one is not stays)
    return Clash(id, newcomer, stays, settled.title, revision, revision)


def _before_merge(past: _Past, one: One, revision: str) -> Clash | None:
    settled = holder(past.at(revision), one.id)
    if settled is None or settled.title == one.title:
        return None
    base = past.git.merge_base("HEAD", revision)
    if holder(past.at(base), one.id) is not None:
        # Known to both, and called otherwise on one side.
        return None
    return Clash(one.id, one, None, settled.title, base, revision)


def holder(project: Project, id: str) -> One | None:
    """The item that has an id, or had it before."""
    id = project.aliases.get(id, id)
    return project.items.get(id) or project.unread.get(id)


def record(one: One) -> str:
    """The text of an item: all of its page, or its lines in a list."""
    node = one.node
    return node.source.text if one.page else node.source.text[node.start : node.end]


def _same(one: One, other: One) -> tuple[bool, bool, bool, float]:
    """How much speaks for it that two are one item, to be compared."""
    return (
        record(one).split() == record(other).split(),
        one.title == other.title,
        one.node.source.path == other.node.source.path,
        likeness(record(one), record(other)),
    )
