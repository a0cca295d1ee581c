"""Who hangs on whom, from the visions down to the stories, among what was not dropped."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pmdocs.model.ids import local_id
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.model.kinds.story import Story
from pmdocs.model.kinds.vision import Vision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeVar

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project, Unread

    T = TypeVar("T", bound=Item)


@dataclass(frozen=True)
class Chain:
    """The items of a project, with what hangs on each.

    `items` are in the order of their first objectives. `prds` are by item, and
    `stories` by PRD and requirement (the requirement is empty for a story that
    names the PRD alone); what hangs on nothing that is there, has the key ``""``.
    `unread` is what cannot be read, and so is not known to be missing. `partial`
    are the ids of those of which not everything that hangs on them is here.
    """

    visions: dict[str, Vision]
    objectives: dict[str, Objective]
    items: list[RoadmapItem]
    all_prds: dict[str, Prd]
    all_stories: list[Story]
    unread: Mapping[str, Unread]
    aliases: Mapping[str, str]
    partial: frozenset[str] = frozenset()
    prds: defaultdict[str, list[Prd]] = field(init=False)
    stories: defaultdict[tuple[str, str], list[Story]] = field(init=False)

    @classmethod
    def of(cls, project: Project, items: Iterable[Item] | None = None) -> Chain:
        """Read the chain of a project, or only the chains that touch some of its items."""
        chain = cls(
            {vision.id: vision for vision in _kept(project, Vision)},
            {objective.id: objective for objective in _kept(project, Objective)},
            list(_kept(project, RoadmapItem)),
            {prd.id: prd for prd in _kept(project, Prd)},
            list(_kept(project, Story)),
            project.unread,
            project.aliases,
        )
        return chain if items is None else chain.touching({item.id for item in items})

    def __post_init__(self) -> None:
        """Hang each on what it names."""
        order = {id: place for place, id in enumerate([*self.objectives, *self.unread])}
        self.items.sort(
            key=lambda i: min((order[id] for id in self.objectives_of(i)), default=len(order))
        )
        there = {item.id for item in self.items}
        prds: defaultdict[str, list[Prd]] = defaultdict(list)
        for prd in self.all_prds.values():
            item = self._present(prd.item)
            prds[item if item in there else ""].append(prd)
        stories: defaultdict[tuple[str, str], list[Story]] = defaultdict(list)
        for story in self.all_stories:
            stories[self._home(story)].append(story)
        object.__setattr__(self, "prds", prds)
        object.__setattr__(self, "stories", stories)

    def _present(self, written: str | None) -> str:
        """The item that an id stands for, by the id that it has today."""
        owner = (written or "").partition(".")[0]
        return self.aliases.get(owner, owner)

    def _home(self, story: Story) -> tuple[str, str]:
        prd = self.all_prds.get(self._present(story.prd))
        if prd is None:
            return "", ""
        requirement = (story.prd or "").partition(".")[2]
        return prd.id, requirement if requirement in requirements_of(prd) else ""

    def vision_of(self, objective: Objective) -> str:
        """The vision that an objective serves, empty where it serves none that is there."""
        id = self._present(objective.vision)
        return id if id in self.visions or id in self.unread else ""

    def objectives_of(self, item: RoadmapItem) -> list[str]:
        """The objectives that an item helps to reach, also by one of their key results."""
        named = dict.fromkeys(map(self._present, item.objectives))
        return [id for id in named if id in self.objectives or id in self.unread]

    def stories_of(self, prd: Prd) -> Iterator[Story]:
        """All stories that realise a PRD or one of its requirements."""
        for requirement in ("", *requirements_of(prd)):
            yield from self.stories.get((prd.id, requirement), ())

    def unserved(self) -> list[Objective]:
        """The objectives that are still to be reached, and that no item helps to reach."""
        served = {id for item in self.items for id in self.objectives_of(item)}
        return [
            objective
            for id, objective in self.objectives.items()
            if id not in served and not objective.state.closed and id not in self.partial
        ]

    def wanted(self, prds: Iterable[Prd]) -> list[tuple[str, str]]:
        """The requirements of PRDs that stories should realise, as PRD and requirement."""
        return [
            (prd.id, id)
            for prd in prds
            for id in requirements_of(prd)
            if prd.id not in self.partial or self.stories.get((prd.id, id))
        ]

    def touching(self, ids: set[str]) -> Chain:
        """The chains that one of these items is part of.

        With an item comes all that hangs on it, and all that it hangs on; of the
        latter nothing else is shown that hangs there.
        """
        whole = self._below(ids)
        kept = whole | self._above(whole)
        return replace(
            self,
            visions={id: one for id, one in self.visions.items() if id in kept},
            objectives={id: one for id, one in self.objectives.items() if id in kept},
            items=[one for one in self.items if one.id in kept],
            all_prds={id: one for id, one in self.all_prds.items() if id in kept},
            all_stories=[one for one in self.all_stories if one.id in kept],
            partial=frozenset(kept - whole),
        )

    def _links(self) -> Iterator[tuple[str, list[str]]]:
        """Everything with what it hangs on, in the order from the visions down."""
        yield from ((id, [self.vision_of(one)]) for id, one in self.objectives.items())
        yield from ((one.id, self.objectives_of(one)) for one in self.items)
        yield from ((id, [self._present(one.item)]) for id, one in self.all_prds.items())
        yield from ((one.id, [self._present(one.prd)]) for one in self.all_stories)

    def _below(self, ids: set[str]) -> set[str]:
        found = set(ids)
        for id, above in self._links():
            if not found.isdisjoint(above):
                found.add(id)
        return found

    def _above(self, ids: set[str]) -> set[str]:
        found = set(ids)
        for id, above in reversed(list(self._links())):
            if id in found:
                found.update(above)
        return found


def requirements_of(prd: Prd) -> dict[str, str]:
    """What the requirements of a PRD say, by their own half of the id."""
    return {local_id(r, prd): r.text for r in prd.requirements if r.id}


def _kept(project: Project, kind: type[T]) -> Iterator[T]:
    return (item for item in project.of(kind) if item.state.role != "dropped")
