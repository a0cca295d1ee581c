"""A sprint: its goal, the points of its stories, and the stories by state."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.kinds.story import Story
from pmdocs.views.item.body import to_show
from pmdocs.views.item.entries import sources, story_entry
from pmdocs.views.item.facts import shown
from pmdocs.views.item.pieces import Entry, Meter
from pmdocs.views.item.values import LAST, Block, Fact, Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.model.kinds.sprint import Sprint
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Column:
    """The stories of one state, and their points."""

    word: str
    role: str
    points: str
    stories: tuple[Entry, ...]


def build(project: Project, sprint: Sprint) -> Form:
    """What the page of a sprint shows in its own way."""
    goal = to_show(sprint, "goal")
    stories = [s for s in sources(project, sprint.id, "sprint") if isinstance(s, Story)]
    columns = tuple(_columns(stories))
    board = Block("board", "Stories", "columns", own=columns, at=LAST)
    return Form(
        opening=goal,
        takes=("goal",) if goal else (),
        facts=tuple(_committed(sprint, stories)),
        meter=_meter(stories),
        blocks=(board,) if columns else (),
    )


def _committed(sprint: Sprint, stories: Sequence[Story]) -> Iterator[Fact]:
    """The points of all stories that were not dropped, and those without an estimate."""
    if not stories:
        return
    points = _points(kept := _kept(stories))
    over = sprint.capacity is not None and points > sprint.capacity
    text = f"{shown(points)} points" + (", more than fit in" if over else "")
    yield Fact("Committed", text, role="at-risk" if over else "")
    open_ones = sum(story.points is None for story in kept)
    if open_ones:
        yield Fact("Without points", str(open_ones))


def _meter(stories: Sequence[Story]) -> Meter | None:
    kept = _kept(stories)
    done, total = _points([s for s in kept if s.state.role == "done"]), _points(kept)
    return Meter(done, total, f"{shown(done)} of {shown(total)} points done") if total else None


def _kept(stories: Sequence[Story]) -> list[Story]:
    return [story for story in stories if story.state.role != "dropped"]


def _points(stories: Sequence[Story]) -> float:
    return sum(story.points or 0.0 for story in stories)


def _columns(stories: Sequence[Story]) -> Iterator[Column]:
    """The states that occur, in the order of the kind."""
    for state in Story.states:
        here = [story for story in stories if story.state == state]
        if here:
            entries = tuple(story_entry(story, _note(story)) for story in here)
            yield Column(state.word, state.role, shown(_points(here)), entries)


def _note(story: Story) -> str:
    if story.points is None:
        return ""
    return f"{shown(story.points)} {'point' if story.points == 1 else 'points'}"
