"""What YAML can say and pmdocs does not read, with a finding for each of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding
from pmdocs.source.node import Scalar, Sequence
from pmdocs.source.yaml_repeats import Repeats
from pmdocs.source.yaml_torn_numbers import torn_number
from pmdocs.source.yaml_trouble import in_quotes

if TYPE_CHECKING:
    from pmdocs.source.node import Mapping, Node
    from pmdocs.text import Source

_WORD = re.compile(r"[^\s,\[\]{}]*")
_KINDS = {"NoneType": "nothing", "bool": "true or false", "int": "a number", "float": "a number"}


class Refusals:
    """The findings about one document; a foreign one is only held to the limits."""

    __slots__ = ("_foreign", "_names", "_repeats", "_source", "findings")

    def __init__(self, source: Source, *, foreign: bool) -> None:
        """Begin without any."""
        self._source = source
        self._foreign = foreign
        self._names: set[str] = set()
        self.findings: list[Finding] = []
        self._repeats = Repeats(source, self.findings)

    def too_deep(self, at: int, deepest: int) -> None:
        """Add that lists and maps are nested too deep to be read."""
        message = f"lists and maps are nested more than {deepest} levels deep"
        hint = "write it flatter, or in several files"
        self._report("PM005", at, at + 1, message, hint, always=True)

    def too_many(self, at: int, most: int) -> None:
        """Add that there are too many values to be read."""
        message = f"more than {most:,} values in one file"
        hint = "split it into several files"
        self._report("PM005", at, at + 1, message, hint, always=True)

    def document(self, start: int) -> None:
        """Add that a second document begins."""
        message = "a second document begins here, and a file holds one"
        hint = "remove the line, or move what follows to a file of its own"
        self._report("PM008", start, start + 3, message, hint)

    def number(self, node: Scalar) -> None:
        """Add that a number has too many digits."""
        message = f"a number with {len(node.text):,} digits is too long to be read"
        self._report("PM005", node.start, node.end, message, "put it in quotes if it is text")

    def repeated(self, key: Scalar, first: Scalar, owner: Mapping) -> None:
        """Add that a key of a map is written a second time."""
        if not self._foreign:
            self._repeats.add(key, first, owner)

    def merge(self, key: Scalar) -> None:
        """Add that a merge key stands there."""
        message = "`<<` takes values from another place, which is not read"
        self._report("PM006", key.start, key.end, message, "write the values out here")

    def key(self, node: Node) -> None:
        """Add that a key is no text."""
        torn = torn_number(self._source, node.start) if isinstance(node, Scalar) else None
        if torn is not None:
            self.findings += [] if self._foreign else torn
            return
        if isinstance(node, Scalar):
            kind = _KINDS[type(node.value).__name__]
        else:
            kind = "a list" if isinstance(node, Sequence) else "a map"
        lines = self._source.text[node.start : node.end].splitlines()
        written = lines[0].strip() if lines else ""
        if written:
            message = f"a key must be text, and `{written}` is {kind}"
            hint = f"put it in quotes: `{in_quotes(written)}:`"
        else:
            message, hint = "a key must be text, and none is written", "write a name before the `:`"
        self._report("PM010", node.start, node.end, message, hint)

    def tag(self, start: int) -> None:
        """Add that a tag stands there."""
        text = self._source.text
        match = _WORD.match(text, start)
        end = match.end() if match else start
        value = text[start : start + len(text[start:].split("\n", 1)[0].rstrip())]
        message = f"`{text[start:end]}` is a tag, and tags are not read"
        hint = f"remove it; if it is part of the text, use quotes: `{in_quotes(value)}`"
        self._report("PM007", start, end, message, hint)

    def name(self, name: str, start: int) -> None:
        """Add that an anchor or alias stands there, once for each name."""
        # The others go away together with the first.
        if name not in self._names:
            self._names.add(name)
            end = start + 1 + len(name)
            written = self._source.text[start:end]
            message = f"`{written}` stands for a value in another place, which is not read"
            hint = f"write the value out; if it is text, use quotes: `{in_quotes(written)}`"
            self._report("PM006", start, end, message, hint)

    def _report(  # noqa: PLR0913
        self, code: str, start: int, end: int, message: str, hint: str, *, always: bool = False
    ) -> None:
        if always or not self._foreign:
            span = self._source.span(start, end)
            self.findings.append(Finding(span, message, hint, code=code))
