"""Whether words still mean what they meant."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.history.passages import Passage
    from pmdocs.model.item import Item

# Two sentences about different things share their small words: about a quarter.
_ANOTHER = 0.35


def is_another(old: str, new: str) -> bool:
    """Whether these are words about another thing, and no better ones about the same.

    An opinion: so few words are left, in the same order, that nobody would call it
    an edit.
    """
    words = old.lower().split(), new.lower().split()
    return all(words) and SequenceMatcher(None, *words, autojunk=False).ratio() < _ANOTHER


def is_draft(item: Item, before: Passage) -> bool:
    """Whether an item was only thought about then, so that nobody built on it."""
    written = before.values.get("status") or type(item).model_fields["status"].default
    return any(s.word == written and s.role == "discovery" for s in item.states)
