"""What the page of an item is made of: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.diagnostics import Diagnostic
    from pmdocs.model.item import State
    from pmdocs.views.item.pieces import Meter

# The first of the fields that all kinds have: what is computed for a kind stands before them.
LAST = "owner"


@dataclass(frozen=True, slots=True)
class Fact:
    """A short value: a date, a word, a number. `ids` are shown as links.

    `rich` says that the text is Markdown, `is_address` that it leads elsewhere.
    `role` gives it the shape of a status, `level` so many of three bars. `notes` stand
    behind each of the links.
    """

    label: str
    text: str
    ids: tuple[str, ...] = ()
    rich: bool = False
    role: str = ""
    level: int = 0
    notes: tuple[str, ...] = ()

    @property
    def is_address(self) -> bool:
        """Whether the text is the address of a page elsewhere, and nothing else."""
        return self.text.startswith(("https://", "http://")) and " " not in self.text


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """The other ends of all links of one name."""

    name: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A part with its own id: a criterion, a requirement, a key result.

    `anchor` is empty when an earlier part of the item has the same id.
    """

    id: str
    local: str
    anchor: str
    text: str
    facts: tuple[Fact, ...]
    used_by: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page with a heading of its own.

    `form` says what is in it: `text` and `texts` (Markdown), `words` (short words) or
    `parts`, or the name of a form whose values are in `own`. Such a block shows the
    fields that it `takes`, in the place of the first, or else stands before the field
    `at`. Blocks with the same word in `beside` stand side by side.
    """

    key: str
    label: str
    form: str
    texts: tuple[str, ...] = ()
    parts: tuple[PartView, ...] = ()
    own: object = None
    takes: tuple[str, ...] = ()
    at: str = ""
    beside: str = ""

    @property
    def anchor(self) -> str:
        """Where it is on the page."""
        return f"pm-{self.key.replace('_', '-')}"

    @property
    def place(self) -> str:
        """The field that it stands in the place of, or before."""
        return self.at or (self.takes[0] if self.takes else "")

    @property
    def computed(self) -> bool:
        """Whether nobody wrote what is in it."""
        return self.own is not None and not self.takes


@dataclass(frozen=True, slots=True)
class Form:
    """What a page shows in the way of its kind, in the place of the generic form.

    `lead` stands at the top and shows the fields that it `takes`; `opening` is the
    text there that says it all, `meter` how far it has come. `facts` come before those
    of the fields. Each of `beside` names fields that stand side by side.
    """

    lead: object = None
    opening: str = ""
    meter: Meter | None = None
    takes: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    blocks: tuple[Block, ...] = ()
    beside: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """A page elsewhere."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class News:
    """An update; `role` is the shape of the health that it tells."""

    date: str
    words: str
    text: str
    health: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class ItemView:
    """What the page of an item shows.

    `meter` is how far it has come, `proven` how much of its criteria is shown to hold.
    """

    id: str
    title: str
    kind: str
    kind_label: str
    state: State
    path: str
    line: int
    when: str = ""
    opening: str = ""
    lead: object = None
    meter: Meter | None = None
    proven: Meter | None = None
    facts: tuple[Fact, ...] = ()
    blocks: tuple[Block, ...] = ()
    serves: tuple[LinkGroup, ...] = ()
    served_by: tuple[LinkGroup, ...] = ()
    mentioned_in: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    news: tuple[News, ...] = ()
    former_ids: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    previous: str | None = None
    following: str | None = None
    is_page: bool = False

    @property
    def rows(self) -> tuple[tuple[Block, ...], ...]:
        """The blocks, with those that stand side by side together."""
        numbered = enumerate(self.blocks)
        groups = groupby(numbered, lambda one: one[1].beside or one[0])
        return tuple(tuple(block for _, block in group) for _, group in groups)
