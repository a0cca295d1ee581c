"""The files of a project, read with the suspicion that strangers' files deserve.

Nothing outside the project's root is read, no pipe or device is opened, and
no folder is visited twice.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding
from pmdocs.source.encoding import decode
from pmdocs.source.place import LARGEST_FILE, Disk
from pmdocs.text import Position, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import PurePath

    from pmdocs.source.place import Place

_MARKDOWN, _YAML = frozenset({".md"}), frozenset({".yaml", ".yml"})
_FEATURES = frozenset({".feature"})
# Where the code of others stands, with features of its own.
_NOT_OURS = frozenset({"node_modules", "vendor", "venv", "__pycache__"})
_WILDCARD = re.compile(r"[*?\[]")
# Control characters, line breaks, and Python's stand-ins for bytes that are not UTF-8.
_UNSHOWN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\udc00-\udcff]")
_FIRST_BYTE = 0xDC00


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files of a project, in the order of their paths.

    `refused` holds the paths of files and folders that must not be published.
    `garbled` holds what can be made out of files that could not be read: good
    enough to see which ids are in them.
    """

    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    refused: frozenset[str]
    garbled: tuple[Source, ...] = ()
    elsewhere: tuple[Source, ...] = ()


def discover(root: Path, content: str, roadmap: str, features: Sequence[str] = ()) -> Discovery:
    """What `search` finds below a folder of this machine."""
    return search(Disk(root), content, roadmap, features)


def search(place: Place, content: str, roadmap: str, features: Sequence[str] = ()) -> Discovery:
    """The Markdown files below one folder and the YAML files below another.

    Files of features are found in both, and wherever `features` say: folders, or
    paths with wildcards. A folder that is missing holds nothing. Hidden files and
    folders are passed over; every other one is at least looked at, because what
    must not be published may be of any kind.
    """
    walks = (
        _Walk(place, _MARKDOWN | _FEATURES, _YAML, content),
        _Walk(place, _YAML | _FEATURES, _MARKDOWN, roadmap),
        *_feature_walks(place, features),
    )
    sources = {source.path: source for walk in walks for source in walk.sources}
    found = dict.fromkeys(finding for walk in walks for finding in walk.findings)
    return Discovery(
        tuple(sources[path] for path in sorted(sources)),
        tuple(sorted(found, key=lambda finding: finding.span)),
        frozenset().union(*(walk.refused for walk in walks)),
        tuple(source for walk in walks for source in walk.garbled),
        tuple(s for walk in walks for s in walk.elsewhere if s.path not in sources),
    )


def is_pattern(path: str) -> bool:
    """Whether a path stands for many, by `*`, `?` or brackets."""
    return _WILDCARD.search(path) is not None


def _feature_walks(place: Place, features: Sequence[str]) -> Iterator[_Walk]:
    """What is found where features are said to be, and nothing about what lies beside them."""
    if not features:
        return
    # Few projects have these, and importing this takes as long as fifty items.
    from pathspec import PathSpec  # noqa: PLC0415

    for pattern in features:
        above = _WILDCARD.split(pattern)[0].rpartition("/")[0] or "."
        folder = above if is_pattern(pattern) else pattern
        walk = _Walk(place, _FEATURES, frozenset(), folder, _NOT_OURS)
        fits = PathSpec.from_lines("gitignore", [f"/{pattern.removeprefix('./')}"]).match_file
        walk.sources = [source for source in walk.sources if fits(source.path)]
        walk.garbled = [source for source in walk.garbled if fits(source.path)]
        walk.findings = [one for one in walk.findings if fits(one.span.path)]
        walk.refused = {path for path in walk.refused if fits(path)}
        yield walk


class _Walk:
    """What is found below one folder, but for folders with names that are `passed_over`."""

    def __init__(
        self,
        place: Place,
        endings: frozenset[str],
        others: frozenset[str],
        folder: str,
        passed_over: frozenset[str] = frozenset(),
    ) -> None:
        self.sources: list[Source] = []
        self.findings: list[Finding] = []
        self.refused: set[str] = set()
        self.garbled: list[Source] = []
        self.elsewhere: list[Source] = []
        self._place = place
        self._root = place.root
        self._endings = endings
        self._others = others
        self._passed_over = passed_over
        self._seen: set[str] = set()
        # Links wait until everything that is really there has been visited.
        self._folders: deque[tuple[str, PurePath]] = deque()
        self._links: deque[tuple[str, PurePath]] = deque()
        self._begin(Path(os.path.normpath(folder)).as_posix(), self._root / folder)
        self._run()

    def _begin(self, name: str, path: PurePath) -> None:
        if not self._place.exists(path):
            return
        real = self._inside(name, path)
        if real is None:
            return
        if self._place.is_folder(real):
            self._folders.append((name, real))
        else:
            self._unreadable(name, "this is a file, where a folder should be", "make it a folder")

    def _run(self) -> None:
        while self._folders or self._links:
            if self._folders:
                self._folder(*self._folders.popleft())
            else:
                self._link(*self._links.popleft())

    def _folder(self, name: str, path: PurePath) -> None:
        if str(path) in self._seen:
            return
        self._seen.add(str(path))
        try:
            found = self._place.names(path)
        except OSError as error:
            self._failed(name, error)
            return
        for entry in found:
            if not entry.startswith(".") and entry not in self._passed_over:
                below = entry if name == "." else f"{name}/{entry}"
                self._entry(below, path / entry)

    def _entry(self, name: str, path: PurePath) -> None:
        if _UNSHOWN.search(path.name):
            message = f"the file name `{_shown(path.name)}` holds characters that cannot be shown"
            self._refuse(name, "PM013", message, "rename it")
        elif self._place.is_link(path):
            self._links.append((name, path))
        else:
            self._visit(name, path)

    def _link(self, name: str, path: PurePath) -> None:
        real = self._inside(name, path)
        if real is None:
            return
        if _is_hidden(real, self._root):
            message = "this link leads to a hidden file or folder, which is not published"
            self._refuse(name, "PM011", message, "remove the link")
        elif real in (parent for parent in path.parents):
            message = "this link leads to a folder that it stands in itself"
            self._refuse(name, "PM011", message, "remove the link")
        elif str(real) not in self._seen:
            self._visit(name, real)

    def _visit(self, name: str, path: PurePath) -> None:
        try:
            mode = self._place.mode(path)
        except OSError as error:
            self._failed(name, error)
            return
        ending = Path(name).suffix.lower()
        wanted = ending in self._endings
        if stat.S_ISDIR(mode):
            if wanted:
                message = "this is a folder, where a file should be"
                self._unreadable(name, message, "rename the folder")
            self._folders.append((name, path))
        elif not stat.S_ISREG(mode):
            message = "this is a pipe, a socket or a device, and no file"
            self._refuse(name, "PM002", message, "remove it")
        elif wanted and str(path) not in self._seen:
            self._seen.add(str(path))
            self._file(name, path)
        elif ending in self._others:
            self._other(name, path)

    def _other(self, name: str, path: PurePath) -> None:
        try:
            data = self._place.read(path)
        except OSError:
            return
        if len(data) <= LARGEST_FILE:
            self.elsewhere.append(_made_out(name, data))

    def _file(self, name: str, path: PurePath) -> None:
        try:
            data = self._place.read(path)
        except OSError as error:
            self._failed(name, error)
            return
        if len(data) > LARGEST_FILE:
            message = f"the file is larger than the {LARGEST_FILE:,} bytes that are read"
            self.findings.append(_finding(name, "PM004", message, "split it into several files"))
            self.garbled.append(_made_out(name, data))
            return
        read = decode(name, data)
        if isinstance(read, Source):
            self.sources.append(read)
        else:
            self.findings.append(read)
            self.garbled.append(_made_out(name, data))

    def _inside(self, name: str, path: PurePath) -> PurePath | None:
        """Where a path really leads to, if that is a place within the project."""
        real, error = self._place.real(path)
        if not real.is_relative_to(self._root):
            message = "this leads out of the project, and is neither read nor published"
            self._refuse(name, "PM011", message, "put a copy in its place, or remove it")
        elif isinstance(error, FileNotFoundError):
            self._refuse(name, "PM002", "this link leads to nothing", "remove the link")
        elif error is not None and error.errno == errno.ELOOP:
            self._refuse(name, "PM011", "this link leads in a circle", "remove the link")
        elif error is not None:
            self.refused.add(name)
            self._failed(name, error)
        else:
            return real
        return None

    def _failed(self, name: str, error: OSError) -> None:
        reason = (error.strerror or type(error).__name__).lower()
        self._unreadable(name, f"this cannot be read: {reason}", "check that it can be opened")

    def _unreadable(self, name: str, message: str, hint: str) -> None:
        self.findings.append(_finding(name, "PM002", message, hint))

    def _refuse(self, name: str, code: str, message: str, hint: str) -> None:
        self.refused.add(name)
        self.findings.append(_finding(name, code, message, hint))


def _made_out(name: str, data: bytes) -> Source:
    # Without its NULs, UTF-16 reads almost like plain text.
    return Source(name, data.replace(b"\x00", b"").decode("utf-8", "replace"))


def _is_hidden(path: PurePath, root: PurePath) -> bool:
    # The settings of git, say, may hold a key.
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _shown(path: str) -> str:
    """A path with what would garble a terminal written as escapes."""
    return _UNSHOWN.sub(_escaped, path)


def _escaped(match: re.Match[str]) -> str:
    number = ord(match[0])
    if number >= _FIRST_BYTE:
        return f"\\x{number - _FIRST_BYTE:02x}"
    return match[0].encode("unicode_escape").decode()


def _finding(path: str, code: str, message: str, hint: str) -> Finding:
    start = Position(1, 1)
    return Finding(Span(_shown(path), start, start), message, hint, code=code)
