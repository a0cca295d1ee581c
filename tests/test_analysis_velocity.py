from __future__ import annotations

from pmdocs.analysis.velocity import SprintPoints, points_of, velocity
from pmdocs.model.kinds.sprint import Sprint
from tests.lighthouse import TODAY, product

# Today is 10 Feb 2027: SPR-1 is closed, SPR-2 is over, SPR-3 goes on.
SPRINTS = """\
- {id: SPR-3, title: Third, start: 2027-02-08, end: 2027-02-19, goal: g, status: active}
- {id: SPR-1, title: First, start: 2027-01-04, end: 2027-01-15, goal: g, status: closed}
- {id: SPR-2, title: Second, start: 2027-01-18, end: 2027-01-29, goal: g, status: active}
- {id: US-10, title: t, as_a: a, i_want: b, sprint: SPR-1, points: 5, status: done}
- {id: US-11, title: t, as_a: a, i_want: b, sprint: SPR-1, points: 3, status: ready}
- {id: US-12, title: t, as_a: a, i_want: b, sprint: SPR-1, points: 8, status: dropped}
- {id: US-13, title: t, as_a: a, i_want: b, sprint: SPR-2, points: 2.5, status: done}
- {id: US-14, title: t, as_a: a, i_want: b, sprint: SPR-2, status: done}
- {id: US-15, title: t, as_a: a, i_want: b, sprint: SPR-3, points: 13, status: done}
"""


def points() -> tuple[SprintPoints, ...]:
    project = product(SPRINTS)
    return points_of(project, project.of(Sprint))


def test_sprints_are_in_the_order_of_their_first_days() -> None:
    assert [one.sprint.id for one in points()] == ["SPR-1", "SPR-2", "SPR-3"]


def test_points_are_added_and_dropped_stories_left_out() -> None:
    assert [(one.committed, one.done, one.stories) for one in points()] == [
        (8, 5, 2),
        (2.5, 2.5, 2),
        (13, 13, 1),
    ]


def test_the_average_is_of_sprints_that_are_over() -> None:
    assert TODAY.isoformat() == "2027-02-10"
    assert [one.over for one in points()] == [True, True, False]
    assert velocity(points()) == 3.75


def test_there_is_no_average_before_the_first_sprint_is_over() -> None:
    assert velocity(points()[2:]) is None
    assert velocity(()) is None
