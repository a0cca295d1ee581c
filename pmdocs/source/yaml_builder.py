"""The parser's events become nodes, one after the other, within limits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from yaml.events import MappingStartEvent, ScalarEvent, SequenceStartEvent

from pmdocs.source.node import Mapping, Node, Scalar, Sequence
from pmdocs.source.scalars import LONGEST_NUMBER, is_too_long
from pmdocs.source.yaml_refusals import Refusals
from pmdocs.source.yaml_trouble import Trouble

if TYPE_CHECKING:
    import yaml
    from yaml.events import (
        AliasEvent,
        DocumentStartEvent,
        Event,
        MappingEndEvent,
        SequenceEndEvent,
    )

    from pmdocs.text import Source

DEEPEST = 64
MOST_NODES = 50_000
_TAG = "tag:yaml.org,2002:"
_TEXT_TAGS = frozenset({"!", f"{_TAG}str"})
_PLAIN_TAGS = frozenset(_TAG + name for name in ("null", "bool", "int", "float"))
_CORE = {
    ScalarEvent: _TEXT_TAGS | _PLAIN_TAGS,
    SequenceStartEvent: frozenset({"!", f"{_TAG}seq"}),
    MappingStartEvent: frozenset({"!", f"{_TAG}map"}),
}
_PROPERTIES = re.compile(r"(?:[!&]\S*+\s++)*+")

_Opening: TypeAlias = ScalarEvent | SequenceStartEvent | MappingStartEvent


@dataclass(slots=True)
class _Frame:
    """A list or map that is still open; `key` waits for its value."""

    node: Sequence | Mapping
    flow: bool
    wants_key: bool = True
    key: str | None = None


class Builder:
    """The nodes so far, made from one event after the other."""

    __slots__ = (
        "_base",
        "_count",
        "_documents",
        "_foreign",
        "_last",
        "_source",
        "_stack",
        "refusals",
        "root",
        "stopped",
    )

    def __init__(self, source: Source, base: int, *, foreign: bool) -> None:
        """Begin without nodes; `base` is the offset of the YAML in its file."""
        self._source = source
        self._base = base
        self._foreign = foreign
        self._stack: list[_Frame] = []
        self._last: Node | None = None
        self._count = 0
        self._documents = 0
        self.refusals = Refusals(source, foreign=foreign)
        self.root: Node | None = None
        self.stopped = False

    def document(self, event: DocumentStartEvent) -> None:
        """Begin a document; a second one ends the reading."""
        self._documents += 1
        if self._documents > 1:
            self.stopped = True
            self.refusals.document(self._place(event)[0])

    def scalar(self, event: ScalarEvent) -> None:
        """Add a single value."""
        start, end = self._place(event)
        style, text = event.style, event.value
        if style in ("|", ">"):
            # A block scalar ends at the next token, blank lines later.
            end = start + len(self._source.text[start:end].rstrip())
        node = Scalar(self._source, start, end, text, bool(style))
        if event.tag is not None or event.anchor is not None:
            node.start = self._properties(event, start, end)
            node.quoted = event.tag in _TEXT_TAGS or (node.quoted and event.tag not in _PLAIN_TAGS)
        elif not style and len(text) > LONGEST_NUMBER and is_too_long(text):
            self.refusals.number(node)
        self._counted(start)
        self._add(node)

    def alias(self, event: AliasEvent) -> None:
        """Add what stands for a value elsewhere, which is not looked up."""
        start, end = self._place(event)
        self.refusals.name(event.anchor or "", start)
        text = "" if self._foreign else self._source.text[start:end]
        self._counted(start)
        self._add(Scalar(self._source, start, end, text))

    def open(self, event: SequenceStartEvent | MappingStartEvent) -> None:
        """Begin a list or a map."""
        start = self._place(event)[0]
        if event.tag is not None or event.anchor is not None:
            start = self._properties(event, start, len(self._source.text))
        node: Sequence | Mapping
        if type(event) is MappingStartEvent:
            node = Mapping(self._source, start, start, {}, {})
        else:
            node = Sequence(self._source, start, start, [])
        self._stack.append(_Frame(node, bool(event.flow_style)))
        self._counted(start)
        if len(self._stack) > DEEPEST:
            self.too_deep(start)

    def close(self, event: SequenceEndEvent | MappingEndEvent) -> None:
        """End the list or map that was begun last."""
        node = self._stack.pop().node
        start, end = self._place(event)
        if end > start:
            node.end = end
        elif self._last is not None:
            # Without a bracket the end mark lies at whatever comes next.
            node.end = max(node.start, self._last.end)
        self._add(node)

    def trouble(self, error: yaml.MarkedYAMLError, end: int) -> Trouble:
        """What is known about the place where the parser gave up."""
        at, context = error.problem_mark, error.context_mark
        frame = self._stack[-1] if self._stack else None
        return Trouble(
            source=self._source,
            start=self._base,
            end=end,
            at=self._base if at is None else min(self._base + at.index, end),
            context_at=None if context is None else min(self._base + context.index, end),
            problem=error.problem or "",
            context=error.context or "",
            last=self._last,
            level=len(self._stack),
            bracket=frame.node.start if frame and frame.flow else None,
        )

    def too_deep(self, at: int) -> None:
        """Stop at a list or map that is too deep."""
        self.root, self.stopped = None, True
        self.refusals.too_deep(at, DEEPEST)

    def _place(self, event: Event) -> tuple[int, int]:
        # Events that come from text always have their marks.
        start: int = event.start_mark.index  # type: ignore[union-attr]
        end: int = event.end_mark.index  # type: ignore[union-attr]
        return self._base + start, self._base + end

    def _add(self, node: Node) -> None:
        self._last = node
        if not self._stack:
            self.root = None if _is_empty(node) else node
            return
        frame = self._stack[-1]
        owner = frame.node
        if isinstance(owner, Sequence):
            owner.items.append(node)
        elif frame.wants_key:
            frame.key = self._key(owner, node)
            frame.wants_key = False
        else:
            if frame.key is not None:
                owner.entries[frame.key] = node
            frame.wants_key = True

    def _key(self, owner: Mapping, node: Node) -> str | None:
        """The name of an entry, unless the entry has to be passed over."""
        if isinstance(node, Scalar) and (node.quoted or self._foreign or self._is_text(node)):
            first = owner.keys.get(node.text)
            if first is None or self._foreign:
                owner.keys[node.text] = node
                return node.text
            self.refusals.repeated(node, first, owner)
        elif not isinstance(node, Scalar):
            self.refusals.key(node)
        return None

    def _is_text(self, key: Scalar) -> bool:
        if key.text == "<<":
            self.refusals.merge(key)
            return False
        if isinstance(key.value, str):
            return True
        self.refusals.key(key)
        return False

    def _properties(self, event: _Opening, start: int, end: int) -> int:
        """Check the tag and the anchor before a value, and say where the value starts."""
        text = self._source.text
        match = _PROPERTIES.match(text, start, end)
        if event.anchor is not None:
            self.refusals.name(event.anchor, text.index("&", start))
        if event.tag is not None and event.tag not in _CORE[type(event)]:
            self.refusals.tag(text.index("!", start))
        return match.end() if match else start

    def _counted(self, start: int) -> None:
        self._count += 1
        if self._count > MOST_NODES:
            self.root, self.stopped = None, True
            self.refusals.too_many(start, MOST_NODES)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.quoted and not node.text
