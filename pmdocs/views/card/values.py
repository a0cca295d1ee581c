"""What a card is made of: plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pmdocs.analysis.summary import plain, shortened
from pmdocs.views.ref import ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.project.project import Project
    from pmdocs.views.proven import Test
    from pmdocs.views.ref import Ref

MOST = 3
_TITLE = 80


@dataclass(frozen=True, slots=True)
class Few:
    """Where the links of one name lead: the first few of them, and how many there are besides."""

    name: str
    refs: tuple[Ref, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Bar:
    """How far it has come: whole percent, and what they are counted from."""

    percent: int
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """`Given`, `When` or `Then` of a criterion, with one sentence."""

    word: str
    text: str


@dataclass(frozen=True, slots=True)
class Health:
    """How an item stands, as a word and its colour role."""

    word: str
    role: str


@dataclass(frozen=True, slots=True)
class News:
    """The latest update: when it was written, how the item stood then, and what it says."""

    when: str
    health: Health | None
    text: str


@dataclass(frozen=True, slots=True)
class CardView:
    """What a card shows; all of it is plain text.

    `kind` is what people call it, `role` the colour role of its `status`. `text`
    is one sentence, `steps` are those of a criterion. `belongs` is the item that
    a part belongs to, `links` say what it waits for and what it serves. A criterion has
    the first few of its `tests`, and `why` says what nobody would guess of its state.
    """

    id: str
    kind: str
    title: str
    status: str = ""
    role: str = ""
    text: str = ""
    steps: tuple[Step, ...] = ()
    belongs: Ref | None = None
    when: str = ""
    bar: Bar | None = None
    owner: str = ""
    team: str = ""
    confidence: str = ""
    health: Health | None = None
    links: tuple[Few, ...] = ()
    news: News | None = None
    why: str = ""
    tests: tuple[Test, ...] = ()
    more_tests: int = 0


def few(project: Project, name: str, ids: Iterable[str]) -> Few:
    """The first three of these, each once."""
    listed = list(dict.fromkeys(ids))
    refs = tuple(short(ref_to(project, id)) for id in listed[:MOST])
    return Few(name, refs, max(0, len(listed) - MOST))


def short(ref: Ref) -> Ref:
    """The pointer with a title that fits on a line; that of a part may be a page of Markdown."""
    title = plain(ref.title) if "." in ref.id else ref.title
    return replace(ref, title=shortened(title, _TITLE))
