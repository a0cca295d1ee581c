"""Which words of an item are a promise, so that whoever agreed to it agreed to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.model.normative import BESIDE

if TYPE_CHECKING:
    from pmdocs.analysis.changes.delta import Delta

# Dates are agreed to, but not those of what has happened. A name is not what it is a name of.
_BESIDE = BESIDE | {"actual", "health", "title", "verification"}


def is_normative(delta: Delta) -> bool:
    """Whether a change touches what was agreed to, and not only how it is kept or how far it is."""
    linked = delta.field.link is not None and not delta.field.link.local
    return not ({*delta.path, delta.key} & _BESIDE or delta.order or linked)
