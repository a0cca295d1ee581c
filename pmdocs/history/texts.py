"""The texts of a project's files: as they are now, and as they were in any commit."""

from __future__ import annotations

from hashlib import sha1, sha256
from typing import TYPE_CHECKING

from pmdocs.history.objects import Objects
from pmdocs.history.passages import passages
from pmdocs.source.encoding import decode
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from pmdocs.history.git import Git
    from pmdocs.history.passages import Passage
    from pmdocs.project.project import Project

_SHA1 = 40


class Texts:
    """Answers with the passages of a file, by the id of its text; reads each text once.

    The files of a project as they are now have such ids too, so that one which has
    not changed since a commit has the id that git gave it.
    """

    def __init__(self, git: Git, project: Project, like: str) -> None:
        """Answer for a project in a repository; `like` is any id of it."""
        self._make = sha1 if len(like) == _SHA1 else sha256
        self._objects = Objects(git.folder)
        self._prefix = git.prefix
        self._kinds = project.settings.kinds
        self._now: dict[str, str] = {}
        self._data: dict[str, bytes] = {}
        self._read: dict[tuple[str, str], Mapping[str, Passage] | None] = {}
        self._known: dict[tuple[str, str], tuple[str, Passage] | None] = {}
        self._named: dict[str, str | None] = {}

    def close(self) -> None:
        """End the conversation with git."""
        self._objects.close()

    def keep(self, text: str) -> str:
        """The id of a text that is on the disk."""
        data = text.encode("utf-8", "surrogatepass")
        # Git's own name for a text: what is checked with it is that nothing changed.
        id = self._make(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
        self._now[id] = text
        return id

    def expect(self, ids: Iterable[str]) -> None:
        """Read these texts together, since somebody is about to ask for them."""
        wanted = [id for id in dict.fromkeys(ids) if id and id not in self._now]
        self._data.update(self._objects.read_all(wanted))

    def passages(self, path: str, id: str) -> Mapping[str, Passage] | None:
        """The passages in a text, by the ids of items; None where git does not have it."""
        if (path, id) not in self._read:
            text = self._now[id] if id in self._now else self._text(path, id)
            self._read[path, id] = None if text is None else self._cut(path, text)
        return self._read[path, id]

    def find(self, path: str, id: str, names: Collection[str]) -> Passage | None:
        """The passage of an item in a text, by one of the ids that it had."""
        found = self.passages(path, id) if id else None
        return next((found[name] for name in names if name in found), None) if found else None

    def at(self, commit: str, path: str) -> str | None:
        """The id of the text that a file had in a commit, if it was there."""
        name = f"{commit}:{self._prefix}{path}"
        if name not in self._named:
            found = self._objects.read(name)
            self._named[name] = found[0] if found else None
            if found and (path, found[0]) not in self._read:
                self._read[path, found[0]] = self._cut(path, _decoded(path, found[1]))
        return self._named[name]

    def _text(self, path: str, id: str) -> str | None:
        if id in self._data:
            return _decoded(path, self._data[id])
        found = self._objects.read(id)
        return None if found is None else _decoded(path, found[1])

    def _cut(self, path: str, text: str) -> Mapping[str, Passage]:
        return passages(path, text, self._kinds, self._known)


def _decoded(path: str, data: bytes) -> str:
    """The text of a file; none, where it holds what no item is read from."""
    source = decode(path, data)
    return source.text if isinstance(source, Source) else ""
