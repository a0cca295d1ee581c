"""Who has to agree to an item, and what they said: for PRDs and charters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.views.item.pieces import Seal
from pmdocs.views.item.values import Block

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.model.kinds.prd import Approval

_SHAPES = {"requested": "planned", "approved": "done", "rejected": "blocked"}


def approvals(written: Iterable[Approval]) -> Block:
    """The strip of approvals."""
    seals = tuple(
        Seal(a.role, a.name or "", a.state, _SHAPES[a.state], a.date.words if a.date else "")
        for a in written
    )
    return Block("approvals", "Approvals", "seals", own=seals, takes=("approvals",))
