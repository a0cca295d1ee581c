"""What an item says, apart from how it stands.

Whoever builds on a requirement has to hear when its words change, and not when
somebody sets a status, adds news or moves a date. What counts is told by the
fields of a kind: texts, and the few numbers and words that make a promise.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeAlias

from pmdocs.model.dates import Date
from pmdocs.model.fields import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

    from pmdocs.model.fields import Field
    from pmdocs.model.item import Item

Wording: TypeAlias = dict[str, str]

# How it stands, who does it, how much work it is, and what was noted about it.
BESIDE = frozenset(
    [
        "actual_hours",
        "aliases",
        "answer",
        "approvals",
        "assignee",
        "audience",
        "checklist",
        "confidence",
        "current",
        "effort",
        "evidence",
        "go_no_go",
        "id",
        "likely",
        "links",
        "measurements",
        "notes",
        "open_questions",
        "optimistic",
        "owner",
        "person",
        "pessimistic",
        "points",
        "progress",
        "review",
        "rework_hours",
        "scores",
        "source",
        "spent",
        "status",
        "tags",
        "team",
        "theme",
        "units",
        "updates",
        "votes",
        "work",
    ]
)
# Of the words from a fixed set, only these are part of a promise.
_PROMISES = frozenset({"priority", "type"})
_MAIN = frozenset({"text", "title"})
_DIGITS = 16


def wording(kind: type[Item], values: Mapping[str, Any], part: str = "") -> Wording:
    """What an item says, by the name of the place: `problem`, `FR-2`, `AC-1 then`.

    `values` are as they were written, by key. Blanks and line breaks are made alike.
    With `part` (`FR-2`) only what that part says. A title is a name, and is only said
    where a kind has no text that it cannot do without, such as an objective.
    """
    said = dict(_of_record(kind, values, ""))
    if not _is_said_by_title(kind):
        said.pop("title", None)
    if not part:
        return said
    return {name: text for name, text in said.items() if name.partition(" ")[0] == part}


def digest(said: Wording) -> str:
    """A short name for a wording: 16 hexadecimal digits, alike for the same words only.

    People's repositories hold these names, so that how they are made must stay.
    """
    written = json.dumps(said, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()[:_DIGITS]


def _of_record(
    model: type[BaseModel], values: Mapping[str, Any], prefix: str
) -> Iterator[tuple[str, str]]:
    fields = fields_of(model)
    for key, value in values.items():
        field = fields.get(key)
        if field and value is not None and _is_said(field):
            inside = prefix and key in _MAIN
            yield from _of_value(field, value, prefix if inside else f"{prefix} {key}".strip())


def _of_value(field: Field, value: Any, name: str) -> Iterator[tuple[str, str]]:
    listed = value if isinstance(value, list) else [value]
    if field.record is None:
        yield name, "\n".join(_alike(one) for one in listed)
        return
    for place, one in enumerate(listed, 1):
        id = _part_id(one) if field.part else ""
        inner = id or (f"{name} {place}" if field.many else name)
        if isinstance(one, dict):
            yield from _of_record(field.record, one, inner)
        else:
            yield inner, _alike(one)


def _is_said(field: Field) -> bool:
    if field.key in BESIDE or field.core in {Date, bool}:
        return False
    if field.link:
        return field.link.or_text
    return not field.choices or field.key in _PROMISES


@cache
def _is_said_by_title(kind: type[Item]) -> bool:
    return not any(field.required and field.rich for field in fields_of(kind).values())


def _part_id(value: Any) -> str:
    id = value.get("id") if isinstance(value, dict) else None
    return id.rpartition(".")[2] if isinstance(id, str) else ""


def _alike(value: Any) -> str:
    return " ".join(str(value).split())
