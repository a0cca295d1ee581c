"""What is proven, and what is not: by state, by story, by PRD and by owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.reach import stories_below
from pmdocs.analysis.proof.state import State
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.story import Story
from pmdocs.views.proof.criteria import Failing, Unshown, failing_of, unshown_of
from pmdocs.views.proof.shares import Amount, Share, by_owner, by_prd, share_of
from pmdocs.views.proof.sources import Sources, Stranger, sources_of, strangers_of
from pmdocs.views.proof.stories import Open, opened, ready
from pmdocs.views.proven import role_of, word_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows.

    `whole` is how much is proven of all, `amounts` how many criteria are in each state.
    `opened` are the stories that are called done without proof, `ready` those that are
    proven and not called done. `failing` are the criteria that fail; where `compares`,
    it is known which of them passed before. `stale` and `skipped` are criteria that tests or
    people name and that are not proven. `strangers` are ids that tests name and
    that do not exist.
    """

    whole: Share
    amounts: tuple[Amount, ...]
    sources: Sources
    opened: tuple[Open, ...]
    ready: tuple[Open, ...]
    failing: tuple[Failing, ...]
    compares: bool
    stale: tuple[Unshown, ...]
    skipped: tuple[Unshown, ...]
    prds: tuple[Share, ...]
    owners: tuple[Share, ...]
    strangers: tuple[Stranger, ...]


def build(
    project: Project, proofs: Proofs | None, items: Sequence[Item] | None = None
) -> View | None:
    """Work out what to show, None where nobody has said where results are.

    `items` are those that are shown with the stories that hang on them; without them
    all stories are.
    """
    if proofs is None:
        return None
    stories = _stories(project, items)
    ids = {story.id for story in stories}
    share = proofs.share_of(stories)
    prds = [prd for prd in project.of(Prd) if items is None or _touches(proofs, prd, ids)]
    return View(
        whole=share_of("", share),
        amounts=tuple(
            Amount(word_of(state), role_of(state), count) for state, count in share.counts
        ),
        sources=sources_of(proofs),
        opened=opened(proofs, ids),
        ready=ready(proofs, ids),
        failing=failing_of(proofs, ids),
        compares=proofs.before is not None,
        stale=unshown_of(proofs, stories, State.STALE),
        skipped=unshown_of(proofs, stories, State.SKIPPED),
        prds=by_prd(proofs, prds),
        owners=by_owner(proofs, stories),
        strangers=strangers_of(proofs) if items is None else (),
    )


def _stories(project: Project, items: Sequence[Item] | None) -> list[Story]:
    if items is None:
        return list(project.of(Story))
    found = (story for item in items for story in stories_below(project, item.id))
    return list({story.id: story for story in found}.values())


def _touches(proofs: Proofs, prd: Prd, ids: set[str]) -> bool:
    below = [story.id for story in stories_below(proofs.project, prd.id)]
    return bool(below) and ids.issuperset(below)
