"""What to write where a list of records is wanted, and words were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from pmdocs.model.dates import Date
from pmdocs.model.fields import fields_of, record_at
from pmdocs.source.respell import quoted

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

_LONGEST = 40


def entry_hint(model: type[BaseModel], error: ErrorDetails) -> str | None:
    """How an entry of such a list looks like, with the words in it; None for other mistakes.

    Also None where the words alone can be an entry, so that brackets are all that lacks.
    """
    steps = tuple(step for step in error["loc"] if isinstance(step, str | int))
    record = record_at(model, steps)
    value = error["input"]
    if error["type"] not in {"tuple_type", "list_type"} or record is None:
        return None
    if not isinstance(value, str) or _can_be(record, value):
        return None
    return f"write below `{steps[-1]}:` a line such as `- {{{_written(record, value)}}}`"


def _can_be(record: type[BaseModel], value: str) -> bool:
    try:
        record.model_validate(value)
    except ValidationError:
        return False
    return True


def _written(record: type[BaseModel], words: str) -> str:
    """The fields that a record cannot do without, with the words in the first that takes any."""
    found, left = [], words if len(words) <= _LONGEST else ""
    for key, field in fields_of(record).items():
        if field.required and field.core is Date:
            found.append(f"{key}: 2027-03-14")
        elif field.required and field.words in {"words", "Markdown"} and left:
            found.append(f"{key}: {_in_braces(left)}")
            left = ""
        elif field.required:
            found.append(f"{key}: …")
    return ", ".join(found)


def _in_braces(words: str) -> str:
    is_plain = not any(sign in words for sign in ":,#{}[]'\"")
    return words if is_plain else quoted(words)
