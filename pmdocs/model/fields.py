"""What a field takes, told from its annotation: for readers, pages and manuals alike."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel

from pmdocs.model.amounts import Effort, Money, Percent
from pmdocs.model.dates import Date
from pmdocs.model.item import Part
from pmdocs.model.links import Dependency, LinkTo
from pmdocs.model.values import Address, Rich

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

_NAMES: dict[Any, str] = {
    str: "words",
    float: "number",
    int: "whole number",
    bool: "`true` or `false`",
    Date: "date",
    Money: "money",
    Effort: "effort",
    Percent: "percentage",
    Decimal: "amount",
    Dependency: "id",
}


_SHORT_FORMS = {"raci", "prd", "url"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field, as people write it.

    `key` is its name in a file, `name` its name in Python (`for_` for `for`).
    `core` is the type of one value; `many` says that there is a list of them.
    `address` says that a value leads to a page, here or elsewhere.
    """

    name: str
    key: str
    core: Any
    many: bool
    required: bool
    rich: bool
    link: LinkTo | None
    address: bool = False

    @property
    def choices(self) -> tuple[str, ...]:
        """The words allowed, if there is a fixed set of them."""
        is_choice = typing.get_origin(self.core) is Literal
        return typing.get_args(self.core) if is_choice else ()

    @property
    def record(self) -> type[BaseModel] | None:
        """The record that a value is, if it is one."""
        return self.core if _is_record(self.core) else None

    @property
    def part(self) -> type[Part] | None:
        """The part that a value is, if it has an id of its own."""
        return self.record if self.record and issubclass(self.record, Part) else None

    @property
    def label(self) -> str:
        """The name as people read it: `Key results`."""
        words = self.key.replace("_", " ")
        return words.upper() if words in _SHORT_FORMS else words.capitalize()

    @property
    def words(self) -> str:
        """What to write, in words: `list of ids of stories`."""
        if self.link and not self.link.or_text:
            one, several = "id", "list of ids"
        elif self.choices:
            one = several = "one of the words"
        else:
            one = "Markdown" if self.rich else _NAMES.get(self.core, "named values")
            several = (
                f"list of {one}"
                if one in {"Markdown", "words", "named values"}
                else f"list of {one}s"
            )
        return several if self.many else one


@cache
def fields_of(model: type[BaseModel]) -> dict[str, Field]:
    """The fields of a kind or record, by the key that people write."""
    fields = (_field(name, info) for name, info in model.model_fields.items())
    return {field.key: field for field in fields}


def record_at(model: type[BaseModel], steps: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The kind or record whose fields are written at the end of these steps."""
    current: Any = model
    for step in steps:
        if typing.get_origin(current) is dict:
            # Any name leads to the same record here.
            current = typing.get_args(current)[1]
        elif isinstance(step, str):
            field = fields_of(current).get(step) if _is_record(current) else None
            current = field.core if field else None
    return current if _is_record(current) else None


def _is_record(core: Any) -> bool:
    return isinstance(core, type) and issubclass(core, BaseModel)


def _field(name: str, info: FieldInfo) -> Field:
    core, many, metadata = _unwrap(info.annotation, list(info.metadata))
    return Field(
        name=name,
        key=info.alias or name,
        core=core,
        many=many,
        required=info.is_required(),
        rich=any(isinstance(m, Rich) for m in metadata),
        link=next((m for m in metadata if isinstance(m, LinkTo)), None),
        address=any(isinstance(m, Address) for m in metadata),
    )


def _unwrap(annotation: Any, metadata: list[Any]) -> tuple[Any, bool, list[Any]]:
    """Look through `Annotated`, `| None` and `tuple[…, ...]`."""
    many = False
    while True:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            metadata += annotation.__metadata__
            annotation = annotation.__origin__
        elif origin in (typing.Union, types.UnionType):
            inner = (a for a in typing.get_args(annotation) if a is not type(None))
            annotation = next(inner)
        elif origin is tuple:
            many, annotation = True, typing.get_args(annotation)[0]
        else:
            return annotation, many, metadata
