"""The state of the product in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.horizon import is_active
from pmdocs.analysis.lateness import days_late
from pmdocs.views.distance import on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.model.kinds.roadmap_item import RoadmapItem
    from pmdocs.project.project import Project
    from pmdocs.views.overview.moments import Moment


def sentence_of(project: Project, items: Sequence[RoadmapItem], moments: Sequence[Moment]) -> str:
    """How much is built, what is wrong, and when the next release comes.

    `items` are those that were not dropped: `3 of 12 roadmap items are being built and 5
    are done; 1 is blocked; the next release is 1.2 on 31 Mar 2027, in 7 weeks.`
    """
    troubles = _listed([words for words in _troubles(project, items) if words])
    clauses = [_work(items), troubles, *_releases(moments)]
    return "; ".join(clause for clause in clauses if clause) + "."


def _work(items: Sequence[RoadmapItem]) -> str:
    total, done = len(items), sum(item.state.role == "done" for item in items)
    active = sum(is_active(item) for item in items)
    if not total:
        return "Nothing is on the roadmap yet"
    if done == total:
        return (
            "The only roadmap item is done" if total == 1 else f"All {total} roadmap items are done"
        )
    if total == 1:
        return f"The only roadmap item is {'' if active else 'not '}being built"
    many = f"All {total}" if active == total else f"{active} of {total}"
    some = f"{many} roadmap items {_are(active)} being built"
    none = f"None of {total} roadmap items is being built"
    return (some if active else none) + (f" and {done} {_are(done)} done" if done else "")


def _troubles(project: Project, items: Sequence[RoadmapItem]) -> Iterator[str]:
    open_items = [item for item in items if not item.state.closed]
    blocked = [item for item in open_items if item.state.role == "blocked"]
    risky = [item for item in open_items if item not in blocked and _is_risky(item)]
    late = [item for item in open_items if days_late(item, project.today)]
    for count, words in ((len(blocked), "blocked"), (len(risky), "at risk"), (len(late), "late")):
        yield f"{count} {_are(count)} {words}" if count else ""


def _is_risky(item: RoadmapItem) -> bool:
    return item.state.role == "at-risk" or item.health in {"at risk", "off track"}


def _releases(moments: Sequence[Moment]) -> Iterator[str]:
    releases = [moment for moment in moments if moment.sort == "release"]
    late = [moment for moment in releases if moment.overdue]
    if len(late) > 1:
        yield f"{len(late)} releases are late"
    elif late:
        yield f"release {late[0].version} is {late[0].distance}"
    for moment in releases:
        if not moment.overdue:
            yield f"the next release is {moment.version} {on(moment.date)}, {moment.distance}"


def _listed(words: Sequence[str]) -> str:
    """Words as a list within a sentence: `a, b and c`."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _are(count: int) -> str:
    return "is" if count == 1 else "are"
