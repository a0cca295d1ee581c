"""How much of the chain goes on to its next step, counted from what is linked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.analysis.chain import Chain
    from pmdocs.model.kinds.prd import Prd
    from pmdocs.model.kinds.story import Story


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `total`."""

    count: int
    total: int

    @property
    def percent(self) -> int | None:
        """The share in whole percent, rounded down; none where there is nothing to share."""
        return self.count * 100 // self.total if self.total else None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What hangs on one roadmap item, or on many.

    `requirements` are those with a story, `stories` those with criteria, and
    `done` the stories that are done, of how many there are.
    """

    prds: int
    requirements: Share
    stories: Share
    criteria: int
    done: Share


def coverage_of(chain: Chain, prds: Iterable[Prd], loose: Iterable[Story] = ()) -> Coverage:
    """The coverage of some PRDs and what hangs on them, and of stories that hang on none."""
    prds = list(prds)
    wanted = chain.wanted(prds)
    stories = [*(story for prd in prds for story in chain.stories_of(prd)), *loose]
    return Coverage(
        prds=len(prds),
        requirements=Share(sum(bool(chain.stories.get(key)) for key in wanted), len(wanted)),
        stories=Share(sum(bool(story.criteria) for story in stories), len(stories)),
        criteria=sum(len(story.criteria) for story in stories),
        done=Share(sum(story.state.role == "done" for story in stories), len(stories)),
    )
