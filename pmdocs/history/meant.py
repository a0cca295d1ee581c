"""Which of two items with one id a place means, by who wrote it."""

from __future__ import annotations

import posixpath
from itertools import islice
from typing import TYPE_CHECKING

from pmdocs.errors import PmdocsError
from pmdocs.history.authorship import likeness, new_stretches
from pmdocs.history.clashes import record
from pmdocs.history.git import Git
from pmdocs.history.snapshot import project_at
from pmdocs.source.encoding import decode
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pmdocs.history.clashes import Clash, One
    from pmdocs.project.places import Place
    from pmdocs.project.project import Project

_ALIKE = 0.5
# How far back the merge is looked for that brought both together.
_MOST_MERGES = 50


class Meant:
    """Tells whether a place means the newcomer of a clash.

    It does where the place was not there before: whoever wrote it did not know the
    other item. What both say already was written by those who know the settled one.
    `newcomers` are all items that are new here, for whatever id.
    """

    def __init__(
        self, git: Git, project: Project, clash: Clash, newcomers: Collection[One]
    ) -> None:
        """Read the project as it was before the newcomer."""
        self._git, self._project, self._clash = git, project, clash
        self._newcomers = newcomers
        self._before = project_at(git, clash.before, project)
        self._known: dict[tuple[str, int], list[tuple[int, int]]] = {}

    def __call__(self, place: Place) -> bool:
        """Whether the newcomer is meant."""
        path, at = place.source.path, place.occurrence.start
        one = self._around(path, at)
        if one is not None and (one is self._clash.settled or one in self._newcomers):
            return one is not self._clash.settled
        key = (path, one.node.start if one and not one.page else -1)
        if key not in self._known:
            self._known[key] = self._new(place.source, one)
        return any(start <= at < end for start, end in self._known[key])

    def by_both(self, places: Collection[Place]) -> Iterator[Place]:
        """The places on lines that both sides wrote alike before they were merged.

        Git made one line of the two, so that it means both items.
        """
        try:
            tip = self._tip()
            base = self._git.merge_base(tip, self._clash.before) if tip else None
        except PmdocsError:
            # In a shallow clone nobody knows where the two parted.
            return
        if tip is None or base is None:
            return
        here, before = (project_at(self._git, one, self._project) for one in (tip, base))
        for place in places:
            one = self._around(place.source.path, place.occurrence.start)
            if one is None or (one is not self._clash.settled and one not in self._newcomers):
                said, old = (self._said(there, place.source, one) for there in (here, before))
                line = place.source.line(place.span.start.line).strip()
                if line in _lines(said) and line not in _lines(old):
                    yield place

    def _tip(self) -> str | None:
        """The last commit of the branch that was merged with what was there before."""
        git, before = self._git, self._git.resolve(self._clash.before)
        sides = [id for name in ("MERGE_HEAD", "HEAD") if (id := git.commit(name))]
        for merge in islice(git.log("HEAD", first_parent=True), _MOST_MERGES):
            sides += merge.parents if len(merge.parents) > 1 else ()
        return next((side for side in sides if git.merge_base(side, before) != before), None)

    def _around(self, path: str, at: int) -> One | None:
        """The item that a place stands in."""
        project = self._project
        ones: list[One] = [*project.items.values(), *project.again, *project.unread.values()]
        for one in ones:
            node = one.node
            if node.source.path == path and (one.page or node.start <= at < node.end):
                return one
        return None

    def _new(self, source: Source, one: One | None) -> list[tuple[int, int]]:
        whole = one is None or one.page
        start, now = (0, source.text) if whole or one is None else (one.node.start, record(one))
        found = new_stretches(self._said(self._before, source, one), now)
        return [(start + a, start + b) for a, b in found]

    def _said(self, there: Project, source: Source, one: One | None) -> str:
        """What an item in a list said at another time, or else the file, whatever its name was."""
        if one is not None and not one.page:
            was = there.items.get(one.id) or there.unread.get(one.id)
            return record(was) if was else ""
        if source.path in there.sources:
            return there.sources[source.path].text
        if source.path not in self._project.sources:
            return self._test(source.path) if there is self._before else ""
        gone = [
            was.text
            for path, was in there.sources.items()
            if path not in self._project.sources and self._clash.id in was.text
        ]
        ranked = sorted(((likeness(text, source.text), text) for text in gone), reverse=True)
        return ranked[0][1] if ranked and ranked[0][0] > _ALIKE else ""

    def _test(self, path: str) -> str:
        git = Git.of(self._git.top)
        name = posixpath.normpath(self._git.prefix + path)
        blob = git.tree(self._clash.before, name).get(name)
        data = git.blobs([blob.id]).get(blob.id, b"") if blob else b""
        read = decode(path, data)
        return read.text if isinstance(read, Source) else ""


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines()}
