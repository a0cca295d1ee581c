"""The stretch of a file that each item is written in, in whatever version of the file.

Hundreds of versions are looked at, so that a file is cut by its lines first, and
only stretches that differ are read as YAML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from pmdocs.model.decode import plain
from pmdocs.model.ids import ids_written
from pmdocs.model.normative import wording
from pmdocs.model.sections import with_sections
from pmdocs.source.markdown import read_markdown, too_heavy
from pmdocs.source.node import Mapping, Scalar, Sequence
from pmdocs.source.yaml import read_yaml
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.item import Item
    from pmdocs.model.normative import Wording
    from pmdocs.model.registry import Kinds

_FIRST = re.compile(r"^(?![ \t]*(?:#|$|---|%))(?P<indent> *)(?P<sign>\S)", re.MULTILINE)
_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"([A-Z][A-Z0-9]*-[0-9]+)(?:[-_ .].*)?")
_BODY = "\0body"


@dataclass(frozen=True)
class Passage:
    """What was written of one item, in one version of its file."""

    path: str
    text: str = field(repr=False)
    kind: type[Item]

    @cached_property
    def values(self) -> dict[str, Any]:
        """What was written by key, with blanks made alike; the prose of a page as well."""
        node, body = _page(self) if self.path.endswith(".md") else (_entry(self), "")
        written = plain(node, self.kind) if node else {}
        found: dict[str, Any] = _alike({**written, _BODY: body})
        return found

    def says(self, part: str = "") -> Wording:
        """What the item says, or one of its parts."""
        return wording(self.kind, self.values, part)

    def differs(self, other: Passage) -> bool:
        """Whether anything but the layout, comments and the id itself is different."""
        if self.text == other.text:
            return False
        ours, theirs = _without_ids(self.values), _without_ids(other.values)
        if self.path.endswith(".md") != other.path.endswith(".md"):
            ours, theirs = ours | {_BODY: ""}, theirs | {_BODY: ""}
        return ours != theirs


def passages(
    path: str, text: str, kinds: Kinds, known: dict[tuple[str, str], tuple[str, Passage] | None]
) -> dict[str, Passage]:
    """What is written of each item in a version of a file, by id; the first of two counts.

    `known` is filled with each stretch that was seen: the same words in the same file
    are the same object.
    """
    found: dict[str, Passage] = {}
    for stretch in [text] if path.endswith(".md") else _stretches(text):
        key = (path, stretch)
        if key not in known:
            known[key] = _passage(path, stretch, kinds)
        if named := known[key]:
            found.setdefault(*named)
    return found


def _passage(path: str, stretch: str, kinds: Kinds) -> tuple[str, Passage] | None:
    id = _id_of_page(path, stretch) if path.endswith(".md") else _id_of_entry(stretch, kinds)
    kind = kinds.of_id(id) if id else None
    return (id, Passage(path, stretch, kind)) if id and kind else None


def _id_of_page(path: str, text: str) -> str | None:
    front = _FRONT.match(text)
    if front is None:
        return None
    written = next((m[1] for m in ids_written(front[1])), None)
    named = _NAMED.fullmatch(PurePosixPath(path).stem)
    return written or (named[1] if named else None)


def _id_of_entry(stretch: str, kinds: Kinds) -> str | None:
    # Parts have ids too, but no kind has theirs.
    ids = (m[1] for m in ids_written(stretch) if kinds.of_id(m[1]))
    return next(ids, None) or _id_inside(stretch)


def _stretches(text: str) -> Iterator[str]:
    """The entries of a list, or the whole of a file that is no list."""
    first = _FIRST.search(text)
    if first is None:
        return
    dash = re.compile(rf"^{first['indent']}-(?=[ \t\r\n]|\Z)", re.MULTILINE)
    starts = [m.start() for m in dash.finditer(text, first.start())]
    if first["sign"] == "-" and starts:
        yield from (text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    elif first["sign"] == "[":
        node, _ = read_yaml(Source("", text))
        for item in node.items if isinstance(node, Sequence) else ():
            yield text[item.start : item.end]
    else:
        yield text


def _id_inside(stretch: str) -> str | None:
    if "id" not in stretch:
        return None
    node = _mapping(Source("", stretch))
    return node.text("id") if node else None


def _entry(passage: Passage) -> Mapping | None:
    return _mapping(Source(passage.path, passage.text))


def _mapping(source: Source) -> Mapping | None:
    node, _ = read_yaml(source)
    if isinstance(node, Sequence):
        node = next(iter(node.items), None)
    return node if isinstance(node, Mapping) else None


def _page(passage: Passage) -> tuple[Mapping, str]:
    source = Source(passage.path, passage.text)
    document, _ = read_markdown(source)
    if too_heavy(source, document.body_start, len(source.text)):
        return Mapping(source, 0, 0, {}, {}), source.text
    node, _ = with_sections(passage.kind, document)
    title = next((s for s in document.sections if s.level == 1), None)
    if title and not node.text("title"):
        node.entries["title"] = Scalar(source, title.start, title.end, title.title, quoted=True)
    return node, source.text[document.body_start :]


def _alike(value: Any) -> Any:
    """The value with all blanks and line breaks in its words made alike."""
    if isinstance(value, dict):
        return {key: _alike(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_alike(one) for one in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def _without_ids(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in {"id", "aliases"}}
