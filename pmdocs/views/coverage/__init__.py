"""Coverage: what is there below each roadmap item, as a table of numbers with their shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.chain import Chain
from pmdocs.analysis.coverage import Coverage, Share, coverage_of
from pmdocs.views.ref import Ref, ref_of, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.model.item import Item
    from pmdocs.model.kinds.prd import Prd
    from pmdocs.model.kinds.roadmap_item import RoadmapItem
    from pmdocs.model.kinds.story import Story
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Row:
    """A roadmap item: what hangs on it, and the places of its `objectives` in the head.

    `proven` is the share of its criteria that is shown to hold, if that is known.
    """

    item: Ref
    objectives: frozenset[int]
    found: Coverage
    owner: str = ""
    theme: str = ""
    proven: Share | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What the table shows.

    `advanced` says how many items advance each objective. `loose` is what hangs on
    no roadmap item, where there is any; `total` counts it too. What is proven of them
    is told where it is known.
    """

    objectives: tuple[Ref, ...]
    rows: tuple[Row, ...]
    advanced: tuple[int, ...]
    loose: Coverage | None
    total: Coverage
    loose_proven: Share | None = None
    total_proven: Share | None = None


def build(
    project: Project, items: Sequence[Item] | None = None, proofs: Proofs | None = None
) -> View:
    """The coverage of a project's roadmap items, without what was dropped.

    `items` are those of which the chains are counted that touch them; without them
    all chains are.
    """
    chain = Chain.of(project, items)
    ids = dict.fromkeys([*chain.objectives, *_unread(chain)])
    places = {id: place for place, id in enumerate(ids)}
    rows = tuple(_row(chain, item, places, proofs) for item in chain.items)
    prds, stories = chain.prds.get("", ()), chain.stories.get(("", ""), ())
    return View(
        objectives=tuple(ref_to(project, id) for id in ids),
        rows=rows,
        advanced=tuple(sum(place in row.objectives for row in rows) for place in places.values()),
        loose=coverage_of(chain, prds, stories) if prds or stories else None,
        total=coverage_of(chain, chain.all_prds.values(), stories),
        loose_proven=_proven(proofs, chain, prds, stories),
        total_proven=_proven(proofs, chain, chain.all_prds.values(), stories),
    )


def _proven(
    proofs: Proofs | None, chain: Chain, prds: Iterable[Prd], loose: Iterable[Story] = ()
) -> Share | None:
    """What is proven of the very stories that the other columns count."""
    if proofs is None:
        return None
    share = proofs.share_of([*(s for prd in prds for s in chain.stories_of(prd)), *loose])
    return Share(share.proven, share.total)


def _unread(chain: Chain) -> list[str]:
    """The objectives that cannot be read, and that an item names."""
    named = (id for item in chain.items for id in chain.objectives_of(item))
    return [id for id in named if id in chain.unread]


def _row(chain: Chain, item: RoadmapItem, places: dict[str, int], proofs: Proofs | None) -> Row:
    prds = chain.prds.get(item.id, ())
    return Row(
        ref_of(item),
        frozenset(places[id] for id in chain.objectives_of(item)),
        coverage_of(chain, prds),
        item.owner or "",
        item.theme or "",
        _proven(proofs, chain, prds),
    )
