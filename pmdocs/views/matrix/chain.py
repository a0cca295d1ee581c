"""Who hangs on whom, from objectives down to stories, among what was not dropped."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmdocs.model.ids import local_id
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.model.kinds.story import Story
from pmdocs.views.ref import Ref, ref_to

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeVar

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

    T = TypeVar("T", bound=Item)


@dataclass(frozen=True)
class Chain:
    """The items of a project, with what hangs on each.

    `items` are in the order of their first objectives. `prds` are by item, and
    `stories` by PRD and requirement (the requirement is empty for a story that
    names the PRD alone); what hangs on nothing that is there, has the key ``""``.
    `unread` are pointers to what cannot be read, and so is not known to be missing.
    """

    objectives: dict[str, Objective]
    items: list[RoadmapItem]
    all_prds: dict[str, Prd]
    all_stories: list[Story]
    unread: dict[str, Ref]
    prds: defaultdict[str, list[Prd]] = field(default_factory=lambda: defaultdict(list))
    stories: defaultdict[tuple[str, str], list[Story]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @classmethod
    def of(cls, project: Project) -> Chain:
        """Read the chain of a project."""
        chain = cls(
            {objective.id: objective for objective in _kept(project, Objective)},
            list(_kept(project, RoadmapItem)),
            {prd.id: prd for prd in _kept(project, Prd)},
            list(_kept(project, Story)),
            {id: ref_to(project, id) for id in project.unread},
        )
        chain._join(project.aliases)
        return chain

    def _join(self, aliases: dict[str, str]) -> None:
        order = [*self.objectives, *self.unread]
        self.items.sort(
            key=lambda i: min(map(order.index, self.objectives_of(i)), default=len(order))
        )
        there = {item.id for item in self.items}
        for prd in self.all_prds.values():
            item = aliases.get(prd.item or "", prd.item or "")
            self.prds[item if item in there else ""].append(prd)
        for story in self.all_stories:
            self.stories[self._home(story, aliases)].append(story)

    def _home(self, story: Story, aliases: dict[str, str]) -> tuple[str, str]:
        written, _, requirement = (story.prd or "").partition(".")
        prd = self.all_prds.get(aliases.get(written, written))
        if prd is None:
            return "", ""
        known = requirement in requirements_of(prd)
        return prd.id, requirement if known else ""

    def objectives_of(self, item: RoadmapItem) -> list[str]:
        """The objectives that an item helps to reach, also by one of their key results."""
        named = (ref.partition(".")[0] for ref in item.objectives)
        return [id for id in dict.fromkeys(named) if id in self.objectives or id in self.unread]

    def stories_of(self, prd: Prd) -> Iterator[Story]:
        """All stories that realise a PRD or one of its requirements."""
        for requirement in ("", *requirements_of(prd)):
            yield from self.stories.get((prd.id, requirement), ())


def requirements_of(prd: Prd) -> dict[str, str]:
    """What the requirements of a PRD say, by their own half of the id."""
    return {local_id(r, prd): r.text for r in prd.requirements if r.id}


def _kept(project: Project, kind: type[T]) -> Iterator[T]:
    return (item for item in project.of(kind) if item.state.role != "dropped")
