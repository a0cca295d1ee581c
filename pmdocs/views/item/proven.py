"""Stories in the lists of an item's page, with what is proven of them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from pmdocs.analysis.proof.state import State
from pmdocs.model.kinds.story import Story
from pmdocs.views.item.pieces import Entry, Meter

if TYPE_CHECKING:
    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.analysis.proof.share import ProvenShare
    from pmdocs.views.item.values import Block


def meter_of(share: ProvenShare) -> Meter:
    """How much is proven as a bar, which says so where something fails."""
    return Meter(share.proven, share.total, share.words, share.worst is State.FAILING)


def with_proof(block: Block, proofs: Proofs) -> Block:
    """A block, of which each story that is listed tells what is proven and not what is met."""
    return replace(block, own=_proven(block.own, proofs))


def _proven(value: Any, proofs: Proofs) -> Any:
    """Values of any form, in which only the entries of stories are others."""
    if isinstance(value, Entry):
        return _entry(value, proofs)
    if isinstance(value, tuple):
        return tuple(_proven(one, proofs) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        made = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _proven(one, proofs) for name, one in made.items()})
    return value


def _entry(entry: Entry, proofs: Proofs) -> Entry:
    story = proofs.project.find(entry.ref.id)
    if entry.meter is None or not isinstance(story, Story):
        return entry
    return replace(entry, meter=meter_of(proofs.share(story.id)))
