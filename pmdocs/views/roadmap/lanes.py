"""The lanes of a timeline: which items stand together, and in which order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from pmdocs.analysis.progress import progress_of
from pmdocs.model.kinds.release import Release

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pmdocs.analysis.progress import Progress
    from pmdocs.model.item import Item
    from pmdocs.model.kinds.roadmap_item import RoadmapItem
    from pmdocs.project.project import Project
    from pmdocs.views.roadmap.scale import Place, Scale

Group: TypeAlias = Literal["objective", "theme", "team", "release"]
GROUPS: tuple[Group, ...] = get_args(Group)


@dataclass(frozen=True, slots=True)
class Row:
    """A roadmap item on the timeline.

    `done` is how much of its bar is filled, in percent; `progress` what that
    is counted from. `about` says all of it in one sentence.
    """

    id: str
    title: str
    status: str
    role: str
    when: str
    place: Place
    done: int
    progress: Progress | None
    confidence: str
    health: str
    owner: str
    team: str
    waits_for: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Lane:
    """Items that stand together, under the item (`id`) or the words that they share.

    `done` and `total` count its items, without those that were dropped; the
    bar of the lane is filled by `percent`, the mean of what is done of each.
    """

    id: str
    title: str
    rows: tuple[Row, ...]
    start: int
    days: int
    done: int
    total: int
    percent: int


def groups_of(items: Sequence[RoadmapItem]) -> tuple[Group, ...]:
    """What lanes can be made of: what at least one item names, and else objectives."""
    return tuple(g for g in GROUPS if any(_key(item, g) for item in items)) or ("objective",)


def lanes_of(
    project: Project, items: Iterable[RoadmapItem], scale: Scale, group: Group
) -> tuple[Lane, ...]:
    """The lanes of the items that have a time, in the order of what they share."""
    members: defaultdict[str, list[RoadmapItem]] = defaultdict(list)
    for item in items:
        members[_key(item, group)].append(item)
    keys = sorted(members, key=lambda key: _rank(project, key, group))
    return tuple(_lane(project, members[key], key, scale, group) for key in keys)


def _key(item: RoadmapItem, group: Group) -> str:
    match group:
        case "objective":
            return item.objectives[0].partition(".")[0] if item.objectives else ""
        case "theme":
            return item.theme or ""
        case "team":
            return item.team or ""
        case "release":
            return item.release or ""


def _rank(project: Project, key: str, group: Group) -> tuple[bool, str, int]:
    """Releases by their date, objectives as they were read, the rest as it comes."""
    item = project.items.get(key)
    date = item.date.last.isoformat() if isinstance(item, Release) else ""
    position = list(project.items).index(key) if item and group == "objective" else 0
    return not key, date, position


def _lane(project: Project, items: list[RoadmapItem], key: str, scale: Scale, group: Group) -> Lane:
    rows = tuple(sorted((row_of(project, item, scale) for item in items), key=_by_time))
    start = min(row.place.start for row in rows)
    end = max(row.place.end for row in rows)
    counted = [row for row in rows if row.role != "dropped"]
    linked = group in {"objective", "release"} and project.find(key) is not None
    return Lane(
        id=key if linked else "",
        title=(project.title_of(key) if linked else key) or f"No {group}",
        rows=rows,
        start=start,
        days=end - start,
        done=sum(row.role == "done" for row in counted),
        total=len(counted),
        percent=sum(row.done for row in counted) // max(len(counted), 1),
    )


def _by_time(row: Row) -> tuple[int, int]:
    return row.place.start, row.place.end


def row_of(project: Project, item: RoadmapItem, scale: Scale) -> Row:
    """The row of an item that has a time."""
    period = item.when
    assert period is not None  # noqa: S101 - items without a time go to the tray
    progress = progress_of(project, item.id)
    by_status = 100 if item.state.role == "done" else 0
    return Row(
        id=item.id,
        title=item.title,
        status=item.status,
        role=item.state.role,
        when=period.short,
        place=scale.place(period),
        done=progress.percent if progress else by_status,
        progress=progress,
        confidence=item.confidence or "",
        health=item.health or "",
        owner=item.owner or "",
        team=item.team or "",
        waits_for=tuple(_open(project, item)),
        about=about(item, period.words, progress),
    )


def _open(project: Project, item: RoadmapItem) -> Iterator[str]:
    """What an item waits for; two that are both closed wait no more."""
    for id in item.depends_on:
        other = project.items.get(id)
        if not (item.state.closed and other and other.state.closed):
            yield id


def about(item: Item, when: str, progress: Progress | None) -> str:
    """All that a picture of an item says, in one sentence for those who cannot see it."""
    health, sure = getattr(item, "health", None), getattr(item, "confidence", None)
    team = getattr(item, "team", None)
    waits = ", ".join(getattr(item, "depends_on", ()))
    facts = [
        when,
        item.status,
        progress.words if progress else "",
        f"health: {health}" if health else "",
        f"{sure} confidence" if sure else "",
        f"owner: {item.owner}" if item.owner else "",
        f"team: {team}" if team else "",
        f"waits for {waits}" if waits else "",
    ]
    return f"{item.title}: {', '.join(fact for fact in facts if fact)}"
