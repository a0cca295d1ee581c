"""How much of the chain is there, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.analysis.chain import Chain


@dataclass(frozen=True, slots=True)
class Figure:
    """`count` of `total` do what the label says; without a total it is just a number."""

    label: str
    count: int
    total: int | None = None

    @property
    def percent(self) -> int | None:
        """The share in whole percent, rounded down; none where there is nothing to share."""
        return self.count * 100 // self.total if self.total else None


def figures_of(chain: Chain) -> tuple[Figure, ...]:
    """The share of each step of the chain that goes on to the next, and the criteria."""
    prds, stories, wanted = chain.all_prds.values(), chain.all_stories, chain.wanted()
    return (
        Figure(
            "roadmap items with a PRD",
            sum(bool(chain.prds.get(item.id)) for item in chain.items),
            len(chain.items),
        ),
        Figure(
            "PRDs with stories",
            sum(any(chain.stories_of(prd)) for prd in prds),
            len(prds),
        ),
        Figure(
            "requirements with a story",
            sum(bool(chain.stories.get(key)) for key in wanted),
            len(wanted),
        ),
        Figure(
            "stories with criteria",
            sum(bool(story.criteria) for story in stories),
            len(stories),
        ),
        Figure("acceptance criteria", sum(len(story.criteria) for story in stories)),
    )
