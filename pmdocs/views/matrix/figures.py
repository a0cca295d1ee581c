"""How much of the chain is there, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.coverage import Share, coverage_of

if TYPE_CHECKING:
    from pmdocs.analysis.chain import Chain
    from pmdocs.analysis.proof.book import Proofs


@dataclass(frozen=True, slots=True)
class Figure:
    """`count` of `total` do what the label says; without a total it is just a number."""

    label: str
    count: int
    total: int | None = None

    @property
    def percent(self) -> int | None:
        """The share in whole percent, rounded down; none where there is nothing to share."""
        return Share(self.count, self.total).percent if self.total else None


def figures_of(chain: Chain) -> tuple[Figure, ...]:
    """The share of each step of the chain that goes on to the next, and the criteria."""
    prds = chain.all_prds.values()
    all_of_it = coverage_of(chain, prds, chain.stories.get(("", ""), ()))
    specified = sum(bool(chain.prds.get(item.id)) for item in chain.items)
    realised = sum(any(chain.stories_of(prd)) for prd in prds)
    wanted, stories = all_of_it.requirements, all_of_it.stories
    return (
        Figure("roadmap items with a PRD", specified, len(chain.items)),
        Figure("PRDs with stories", realised, len(prds)),
        Figure("requirements with a story", wanted.count, wanted.total),
        Figure("stories with criteria", stories.count, stories.total),
        Figure("acceptance criteria", all_of_it.criteria),
    )


def proven_figure(chain: Chain, proofs: Proofs) -> Figure:
    """The share of the criteria of these stories that is shown to hold."""
    share = proofs.share_of(chain.all_stories)
    return Figure("criteria proven", share.proven, share.total)
