"""How many items have each value of a field."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pmdocs.model.fields import fields_of
from pmdocs.views.table.cells import cell_of
from pmdocs.views.table.columns import Column, columns_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

# The order in which people tell how things stand.
_ROLES = ["done", "in-progress", "at-risk", "blocked", "planned", "discovery", "dropped"]


@dataclass(frozen=True, slots=True)
class Count:
    """A value, and how many items have it in how many percent of all values.

    `role` is the colour role of a status. `kind` is `value`, `others` for all
    that are too few to be named, or `none` for items without a value.
    """

    word: str
    count: int
    percent: int = 0
    role: str = ""
    kind: str = "value"


def column_named(project: Project, key: str, items: Sequence[Item]) -> Column | None:
    """The field that items are counted by."""
    kinds = dict.fromkeys(type(item) for item in items)
    return next(iter(columns_named([key], (*kinds, *project.settings.kinds), items)), None)


def counts_by(project: Project, column: Column, items: Sequence[Item]) -> list[Count]:
    """The values of a field by how many items have them.

    A status has its usual order, a field with a fixed set of words theirs; the
    rest begins with the most frequent. Items without a value come last.
    """
    found: Counter[str] = Counter()
    roles: dict[str, str] = {}
    for item in items:
        for word in _values(project, item, column):
            found[word] += 1
            roles.setdefault(word, _role(item, column))
    nothing = found.pop("", 0)
    order = _order(column, items, roles)
    words = sorted(found, key=lambda word: (order.get(word, 0), -found[word], word.casefold()))
    counts = [Count(word, found[word], role=roles[word]) for word in words]
    if nothing:
        counts.append(Count(f"no {column.label.lower()}", nothing, kind="none"))
    return _with_percents(counts)


def merged(counts: Sequence[Count], most: int) -> list[Count]:
    """At most so many values: those with the fewest items become `others`."""
    values = [one for one in counts if one.kind == "value"]
    if len(counts) <= most:
        return list(counts)
    room = most - 1 - (len(counts) - len(values))
    kept = {id(one) for one in sorted(values, key=lambda one: -one.count)[:room]}
    left = [one for one in values if id(one) not in kept]
    total, percent = sum(one.count for one in left), sum(one.percent for one in left)
    others = Count("others", total, percent, kind="others")
    rest = [one for one in counts if one.kind != "value"]
    return [*(one for one in values if id(one) in kept), others, *rest]


def percents(counts: Sequence[int]) -> list[int]:
    """The shares of a whole in percent: they add up to 100, by the largest remainders."""
    total = sum(counts)
    if not total:
        return [0 for _ in counts]
    shares = [divmod(count * 100, total) for count in counts]
    missing = 100 - sum(share for share, _ in shares)
    largest = sorted(range(len(counts)), key=lambda n: -shares[n][1])[:missing]
    return [share + (n in largest) for n, (share, _) in enumerate(shares)]


def _with_percents(counts: Sequence[Count]) -> list[Count]:
    shares = percents([one.count for one in counts])
    return [replace(one, percent=share) for one, share in zip(counts, shares, strict=True)]


def _values(project: Project, item: Item, column: Column) -> Iterable[str]:
    """What an item has in a field, as words; an empty word where there is nothing."""
    cell = cell_of(project, item, column)
    refs = (ref.id if ref.title in ("", ref.id) else f"{ref.id} {ref.title}" for ref in cell.refs)
    words = dict.fromkeys([*refs, *cell.words, *([cell.text] if cell.text else [])])
    return words or [""]


def _role(item: Item, column: Column) -> str:
    return item.state.role if column.shape == "status" and item.states else ""


def _order(column: Column, items: Iterable[Item], roles: dict[str, str]) -> dict[str, int]:
    """The places of the values that have a usual order."""
    if column.shape == "status":
        return {word: _ROLES.index(role) for word, role in roles.items() if role in _ROLES}
    kinds = {type(item) for item in items}
    fields = (fields_of(kind).get(column.key) for kind in kinds)
    choices = next((field.choices for field in fields if field and field.choices), ())
    return {word: place for place, word in enumerate(choices)}
