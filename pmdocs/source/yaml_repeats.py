"""Keys that are written twice in one place: one that slipped in, or all of a second item."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Finding, Fix, Note
from pmdocs.source.yaml_trouble import shorten

if TYPE_CHECKING:
    from pmdocs.source.node import Mapping, Scalar
    from pmdocs.text import Source

_VALUE = re.compile(r"\s*:[ \t]+(?P<value>[^\s#][^\s#,}]*)")
_DASH = re.compile(r"(?P<margin>[ ]*)-[ ]+")
_FEW = 2


@dataclass(slots=True)
class Repeats:
    """The findings about keys that are written twice, one for each second item.

    `told` are the keys of a map that came again, by the place where it begins,
    `begun` the maps in which a second item was found, whose keys come again anyway.
    """

    source: Source
    findings: list[Finding]
    told: dict[int, list[Scalar]] = field(default_factory=dict)
    begun: set[int] = field(default_factory=set)

    def add(self, key: Scalar, first: Scalar, owner: Mapping) -> None:
        """Tell that a key comes again, or that it belongs to what was told before."""
        second = self._second_item(key, first, owner) if key.text == "id" else None
        if second is not None:
            self.begun.add(owner.start)
            self.findings.append(second)
        elif owner.start not in self.begun:
            again = self.told.setdefault(owner.start, [])
            again.append(key)
            before = [one for one in self.findings if one.span == again[0].span]
            self.findings[:] = [one for one in self.findings if one not in before]
            note = before[0].notes if before else (Note(first.span, "first written here"),)
            self.findings.append(_twice(again, note))

    def _second_item(self, key: Scalar, first: Scalar, owner: Mapping) -> Finding | None:
        """The finding about an `id` with which something new begins, if it is another id."""
        text = self.source.text
        one, other = _VALUE.match(text, first.end), _VALUE.match(text, key.end)
        is_other = one and other and one["value"] != other["value"]
        if not is_other or other is None or text.startswith("{", owner.start):
            return None
        written = f"- id: {shorten(other['value'])}"
        dash = _DASH.fullmatch(self._before(owner.start))
        if dash is None:
            message = "a second item begins here, and all lines of a file without `- ` are one item"
            hint = f"write a list: begin each item with a dash, as in `{written}`, and indent it"
            return Finding(key.span, message, hint, code="PM009")
        fix = self._with_dash(key, dash)
        message = "a new item begins here, and the dash before it is missing"
        return Finding(key.span, message, f"write `{written}`", code="PM009", fix=fix)

    def _with_dash(self, key: Scalar, dash: re.Match[str]) -> Fix | None:
        before = self._before(key.start)
        if before.strip() or len(before) != len(dash[0]):
            return None
        return Fix((Edit(self.source.span(key.start - len(before), key.start), dash[0]),))

    def _before(self, offset: int) -> str:
        """What stands in the line of an offset before it."""
        column = self.source.position(offset).column
        return self.source.text[offset - column + 1 : offset]


def _twice(keys: list[Scalar], notes: tuple[Note, ...]) -> Finding:
    span, name = keys[0].span, keys[0].text
    if len(keys) == 1:
        return Finding(
            span, f"the key `{name}` is written twice", "keep one of the two", notes, code="PM009"
        )
    others = f"`{keys[1].text}`" if len(keys) == _FEW else f"{len(keys) - 1} more keys"
    message = f"`{name}` and {others} are written twice: does a second item begin here?"
    hint = "write `- id:` with an id of its own above it, or keep one of each"
    return Finding(span, message, hint, notes, code="PM009")
