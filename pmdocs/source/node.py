"""YAML values that remember where they were written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from pmdocs.source.scalars import Plain, resolve

if TYPE_CHECKING:
    from pmdocs.text import Source, Span

# Nodes are not frozen: a large product has hundreds of thousands of them, and
# a frozen dataclass takes three times as long to make. Nobody changes one.


@dataclass(slots=True)
class Scalar:
    """A single value; `text` is what was written, without quotes.

    `quoted` is true for quoted and block scalars, which are always text.
    """

    source: Source = field(repr=False)
    start: int
    end: int
    text: str
    quoted: bool = False

    @property
    def span(self) -> Span:
        """Where it was written."""
        return self.source.span(self.start, self.end)

    @property
    def value(self) -> Plain:
        """The value by the YAML 1.2 core schema."""
        return self.text if self.quoted else resolve(self.text)

    @property
    def is_null(self) -> bool:
        """Whether nothing was written, or the word for nothing."""
        return not self.quoted and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(slots=True)
class Sequence:
    """A list of values."""

    source: Source = field(repr=False)
    start: int
    end: int
    items: list[Node]

    @property
    def span(self) -> Span:
        """Where it was written."""
        return self.source.span(self.start, self.end)


@dataclass(slots=True)
class Mapping:
    """Named values, in the order in which they were written.

    `keys` holds the key of each entry by its text, `entries` its value.
    """

    source: Source = field(repr=False)
    start: int
    end: int
    keys: dict[str, Scalar]
    entries: dict[str, Node]

    @property
    def span(self) -> Span:
        """Where it was written."""
        return self.source.span(self.start, self.end)

    @property
    def head(self) -> Span:
        """The first key, or all of it when it has none."""
        return next((key.span for key in self.keys.values()), self.span)

    def get(self, name: str) -> Node | None:
        """The value with this name."""
        return self.entries.get(name)

    def text(self, name: str) -> str | None:
        """The text of the single value with this name, if it is one."""
        node = self.entries.get(name)
        return node.text if isinstance(node, Scalar) and not node.is_null else None


Node: TypeAlias = Scalar | Sequence | Mapping
