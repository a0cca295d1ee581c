"""Fields of items and records as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from pmdocs.model.amounts import Effort, Money, Percent
from pmdocs.model.fields import fields_of

if TYPE_CHECKING:
    from collections.abc import Container


def json_of(record: BaseModel, without: Container[str] = ()) -> dict[str, Any]:
    """The fields of a record that hold something, by the names that people write.

    A date is as it was written (`2027-Q1`), an amount of money is a text, so that
    it stays exact, and an amount of work has its hours beside its text.
    """
    values = ((f.key, getattr(record, f.name)) for f in fields_of(type(record)).values())
    return {
        key: _value(value)
        for key, value in values
        if key not in without and value not in (None, "", ())
    }


def _value(value: Any) -> Any:
    match value:
        case BaseModel():
            read: Any = json_of(value)
        case tuple():
            read = [_value(one) for one in value]
        case Money():
            read = {"amount": str(value.amount), "currency": value.currency}
        case Effort():
            read = {"hours": value.hours, "text": value.text}
        case Percent():
            read = value.value
        case bool() | int() | float():
            read = value
        case _:
            read = str(value)
    return read
