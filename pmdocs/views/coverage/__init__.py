"""Coverage: what is there below each roadmap item, as a table of numbers with their shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.chain import Chain
from pmdocs.analysis.coverage import Coverage, coverage_of
from pmdocs.views.ref import Ref, ref_of, ref_to

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.item import Item
    from pmdocs.model.kinds.roadmap_item import RoadmapItem
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Row:
    """A roadmap item: what hangs on it, and the places of its `objectives` in the head."""

    item: Ref
    objectives: frozenset[int]
    found: Coverage
    owner: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """What the table shows.

    `advanced` says how many items advance each objective. `loose` is what hangs on
    no roadmap item, where there is any; `total` counts it too.
    """

    objectives: tuple[Ref, ...]
    rows: tuple[Row, ...]
    advanced: tuple[int, ...]
    loose: Coverage | None
    total: Coverage


def build(project: Project, items: Sequence[Item] | None = None) -> View:
    """The coverage of a project's roadmap items, without what was dropped.

    `items` are those of which the chains are counted that touch them; without them
    all chains are.
    """
    chain = Chain.of(project, items)
    ids = dict.fromkeys([*chain.objectives, *_unread(chain)])
    places = {id: place for place, id in enumerate(ids)}
    rows = tuple(_row(chain, item, places) for item in chain.items)
    prds, stories = chain.prds.get("", ()), chain.stories.get(("", ""), ())
    return View(
        objectives=tuple(ref_to(project, id) for id in ids),
        rows=rows,
        advanced=tuple(sum(place in row.objectives for row in rows) for place in places.values()),
        loose=coverage_of(chain, prds, stories) if prds or stories else None,
        total=coverage_of(chain, chain.all_prds.values(), stories),
    )


def _unread(chain: Chain) -> list[str]:
    """The objectives that cannot be read, and that an item names."""
    named = (id for item in chain.items for id in chain.objectives_of(item))
    return [id for id in named if id in chain.unread]


def _row(chain: Chain, item: RoadmapItem, places: dict[str, int]) -> Row:
    return Row(
        ref_of(item),
        frozenset(places[id] for id in chain.objectives_of(item)),
        coverage_of(chain, chain.prds.get(item.id, ())),
        item.owner or "",
        item.theme or "",
    )
