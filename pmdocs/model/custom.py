"""Kinds, fields and words for a status that a project adds in its settings.

The result is a class like the built-in ones: nothing downstream can tell, or
needs to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, create_model, model_validator

from pmdocs.model.amounts import EffortField, MoneyField, PercentField
from pmdocs.model.dates import Date
from pmdocs.model.item import Item, Record, State
from pmdocs.model.links import LinkTo, Ref, Refs
from pmdocs.model.values import Flag, Line, Number, Text, Url, Whole
from pmdocs.model.wrong import unknown_word, wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPES: dict[str, Any] = {
    "line": Line,
    "text": Text,
    "number": Number,
    "whole number": Whole,
    "flag": Flag,
    "date": Date,
    "money": MoneyField,
    "effort": EffortField,
    "percent": PercentField,
    "url": Url,
}
Role = Literal["planned", "discovery", "in-progress", "at-risk", "blocked", "done", "dropped"]
TypeName = Literal[
    "line",
    "text",
    "number",
    "whole number",
    "flag",
    "date",
    "money",
    "effort",
    "percent",
    "url",
]


class FieldSettings(Record):
    """A field of a project's own: `type`, or the `words` allowed, or where it may `link`."""

    type: TypeName = "line"
    """What is written in it."""
    words: tuple[Line, ...] = ()
    """The only words that may stand there."""
    link: Refs = ()
    """The kinds that ids in it may lead to, `*` for any."""
    inverse: Line | None = None
    """How the link reads from its other end."""
    required: Flag = False
    """Whether it must be written."""
    many: Flag = False
    """Whether there may be a list of them."""
    about: Line | None = None
    """What it is for."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"type": value}
        return {"words": value} if isinstance(value, list) else value


class StateSettings(Record):
    """A word for a status of a kind of a project's own."""

    word: Line
    """The word."""
    role: Role = "planned"
    """Its colour, glyph and meaning."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        return {"word": value} if isinstance(value, str) else value


class KindSettings(Record):
    """A kind of a project's own."""

    prefix: Annotated[Line, Field(pattern=r"^[A-Z][A-Z0-9]{0,15}$")]
    """What its ids begin with, in capital letters."""
    label: Line | None = None
    """What one of them is called."""
    plural: Line | None = None
    """What several are called."""
    about: Line = "A kind of this project."
    """What it is for."""
    statuses: tuple[StateSettings, ...] = ()
    """The words for its status, the first is where one begins."""
    fields: dict[str, FieldSettings] = {}
    """What it holds beside what every kind holds."""


def custom_kind(name: str, settings: KindSettings) -> type[Item]:
    """Make a kind of its settings."""
    states = tuple(State(s.word, s.role) for s in settings.statuses) or (
        State("draft", "discovery"),
        State("active", "in-progress"),
        State("done", "done"),
        State("dropped", "dropped"),
    )
    status: Any = Literal[tuple(s.word for s in states)]
    base = create_model(
        name.title().replace(" ", ""), __base__=Item, status=(status, states[0].word)
    )
    label = settings.label or re.sub(r"[_-]", " ", name).capitalize()
    kind = extended(base, settings.fields)
    kind.__doc__ = settings.about
    kind.kind, kind.label, kind.prefix = name, label, settings.prefix
    kind.plural, kind.states = settings.plural or f"{label}s", states
    return kind


def extended(kind: type[Item], fields: Mapping[str, FieldSettings]) -> type[Item]:
    """The kind with more fields."""
    if not fields:
        return kind
    made = {name: _definition(name, field) for name, field in fields.items()}
    extra: Any = made
    return create_model(kind.__name__, __base__=kind, __doc__=kind.__doc__, **extra)


def with_words(kind: type[Item], words: Mapping[str, str]) -> type[Item]:
    """The kind with a project's own words for its statuses."""
    own = {mine.lower(): theirs for mine, theirs in words.items()}

    known = [*words, *(state.word for state in kind.states)]

    def ours(value: Any) -> Any:
        meant = own.get(value.lower(), value) if isinstance(value, str) else value
        if meant not in known:
            raise wrong("word", *unknown_word(value, known))
        return meant

    status = kind.model_fields["status"]
    mapped: Any = Annotated[status.annotation, BeforeValidator(ours)]
    return create_model(
        kind.__name__, __base__=kind, __doc__=kind.__doc__, status=(mapped, status.default)
    )


def _definition(name: str, field: FieldSettings) -> tuple[Any, Any]:
    one, several = _hint(name, field)
    hint = several if field.many else one
    if field.required:
        return hint, Field(description=field.about)
    default: Any = () if field.many else None
    return (hint if field.many else hint | None), Field(default, description=field.about)


def _hint(name: str, field: FieldSettings) -> tuple[Any, Any]:
    if field.link:
        back = field.inverse or f"{name.replace('_', ' ')} of"
        to = LinkTo(tuple(field.link), inverse=back)
        return Annotated[Ref, to], Annotated[Refs, to]
    one: Any = Literal[tuple(field.words)] if field.words else _TYPES[field.type]
    return one, tuple.__class_getitem__((one, ...))
