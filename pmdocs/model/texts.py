"""The words that people wrote in an item, and where exactly they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.fields import Field, fields_of
from pmdocs.source.gherkin_scenario import ScenarioText
from pmdocs.source.node import Mapping, Node, Scalar, Sequence
from pmdocs.source.prose import without_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.item import Item
    from pmdocs.text import Span

_SHOWN = re.compile(r"[^\r\n]")
_NO_WORDS = frozenset({"id", "url", "aliases"})


@dataclass(frozen=True, slots=True)
class Words:
    """The text of one value; `path` names the fields around it, from the item inwards."""

    path: tuple[str, ...]
    node: Scalar
    rich: bool

    @property
    def prose(self) -> str:
        """The text with blanks for code, which is quoted, and for a background, which is shared."""
        text = self.node.text
        if isinstance(self.node, ScenarioText):
            text = _SHOWN.sub(" ", text[: self.node.given]) + text[self.node.given :]
        return without_code(text, 0, len(text))

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of the text was written, or all of it where that is unclear.

        Quotes, escapes and indentation make the file differ from the text, so
        that the stretch is looked for: the last such word but one here is the
        last but one there. What stands before the text, such as a title, and what
        is in the text alone, such as a background, does not count that way.
        """
        node = self.node
        wanted = re.compile(r"\s+".join(map(re.escape, node.text[start:end].split())))
        behind = sum(1 for _ in wanted.finditer(node.text, start))
        found = list(wanted.finditer(node.source.text, node.start, node.end))
        if not 0 < behind <= len(found):
            return node.span
        return node.source.span(*found[-behind].span())


def texts_of(kind: type[Item], node: Mapping) -> tuple[Words, ...]:
    """Each text that stands in the node of an item, nested ones too, in their order."""
    return tuple(_of_record(node, fields_of(kind), ()))


def _of_record(node: Mapping, known: dict[str, Field], path: tuple[str, ...]) -> Iterator[Words]:
    for key, value in node.entries.items():
        if key in known and key not in _NO_WORDS:
            yield from _of_value(value, known[key], (*path, key))


def _of_value(node: Node, field: Field, path: tuple[str, ...]) -> Iterator[Words]:
    if isinstance(node, Sequence):
        for inner in node.items:
            yield from _of_value(inner, field, path)
    elif isinstance(node, Mapping):
        yield from _of_record(node, fields_of(field.record), path) if field.record else ()
    elif (field.record or (field.core is str and _is_free(field))) and not node.is_null:
        yield Words(path, node, field.rich)


def _is_free(field: Field) -> bool:
    return field.link is None or field.link.or_text
