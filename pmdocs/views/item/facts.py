"""Fields and parts of an item as short facts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pmdocs.model.dates import Date
from pmdocs.model.fields import fields_of
from pmdocs.model.ids import local_id, number_of
from pmdocs.model.kinds.story import Criterion
from pmdocs.views.item.values import Fact, LinkGroup, PartView, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic import BaseModel

    from pmdocs.model.fields import Field
    from pmdocs.model.item import Item, Part
    from pmdocs.project.project import Project


def facts(record: BaseModel, fields: Iterable[Field]) -> Iterator[Fact]:
    """The short values of these fields, those that are there."""
    for field in fields:
        value = getattr(record, field.name)
        if is_fact(field) and value not in (None, "", ()):
            values = value if field.many else (value,)
            yield Fact(field.label, ", ".join(map(shown, values)))


def is_fact(field: Field) -> bool:
    """Whether the field's value is short enough to stand in a line with others."""
    if field.link and not field.link.or_text:
        return False
    return not (
        field.rich or field.record or (field.many and field.core is str and field.key != "tags")
    )


def shown(value: Any) -> str:
    """A value as people read it."""
    if isinstance(value, Date):
        return value.words
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.10g}"
    return f"{value:,f}" if isinstance(value, Decimal) else str(value)


def parts(project: Project, item: Item, parts: Sequence[Part]) -> tuple[PartView, ...]:
    """The parts of an item with who builds on them."""
    ids = [local_id(part, item).lower() for part in parts]
    return tuple(
        _part(project, item, part, f"pm-{id}" if id and id not in ids[:index] else "")
        for index, (id, part) in enumerate(zip(ids, parts, strict=True))
    )


def _part(project: Project, item: Item, part: Part, anchor: str) -> PartView:
    local = local_id(part, item)
    id = f"{item.id}.{local}"
    text = getattr(part, "title", "") or getattr(part, "text", "") or ""
    hidden = {"id", "title", "text", "given", "when", "then", "scenario"}
    fields = [f for f in fields_of(type(part)).values() if f.key not in hidden]
    facts = [f for f in _flat_fields(part, fields) if (f.label, f.text) != ("Verification", "test")]
    links = [f for f in fields if f.link]
    facts += [_link_fact(f, getattr(part, f.name), item) for f in links if getattr(part, f.name)]
    used = groups((link.inverse, link.source) for link in project.graph.into(id))
    scenario = part.scenario or "" if isinstance(part, Criterion) else ""
    steps = tuple(_steps(part))
    return PartView(id, local, anchor, text, steps, scenario, tuple(facts), used)


def groups(links: Iterable[tuple[str, str]]) -> tuple[LinkGroup, ...]:
    """The names of links, each with the ids at the other ends, in their order."""
    found: dict[str, dict[str, None]] = {}
    for name, id in links:
        found.setdefault(name, {})[id] = None
    return tuple(LinkGroup(name, tuple(sorted(ids, key=_place))) for name, ids in found.items())


def _place(id: str) -> tuple[str, int, int]:
    """Where an id stands among others: by kind, by number, by the number of the part."""
    owner, _, part = id.partition(".")
    return owner.rpartition("-")[0], number_of(owner), number_of(part)


def _link_fact(field: Field, value: Any, item: Item) -> Fact:
    values = value if field.many else (value,)
    ids = [getattr(v, "target", v) for v in values]
    local = field.link.local if field.link else ""
    full = (f"{item.id}.{i}" if local and i.startswith(f"{local}-") else i for i in ids)
    return Fact(field.label, "", tuple(full))


def _steps(part: Part) -> Iterator[Step]:
    if not isinstance(part, Criterion):
        return
    for word, lines in (("Given", part.given), ("When", part.when), ("Then", part.then)):
        for index, line in enumerate(lines):
            yield Step(word if index == 0 else "And", line)


def flat(record: BaseModel) -> Iterator[Fact]:
    """Everything in a record as facts, nested records too."""
    yield from _flat_fields(record, fields_of(type(record)).values())


def _flat_fields(record: BaseModel, fields: Iterable[Field]) -> Iterator[Fact]:
    for field in fields:
        value = getattr(record, field.name)
        if value in (None, "", ()) or (field.link and not field.link.or_text):
            continue
        if field.record:
            for one in value if field.many else (value,):
                yield from flat(one)
        else:
            words = ", ".join(map(shown, value if field.many else (value,)))
            yield Fact(field.label, words, rich=field.rich)
