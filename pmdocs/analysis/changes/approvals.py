"""Who agreed, and whether what they agreed to is still what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.changes.change import Change
from pmdocs.analysis.changes.fields import other
from pmdocs.analysis.changes.normative import is_normative
from pmdocs.analysis.changes.sentence import Id, Said, listed
from pmdocs.model.kinds.prd import Approval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.analysis.changes.change import Effect
    from pmdocs.analysis.changes.delta import Delta
    from pmdocs.analysis.changes.sentence import Sentence
    from pmdocs.model.item import Item

_UNCOVERED, _REJECTED, _APPROVED, _ASKED = 55, 66, 40, 20
_MOST_NAMED = 4


def is_approval(delta: Delta) -> bool:
    """Whether it is about an approval, or a value in one."""
    one = delta.new if delta.new is not None else delta.old
    return delta.path[0] == "approvals" and (
        isinstance(one, Approval) or (len(delta.path) > 1 and delta.key == "state")
    )


def approval(delta: Delta) -> Change:
    """An approval that was asked for, given, refused or taken back."""
    if delta.new is None:
        return other(delta)
    given = delta.new if isinstance(delta.new, Approval) else None
    state = given.state if given else str(delta.new)
    who: Sentence = (Said(given.role if given else delta.within),)
    weight, effect, words = _ASKED, "", "needs the approval of "
    if state == "approved":
        weight, effect, words = _APPROVED, "stronger", "is approved by "
    elif state == "rejected":
        weight, effect, words = _REJECTED, "weaker", "is rejected by "
    elif given is None:
        weight, effect, words = _REJECTED, "weaker", "needs another approval of "
    told: Effect = "stronger" if effect == "stronger" else "weaker" if effect else ""
    old = "" if delta.old is None else str(delta.old)
    return Change("approval", (words, *who), weight, "approvals", old=old, new=state, effect=told)


def uncovered(old: Item, new: Item, deltas: Sequence[Delta]) -> Iterator[Change]:
    """Approvals that were given to another text, and stayed as they were while it changed."""
    touched = [*dict.fromkeys(map(_named, filter(is_normative, deltas)))]
    kept = [one for one in _given(new) if one in _given(old)] if touched else []
    if kept:
        whom = listed([Said(one.role) for one in kept])
        when = {f" of {one.date}" for one in kept if one.date}
        dated = when.pop() if len(when) == 1 else ""
        approvals = "approval by " if len(kept) == 1 else "approvals by "
        cover = " does not cover " if len(kept) == 1 else " do not cover "
        what = listed([Id(name) if "." in name else name for name in touched], _MOST_NAMED)
        sentence = (
            f"has changed since it was approved: the {approvals}",
            *whom,
            dated + cover,
            *what,
        )
        yield Change("approval", sentence, _UNCOVERED, "approvals", effect="weaker")


def _given(item: Item) -> list[Approval]:
    approvals: Sequence[Approval] = getattr(item, "approvals", ())
    return [one for one in approvals if one.state == "approved"]


def _named(delta: Delta) -> str:
    return delta.part or delta.path[0].replace("_", " ")
