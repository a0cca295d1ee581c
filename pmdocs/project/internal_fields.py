"""Fields that stay inside: those that usually do, whether others can, and what is left of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmdocs.diagnostics import Finding, did_you_mean
from pmdocs.model.fields import fields_of
from pmdocs.model.wrong import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from pmdocs.model.fields import Field
    from pmdocs.model.registry import Kinds
    from pmdocs.project.config import Settings

# Who does it, what it costs, what we think of people: nobody's business but ours.
USUAL = (
    "notes",
    "owner",
    "team",
    "person",
    "assignee",
    "manager",
    "sponsor",
    "by",
    "effort",
    "scores",
    "budget",
    "capacity",
    "actual_hours",
    "rework_hours",
    "raci",
    "communication",
    "approvals",
    "source",
    "influence",
    "engagement",
)
# An item without these is no item.
_NEEDED = frozenset({"id", "title", "status", "audience"})


def wrong_fields(settings: Settings) -> Iterator[Finding]:
    """What is wrong with the names in the setting `internal_fields`."""
    node = settings.node.get("internal_fields") if settings.node else None
    for index, name in enumerate(settings.plugin.internal_fields if node else ()):
        at = settings.at("internal_fields", index)
        if at is not None and (wrong := _wrong(name, settings.kinds)):
            message, hint = wrong
            yield Finding(at.span, message, hint, code="PM110")


def blank(model: type[BaseModel], field: Field) -> Any:
    """What stands in the place of a value that stays inside: nothing, if that is possible.

    A field that must be there gets an empty text, or a record of such; ValueError
    where that cannot be, as with a number: then all around it has to go.
    """
    if field.many:
        return ()
    if not field.required:
        return model.model_fields[field.name].get_default(call_default_factory=True)
    if field.record:
        inner = fields_of(field.record).values()
        return field.record.model_construct(**{f.name: blank(field.record, f) for f in inner})
    if field.core is not str:
        raise ValueError(field.key)
    return None if field.link and not field.link.or_text else ""


def needs(model: type[BaseModel], name: str) -> bool:
    """Whether nothing is left of a record without the fields of this name."""
    if name in _NEEDED:
        return True
    for field in fields_of(model).values():
        inner = field.record if field.required and not field.many else None
        if (field.key == name and not _can_be_blank(model, field)) or (
            inner and needs(inner, name)
        ):
            return True
    return False


def _wrong(name: str, kinds: Kinds) -> tuple[str, str] | None:
    """A message and a hint, if there is no such field, or an item cannot do without it."""
    known = {key for kind in kinds for key in _keys(kind)}
    if name not in known:
        hint = did_you_mean(name, known) or "`pmdocs kinds` tells which fields there are"
        return f"no kind has a field {said(name)}", hint
    needing = next((kind for kind in kinds if needs(kind, name)), None)
    if needing is None:
        return None
    hint = "keep the whole item inside, with `audience: internal`"
    return f"`{name}` cannot be left out, because every {needing.kind} needs it", hint


def _keys(model: type[BaseModel]) -> Iterator[str]:
    for field in fields_of(model).values():
        yield field.key
        if field.record:
            yield from _keys(field.record)


def _can_be_blank(model: type[BaseModel], field: Field) -> bool:
    try:
        blank(model, field)
    except ValueError:
        return False
    return True
