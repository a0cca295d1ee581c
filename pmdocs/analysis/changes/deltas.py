"""Every value in which two states of an item differ.

Nothing is left out: what is not understood better is compared as a whole.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pmdocs.analysis.changes.delta import Delta, Renamed, label_of, spelled, wording
from pmdocs.analysis.changes.words import pairs
from pmdocs.model.fields import Field, fields_of
from pmdocs.model.ids import local_id
from pmdocs.model.links import Dependency

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from pmdocs.model.item import Item, Part

_WORDS = ("text", "title", "given", "when", "then", "scenario")


def deltas_of(old: Item, new: Item, renamed: Renamed) -> Iterator[Delta]:
    """What differs between two states of an item, in the order of its fields."""
    yield from _Comparison(old, new, renamed).records(old, new, (), skipped=("id",))


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Looks for what differs in two items, field by field."""

    old: Item
    new: Item
    renamed: Renamed

    def records(
        self, old: BaseModel, new: BaseModel, path: tuple[str, ...], skipped: tuple[str, ...] = ()
    ) -> Iterator[Delta]:
        before, after = fields_of(type(old)), fields_of(type(new))
        for key in {**after, **before}:
            field = after.get(key) or before[key]
            a = getattr(old, before[key].name) if key in before else None
            b = getattr(new, after[key].name) if key in after else None
            if key not in skipped and a != b:
                yield from self._field(field, a, b, (*path, key))

    def _field(self, field: Field, old: Any, new: Any, path: tuple[str, ...]) -> Iterator[Delta]:
        if isinstance(old, tuple) or isinstance(new, tuple):
            yield from self._lists(field, _listed(old), _listed(new), path)
        elif field.record and old is not None and new is not None:
            yield from self.records(old, new, path)
        elif self.renamed(old) != new:
            yield Delta(field, path, self.renamed(old), new)

    def _lists(
        self, field: Field, old: tuple[Any, ...], new: tuple[Any, ...], path: tuple[str, ...]
    ) -> Iterator[Delta]:
        before = tuple(map(self.renamed, old))
        found = self._matched(field, before, new)
        gone = [one for i, one in enumerate(before) if i not in {a for a, _ in found}]
        come = [one for j, one in enumerate(new) if j not in {b for _, b in found}]
        yield from (Delta(field, path, one, None, part=self._part(field, one)) for one in gone)
        for a, b in found:
            yield from self._pair(field, before[a], new[b], path)
        yield from (Delta(field, path, None, one, part=self._part(field, one)) for one in come)
        if [b for _, b in found] != sorted(b for _, b in found):
            yield Delta(field, path, before, new, order=True)

    def _matched(
        self, field: Field, old: Sequence[Any], new: Sequence[Any]
    ) -> list[tuple[int, int]]:
        """The places of those that are the same thing in both lists."""
        if field.part:
            return _parts_matched([*self._ids(old, self.old)], [*self._ids(new, self.new)])
        if field.record:
            found = _by_name([*map(label_of, old)], [*map(label_of, new)])
            # Where nothing is called the same, one that stands alone was rewritten.
            return found or ([(0, 0)] if len(old) == len(new) == 1 else [])
        if field.rich:
            return pairs([*map(spelled, old)], [*map(spelled, new)])
        return _by_name([*map(_target, old)], [*map(_target, new)])

    def _pair(self, field: Field, old: Any, new: Any, path: tuple[str, ...]) -> Iterator[Delta]:
        if old == new:
            return
        if field.part:
            yield from self._parts(field, old, new, path)
        elif field.record:
            for delta in self.records(old, new, path):
                yield delta if delta.within else replace(delta, within=label_of(new))
        else:
            yield Delta(field, path, old, new)

    def _parts(self, field: Field, old: Part, new: Part, path: tuple[str, ...]) -> Iterator[Delta]:
        id, called = self._part(field, new), wording(new)
        was = _local(old, self.old)
        if was and was != _local(new, self.new):
            yield Delta(field, (*path, "id"), f"{self.new.id}.{was}", id, part=id, within=called)
        reworded = self.renamed(wording(old)) != called
        if reworded:
            yield Delta(field, path, old, new, part=id, within=called)
        # How a criterion is written is no change while it says the same.
        same = _WORDS if reworded or hasattr(new, "words") else ()
        for delta in self.records(old, new, path, skipped=("id", *same)):
            yield replace(delta, part=id, within=delta.within or called)

    def _part(self, field: Field, part: Any) -> str:
        return f"{self.new.id}.{_local(part, self.new)}" if field.part and part.id else ""

    def _ids(self, parts: Sequence[Part], item: Item) -> Iterator[tuple[str, str]]:
        return ((_local(part, item), self.renamed(wording(part))) for part in parts)


def _local(part: Part, item: Item) -> str:
    # Of a renamed item, the id of a part may begin with either of its ids.
    return local_id(part, item).rpartition(".")[2]


def _parts_matched(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> list[tuple[int, int]]:
    """Parts with the same id; of those without one, the ones that say much the same."""
    found = _by_name([id for id, _ in old], [id for id, _ in new])
    left = [i for i, (id, _) in enumerate(old) if i not in {a for a, _ in found}]
    right = [j for j, (id, _) in enumerate(new) if j not in {b for _, b in found}]
    for a, b in pairs([old[i][1] for i in left], [new[j][1] for j in right]):
        i, j = left[a], right[b]
        # Two ids are two criteria, unless the words of one are the very words of the other.
        if not (old[i][0] and new[j][0]) or old[i][1] == new[j][1]:
            found.append((i, j))
    return sorted(found)


def _by_name(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the same names; the second of a name goes with the second one there."""
    places = {pair: place for place, pair in enumerate(_counted(new))}
    found = ((i, places.get(pair)) for i, pair in enumerate(_counted(old)))
    return [(i, j) for i, j in found if j is not None and old[i]]


def _counted(names: Sequence[str]) -> Iterator[tuple[str, int]]:
    seen: Counter[str] = Counter()
    for name in names:
        yield name, seen[name]
        seen[name] += 1


def _listed(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _target(value: Any) -> str:
    return value.target if isinstance(value, Dependency) else spelled(value)
