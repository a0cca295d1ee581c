"""Two states of a project side by side, item by item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.analysis.changes import (
    approvals,
    fields,
    presence,
    prose,
    scope,
    time,
)
from pmdocs.analysis.changes.change import Change, ItemChanges, is_committed, order
from pmdocs.analysis.changes.delta import Renamed
from pmdocs.analysis.changes.deltas import deltas_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmdocs.analysis.changes.delta import Delta
    from pmdocs.history.ends import Ends
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project


@dataclass(frozen=True)
class Pairs:
    """The items of two states that belong together.

    `both` holds the old and the new state by the new id. `renamed` are the new ids by
    the old ones.
    """

    both: dict[str, tuple[Item, Item]]
    added: list[Item]
    removed: list[Item]
    unread: list[Item]
    read_again: list[Item]
    renamed: dict[str, str]

    @classmethod
    def of(cls, old: Project, new: Project) -> Pairs:
        """Find for each item what it was, by its id and by the ids that it had before."""
        renames = {
            was: id
            for was, id in new.aliases.items()
            if was in old.items and was not in new.items and id not in old.items
        }
        was = {id: before for before, id in renames.items()}
        both = {
            id: (before, item)
            for id, item in new.items.items()
            if (before := old.items.get(was.get(id, id))) is not None
        }
        come = [item for id, item in new.items.items() if id not in both]
        gone = [i for id, i in old.items.items() if id not in new.items and id not in renames]
        return cls(
            both,
            [item for item in come if item.id not in old.unclear],
            [item for item in gone if item.id not in new.unclear],
            [item for item in gone if item.id in new.unclear],
            [item for item in come if item.id in old.unclear],
            renames,
        )

    def now(self, id: str) -> str:
        """The present id of an item."""
        return self.renamed.get(id, id)

    def was(self, id: str) -> str:
        """The id that an item had before."""
        return self.both[id][0].id if id in self.both else id

    def deltas(self) -> Iterator[tuple[Item, Item, tuple[Delta, ...]]]:
        """The items that differ in their values, with what differs."""
        renamed = Renamed(self.renamed)
        for old, new in self.both.values():
            if old is not new and (found := tuple(deltas_of(old, new, renamed))):
                yield old, new, found


def changes(
    old: Project, new: Project, past: Mapping[str, Ends] | None = None
) -> tuple[ItemChanges, ...]:
    """The items that differ, the most important for a stakeholder first.

    `past` says when items were to end before, by the ids that they had then.
    """
    pairs = Pairs.of(old, new)
    renamed = Renamed(pairs.renamed)
    found = [_alone(item, presence.added(item)) for item in pairs.added]
    found += [_alone(item, presence.removed(item)) for item in pairs.removed]
    found += [_alone(item, presence.unread()) for item in pairs.unread]
    found += [_alone(item, presence.read_again()) for item in pairs.read_again]
    for was, now in pairs.both.values():
        if was is not now:
            told = [*_told(was, now, renamed, (past or {}).get(was.id))]
            told += prose.of_page((was, old), (now, new), renamed)
            found += [_of(was, now, told)] if told else []
    return tuple(sorted(found, key=order))


def slipping(old: Project, new: Project) -> list[str]:
    """The former ids of the items whose own end is later than it was."""
    pairs = Pairs.of(old, new)
    return [old.id for old, _, found in pairs.deltas() if any(map(time.slips_end, found))]


def _told(old: Item, new: Item, renamed: Renamed, past: Ends | None) -> Iterator[Change]:
    if old.id != new.id:
        yield presence.renamed(old, new)
    found = [*deltas_of(old, new, renamed)]
    unclear = [*dict.fromkeys(d.path[0] for d in found if not _is_clear(d, old, new))]
    if unclear:
        yield presence.read_in_part(unclear)
    deltas = [d for d in found if d.path[0] not in unclear and not _is_alias(d, old)]
    yield from time.told([d for d in deltas if time.is_date(d)], past)
    yield from (_tell(d, old, new) for d in deltas if not time.is_date(d))
    yield from approvals.uncovered(old, new, deltas)
    yield from presence.moved(old, new)


def _tell(delta: Delta, old: Item, new: Item) -> Change:  # noqa: PLR0911 - a table with conditions
    """The words for a difference, of whoever knows best about it."""
    if delta.part and delta.key == "id":
        return presence.renumbered(delta)
    top = delta.path[0] if delta.is_top else ""
    if top == "status":
        return fields.status(delta, old, new)
    if top == "horizon":
        return time.horizon(delta)
    if top in _BY_KEY and not delta.order:
        return _BY_KEY[top](delta)
    if delta.key == "audience":
        return fields.audience(delta)
    if fields.is_graded(delta):
        return fields.graded(delta)
    if approvals.is_approval(delta):
        return approvals.approval(delta)
    if delta.field.link and not delta.order:
        return fields.link(delta)
    if scope.is_scope(delta):
        return scope.scope(delta)
    is_text = delta.field.rich and not delta.field.many
    return fields.text(delta) if is_text else fields.other(delta)


_BY_KEY = {"owner": fields.owner, "title": fields.title, "updates": fields.news}


def _is_clear(delta: Delta, old: Item, new: Item) -> bool:
    return old.knows({delta.path[0]}) and new.knows({delta.path[0]})


def _is_alias(delta: Delta, old: Item) -> bool:
    """Whether it is the former id that an item keeps after it got another."""
    return delta.key == "aliases" and delta.new == old.id


def _alone(item: Item, change: Change) -> ItemChanges:
    return _of(item, item, [change])


def _of(old: Item, new: Item, told: list[Change]) -> ItemChanges:
    ordered = tuple(sorted(told, key=lambda change: -change.weight))
    committed = is_committed(old) or is_committed(new)
    line = new.span.start.line
    return ItemChanges(
        new.id, old.id, new.kind, new.label, new.title, ordered, committed, new.path, line
    )
