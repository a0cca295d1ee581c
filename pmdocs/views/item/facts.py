"""Fields and parts of an item as short facts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pmdocs.model.dates import Date
from pmdocs.model.fields import fields_of
from pmdocs.model.ids import local_id, number_of
from pmdocs.model.registry import builtin
from pmdocs.views.item.values import Fact, LinkGroup, PartView

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from pydantic import BaseModel

    from pmdocs.model.fields import Field
    from pmdocs.model.item import Item, Part
    from pmdocs.project.project import Project


_LEVELS = {"low": 1, "medium": 2, "high": 3}
HEALTH = {"on track": "done", "at risk": "at-risk", "off track": "blocked"}


def facts(record: BaseModel, fields: Iterable[Field]) -> Iterator[Fact]:
    """The short values of these fields, those that are there."""
    for field in fields:
        value = getattr(record, field.name)
        if value in (None, "", ()):
            continue
        if is_fact(field):
            yield _fact(field, value)
        elif field.link and not (field.many or field.link.or_text):
            yield Fact(_called(field), "", (value,))


def _fact(field: Field, value: Any) -> Fact:
    """A short value; a choice of low, medium and high gets bars, health its shape."""
    values = value if field.many else (value,)
    text = ", ".join(map(shown, values))
    level = _LEVELS.get(text, 0) if set(field.choices) == set(_LEVELS) else 0
    role = HEALTH.get(text, "") if set(field.choices) == set(HEALTH) else ""
    return Fact(field.label, text, level=level, role=role)


def _called(field: Field) -> str:
    """What a link is called: one that is named after a kind as that kind is."""
    kind = builtin().by_name.get(field.key)
    return kind.label if kind else field.label


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


def parts(
    project: Project, item: Item, parts: Sequence[Part], hidden: Collection[str] = ()
) -> tuple[PartView, ...]:
    """The parts of an item with who builds on them; without some fields, shown elsewhere."""
    ids = [local_id(part, item).lower() for part in parts]
    return tuple(
        _part(project, item, part, f"pm-{id}" if id and id not in ids[:index] else "", hidden)
        for index, (id, part) in enumerate(zip(ids, parts, strict=True))
    )


def _part(
    project: Project, item: Item, part: Part, anchor: str, hidden: Collection[str]
) -> PartView:
    local = local_id(part, item)
    id = f"{item.id}.{local}"
    text = getattr(part, "title", "") or getattr(part, "text", "") or ""
    elsewhere = {"id", "title", "text", *hidden}
    fields = [f for f in fields_of(type(part)).values() if f.key not in elsewhere]
    facts = list(_flat_fields(part, fields))
    links = [f for f in fields if f.link]
    facts += [_link_fact(f, getattr(part, f.name), item) for f in links if getattr(part, f.name)]
    used = groups((link.inverse, link.source) for link in project.graph.into(id))
    return PartView(id, local, anchor, text, tuple(facts), used)


def groups(links: Iterable[tuple[str, str]]) -> tuple[LinkGroup, ...]:
    """The names of links, each with the ids at the other ends, in their order."""
    found: dict[str, dict[str, None]] = {}
    for name, id in links:
        found.setdefault(name, {})[id] = None
    return tuple(LinkGroup(name, tuple(sorted(ids, key=place))) for name, ids in found.items())


def place(id: str) -> tuple[str, int, int]:
    """Where an id stands among others: by kind, by number, by the number of the part."""
    owner, _, part = id.partition(".")
    return owner.rpartition("-")[0], number_of(owner), number_of(part)


def _link_fact(field: Field, value: Any, item: Item) -> Fact:
    values = value if field.many else (value,)
    ids = [getattr(v, "target", v) for v in values]
    local = field.link.local if field.link else ""
    full = (f"{item.id}.{i}" if local and i.startswith(f"{local}-") else i for i in ids)
    return Fact(field.label, "", tuple(full))


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
