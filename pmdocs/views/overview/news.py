"""The latest updates of all items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.views.ref import Ref, ref_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.model.dates import Date
    from pmdocs.model.item import Item

_ROLES = {"on track": "done", "at risk": "at-risk", "off track": "blocked"}


@dataclass(frozen=True, slots=True)
class News:
    """An update of an item; `health` is how it stood then, in a word, `role` its colour."""

    item: Ref
    date: Date
    text: str
    health: str
    role: str


def news_of(items: Iterable[Item]) -> tuple[News, ...]:
    """All updates, the newest first."""
    found = [
        News(ref_of(item), update.date, update.text, update.health or "", _role(update.health))
        for item in items
        for update in item.updates
    ]
    return tuple(sorted(found, key=lambda news: news.date.last, reverse=True))


def _role(health: str | None) -> str:
    return _ROLES.get(health or "", "")
