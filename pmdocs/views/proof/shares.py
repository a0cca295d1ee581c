"""How much is proven of each PRD, and of what each person answers for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.views.ref import Ref, ref_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.analysis.proof.share import ProvenShare
    from pmdocs.model.kinds.prd import Prd
    from pmdocs.model.kinds.story import Story

NOBODY = "Nobody"


@dataclass(frozen=True, slots=True)
class Amount:
    """How many criteria are in a state: its word, and the role of its shape."""

    word: str
    role: str
    count: int


@dataclass(frozen=True, slots=True)
class Share:
    """A bar: how many percent are proven, and what that is in words.

    `ref` is the item that it is about, if it is one; `failing` says that something of it fails.
    """

    name: str
    percent: int
    words: str
    failing: bool = False
    ref: Ref | None = None


def share_of(name: str, share: ProvenShare, ref: Ref | None = None) -> Share:
    """A share as a bar."""
    failing = any(state.value == "failing" for state, _ in share.counts)
    return Share(name, share.percent or 0, share.words, failing, ref)


def by_prd(proofs: Proofs, prds: Iterable[Prd]) -> tuple[Share, ...]:
    """The PRDs with criteria below them, the least proven first."""
    found = [(proofs.share(prd.id), prd) for prd in prds]
    shares = [share_of("", share, ref_of(prd)) for share, prd in found if share.total]
    return tuple(sorted(shares, key=lambda one: one.percent))


def by_owner(proofs: Proofs, stories: Iterable[Story]) -> tuple[Share, ...]:
    """The owners of stories with criteria, by name; stories without one come last."""
    owned: dict[str, list[Story]] = {}
    for story in stories:
        owned.setdefault(story.owner or "", []).append(story)
    names = sorted(owned, key=lambda name: (not name, name.casefold(), name))
    found = ((name, proofs.share_of(owned[name])) for name in names)
    return tuple(share_of(name or NOBODY, share) for name, share in found if share.total)
