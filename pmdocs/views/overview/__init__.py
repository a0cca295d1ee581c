"""The state of a product on one page, to be sent to somebody who reads no other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.horizon import is_active, is_recent
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.model.kinds.story import Story
from pmdocs.views.board.columns import along, closed_last
from pmdocs.views.overview.aims import Aim, aims_of
from pmdocs.views.overview.moments import Moment, moments_of
from pmdocs.views.overview.news import News, news_of
from pmdocs.views.overview.sentence import sentence_of
from pmdocs.views.overview.soundness import Soundness, soundness_of
from pmdocs.views.overview.trouble import Threat, in_trouble, threats_of
from pmdocs.views.tile import Tile, tile_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

MOST_DONE = 8
MOST_NEWS = 8
MOST_THREATS = 5
MOST_MOMENTS = 5


@dataclass(frozen=True, slots=True)
class Share:
    """How many roadmap items are in a state."""

    word: str
    role: str
    count: int


@dataclass(frozen=True, slots=True)
class View:
    """What the overview shows.

    `sentence` says the most important in words. `shares` are the roadmap items by
    state, without those that were dropped; `total` counts them. `stories_done`
    and `stories` count the stories in the same way. `moments` are dates that everybody
    looks at; `more_overdue` of them are overdue as well and not shown. `built` are those that are
    being built, `trouble` those that are blocked, at risk or late. `threats` are
    the gravest open risks, of which `more_threats` are not shown. `done` are
    those that were done within three months, `more_done` are not shown.
    `soundness` is none on a site that shows no findings.
    """

    sentence: str
    shares: tuple[Share, ...]
    total: int
    stories_done: int
    stories: int
    moments: tuple[Moment, ...]
    more_overdue: int
    built: tuple[Tile, ...]
    aims: tuple[Aim, ...]
    trouble: tuple[Tile, ...]
    threats: tuple[Threat, ...]
    more_threats: int
    news: tuple[News, ...]
    done: tuple[Tile, ...]
    more_done: int
    soundness: Soundness | None
    empty: bool


def build(
    project: Project,
    found: Sequence[Diagnostic] | None = (),
    *,
    items: Sequence[Item] | None = None,
) -> View:
    """The overview of a project, or of a choice of its `items` of any kind.

    `found` are the findings; without any (None) the overview says nothing about
    how sound the documents are.
    """
    chosen = list(project.items.values()) if items is None else list(items)
    planned = [one for one in chosen if isinstance(one, RoadmapItem) and _is_kept(one)]
    stories = [one for one in chosen if isinstance(one, Story) and _is_kept(one)]
    recent = closed_last(project, (one for one in planned if is_recent(one, project.today)))
    moments = moments_of(project, chosen)
    threats = threats_of(chosen)
    return View(
        sentence=sentence_of(project, planned, moments),
        shares=_shares(planned),
        total=len(planned),
        stories_done=sum(one.state.role == "done" for one in stories),
        stories=len(stories),
        moments=moments[-MOST_MOMENTS:],
        more_overdue=len(moments[:-MOST_MOMENTS]),
        built=_cards(project, [one for one in planned if is_active(one)]),
        aims=aims_of(project, chosen, planned),
        trouble=_cards(project, [one for one in planned if in_trouble(one, project.today)]),
        threats=threats[:MOST_THREATS],
        more_threats=len(threats[MOST_THREATS:]),
        news=news_of(chosen)[:MOST_NEWS],
        done=tuple(tile_of(project, one) for one in recent[:MOST_DONE]),
        more_done=len(recent[MOST_DONE:]),
        soundness=None if found is None else soundness_of(project, found),
        empty=not (chosen or project.unread),
    )


def _is_kept(item: Item) -> bool:
    return item.state.role != "dropped"


def _cards(project: Project, items: Sequence[Item]) -> tuple[Tile, ...]:
    return tuple(tile_of(project, item) for item in sorted(items, key=along))


def _shares(items: Sequence[RoadmapItem]) -> tuple[Share, ...]:
    """The states that occur, what is done first: from the end of the work to its beginning."""
    states = [state for state in RoadmapItem.states if not state.closed]
    done = [state for state in RoadmapItem.states if state.role == "done"]
    counted = (
        Share(state.word, state.role, sum(item.state == state for item in items))
        for state in (*done, *reversed(states))
    )
    return tuple(share for share in counted if share.count)
