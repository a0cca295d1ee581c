"""What the page of an item is made of: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.diagnostics import Diagnostic
    from pmdocs.model.item import State


@dataclass(frozen=True, slots=True)
class Fact:
    """A short value: a date, a word, a number. `ids` are shown as links.

    `rich` says that the text is Markdown, `is_address` that it leads elsewhere.
    """

    label: str
    text: str
    ids: tuple[str, ...] = ()
    rich: bool = False

    @property
    def is_address(self) -> bool:
        """Whether the text is the address of a page elsewhere, and nothing else."""
        return self.text.startswith(("https://", "http://")) and " " not in self.text


@dataclass(frozen=True, slots=True)
class Step:
    """`Given`, `When` or `Then`, with one sentence."""

    word: str
    text: str


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """The other ends of all links of one name."""

    name: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A part with its own id: a criterion, a requirement, a task.

    `anchor` is empty when an earlier part of the item has the same id.
    """

    id: str
    local: str
    anchor: str
    text: str
    steps: tuple[Step, ...]
    scenario: str
    facts: tuple[Fact, ...]
    used_by: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A field with a heading of its own.

    `form` says which of the values is there: `text` and `texts` (Markdown),
    `words` (short words), `records` (rows of facts) or `parts`.
    """

    key: str
    label: str
    form: str
    texts: tuple[str, ...] = ()
    records: tuple[tuple[Fact, ...], ...] = ()
    parts: tuple[PartView, ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """A page elsewhere."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class News:
    """An update."""

    date: str
    words: str
    text: str
    health: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """What the page of an item shows."""

    id: str
    title: str
    kind: str
    kind_label: str
    state: State
    when: str
    facts: tuple[Fact, ...]
    sentence: tuple[str, str, str]
    blocks: tuple[Block, ...]
    serves: tuple[LinkGroup, ...]
    served_by: tuple[LinkGroup, ...]
    mentioned_in: tuple[str, ...]
    resources: tuple[Resource, ...]
    news: tuple[News, ...]
    former_ids: tuple[str, ...]
    path: str
    line: int
    findings: tuple[Diagnostic, ...]
    previous: str | None
    following: str | None
    is_page: bool = False
