"""The fields of an item in reading order, each in the form of its kind or in the generic one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item
from pmdocs.views.item.body import in_body
from pmdocs.views.item.facts import facts, flat, is_fact, parts
from pmdocs.views.item.sheets import sheet_of
from pmdocs.views.item.values import Block, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.fields import Field
    from pmdocs.project.project import Project
    from pmdocs.views.item.values import Form

_ELSEWHERE = {"id", "title", "status", "aliases", "links", "updates", "audience"}


def facts_of(item: Item, form: Form) -> tuple[Fact, ...]:
    """The short values of an item, those of its form first."""
    told = _in_when(item) | taken(form)
    fields = (f for f in _ordered(item) if f.key not in told and not in_body(item, f))
    return (*form.facts, *facts(item, fields))


def blocks_of(project: Project, item: Item, form: Form) -> tuple[Block, ...]:
    """What stands on the page below its top."""
    beside = {key: " ".join(keys) for keys in form.beside for key in keys}
    return tuple(_blocks(project, item, form, beside))


def taken(form: Form) -> set[str]:
    """The fields that the form of a kind shows."""
    return {*form.takes, *(key for block in form.blocks for key in block.takes)}


def _blocks(project: Project, item: Item, form: Form, beside: dict[str, str]) -> Iterator[Block]:
    gone, left = taken(form), list(form.blocks)
    for field in _ordered(item):
        for block in [block for block in left if block.place == field.key]:
            left.remove(block)
            yield block
        if field.key not in gone and not in_body(item, field):
            yield from _generic(project, item, field, beside.get(field.key, ""))
    yield from left


def _ordered(item: Item) -> list[Field]:
    """The fields of a kind: its own first, in their order."""
    fields = [f for key, f in fields_of(type(item)).items() if key not in _ELSEWHERE]
    common = fields_of(Item)
    return sorted(fields, key=lambda field: field.key in common)


def _in_when(item: Item) -> set[str]:
    """The fields that the time of an item is told from."""
    dates = item.dates
    end = "end" if "end" in dates else "deadline"
    return {"start", end} & set(dates) or {"date", "period"}


def _generic(project: Project, item: Item, field: Field, beside: str) -> Iterator[Block]:
    """The block of a field in the generic form, if it needs one."""
    value = getattr(item, field.name)
    if is_fact(field) or (field.link and not field.link.or_text) or value in (None, (), ""):
        return
    key, label, values = field.key, field.label, value if field.many else (value,)
    if field.part:
        yield Block(key, label, "parts", parts=parts(project, item, values), beside=beside)
    elif field.record and field.many:
        yield Block(key, label, "sheet", own=sheet_of(values), takes=(key,), beside=beside)
    elif field.record:
        yield Block(key, label, "facts", own=tuple(flat(value)), takes=(key,), beside=beside)
    else:
        form = ("texts" if field.many else "text") if field.rich else "words"
        yield Block(key, label, form, texts=tuple(map(str, values)), beside=beside)
