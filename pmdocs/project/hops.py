"""From an item to what it is linked with, by the names that links have in either direction.

`prd` leads from a story to its PRD, `realised_by` from a PRD to its stories, and
`approvals` to the records in that field.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from pmdocs.diagnostics import did_you_mean
from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

    from pmdocs.model.fields import Field
    from pmdocs.model.registry import Kinds
    from pmdocs.project.compare import Test
    from pmdocs.project.project import Project

    # Kinds of items, or classes of the records in them.
    Models: TypeAlias = frozenset[type[BaseModel]]

COUNT = "count"


@dataclass(frozen=True)
class Hops:
    """Which names lead from where to what, in a project with these kinds."""

    kinds: Kinds

    @cached_property
    def everything(self) -> Models:
        """All kinds of items."""
        return frozenset(self.kinds)

    @cached_property
    def _back(self) -> dict[str, list[tuple[tuple[str, ...], type[Item]]]]:
        """For each name of a link from its other end: what it leads to, and whence it comes."""
        found: dict[str, list[tuple[tuple[str, ...], type[Item]]]] = {}
        for kind in self.kinds:
            for field in _linking(kind):
                if field.link and field.link.inverse:
                    ends = found.setdefault(named(field.link.inverse), [])
                    ends.append((field.link.kinds, kind))
        return found

    @cached_property
    def _owners(self) -> dict[str, set[type[Item]]]:
        """The kinds of items that a word in a link stands for: a kind, or the kind of a part."""
        owners: dict[str, set[type[Item]]] = {"*": set(self.kinds)}
        for kind in self.kinds:
            owners.setdefault(kind.kind, set()).add(kind)
            for field in fields_of(kind).values():
                if field.part:
                    owners.setdefault(field.part.kind, set()).add(kind)
        return owners

    def after(self, models: Models, name: str) -> Models:
        """What a name leads to from any of these; nothing if it is no link of theirs."""
        found: set[type[BaseModel]] = set()
        for model in models:
            field = fields_of(model).get(name)
            if field and field.link:
                found |= self._of(field.link.kinds)
            elif field and field.record:
                found.add(field.record)
        for kinds, source in self._back.get(name, ()):
            if self._of(kinds) & models:
                found.add(source)
        return frozenset(found)

    def names(self, models: Models) -> set[str]:
        """All names that lead somewhere from any of these."""
        fields = (field for model in models for field in fields_of(model).values())
        ahead = {field.key for field in fields if field.link or field.record}
        behind = (n for n, ends in self._back.items() if any(self._of(k) & models for k, _ in ends))
        return ahead | set(behind)

    def sources(self, name: str) -> set[type[Item]]:
        """The kinds whose links are called this from their other end."""
        return {kind for _, kind in self._back.get(name, ())}

    def _of(self, kinds: Iterable[str]) -> set[type[Item]]:
        return {owner for kind in kinds for owner in self._owners.get(kind, ())}


def named(inverse: str) -> str:
    """The name of a link as a query has it: `realised_by`."""
    return inverse.replace(" ", "_")


def reached(one: Item | BaseModel, project: Project, name: str) -> list[Any]:
    """The items at the other end of links, or the records in a field; each of them once."""
    field = fields_of(type(one)).get(name)
    if field and field.record and not field.link:
        value = getattr(one, field.name)
        return list(value) if isinstance(value, tuple) else [] if value is None else [value]
    if not isinstance(one, Item):
        return []
    ahead = (k.target for k in project.graph.out(one.id, name) if k.steps[0] == name)
    behind = (k.source for k in project.graph.into(one.id) if named(k.inverse) == name)
    ids = dict.fromkeys(id.partition(".")[0] for ends in (ahead, behind) for id in ends)
    return [project.items[id] for id in ids if id in project.items]


def across(name: str, inner: Test, *, every: bool) -> Test:
    """Whether a test holds for one of those that a name leads to, or for all of them.

    An item that many lead to is tested once, so that no query takes longer than there are
    links; hence a test is for one project.
    """
    known: dict[str, bool] = {}

    def holds(one: Any, project: Project) -> bool:
        if not isinstance(one, Item):
            return inner(one, project)
        if one.id not in known:
            known[one.id] = inner(one, project)
        return known[one.id]

    quantifier = all if every else any
    return lambda item, project: quantifier(holds(o, project) for o in reached(item, project, name))


def unknown(name: str, models: Models, hops: Hops, *, first: bool) -> tuple[str, str]:
    """What to say of a name that leads nowhere from any of these, and what may be meant."""
    names = hops.names(models)
    whose = "no item" if first else "nothing here"
    hint = did_you_mean(name, names) or f"links are {', '.join(sorted(names))}"
    return f"{whose} has a link `{name}`", hint


def _linking(model: type[BaseModel]) -> Iterator[Field]:
    """The fields that hold links, those of records too."""
    for field in fields_of(model).values():
        if field.link:
            yield field
        elif field.record and field.record is not model:
            yield from _linking(field.record)
