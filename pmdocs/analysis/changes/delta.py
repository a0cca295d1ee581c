"""One value that is not what it was, and the shapes in which values are told."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from pmdocs.model.item import Part
from pmdocs.model.links import Dependency

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmdocs.model.fields import Field

_NAMES = ("title", "role", "name", "activity", "stakeholder", "text", "segment", "date")


@dataclass(frozen=True, slots=True)
class Delta:
    """A value of an item that was added, removed or replaced.

    `path` are the keys from the item inwards, the last of which is that of `field`.
    `part` is the full id of the part that it stands in, if it stands in one, and
    `within` what the innermost record around it is called. `old` and `new` are single
    values, None where there was, or is, none. `order` says that only the order of a
    list is another.
    """

    field: Field
    path: tuple[str, ...]
    old: Any
    new: Any
    part: str = ""
    within: str = ""
    order: bool = False

    @property
    def key(self) -> str:
        """The key of the field itself."""
        return self.path[-1]

    @property
    def is_top(self) -> bool:
        """Whether it is a field of the item itself, or an entry of one."""
        return len(self.path) == 1


def spelled(value: Any) -> str:
    """A value as people read it: what somebody wrote, or the name of a record."""
    match value:
        case None:
            words = ""
        case bool():
            words = "yes" if value else "no"
        case float() | int():
            words = f"{value:,g}"
        case Part():
            words = wording(value)
        case BaseModel():
            words = label_of(value)
        case tuple():
            words = ", ".join(map(spelled, value))
        case _:
            words = str(value)
    return words


def label_of(record: BaseModel) -> str:
    """What a record is called: its name, or all that it says."""
    for name in _NAMES:
        value = getattr(record, name, None)
        if value:
            return spelled(value)
    values = ((key, getattr(record, key)) for key in type(record).model_fields)
    return ", ".join(f"{key}: {spelled(value)}" for key, value in values if value not in (None, ()))


def wording(part: Part) -> str:
    """All that a part says: its text, its steps or its title."""
    if not hasattr(part, "words"):
        return str(getattr(part, "text", None) or getattr(part, "title", None) or part.id)
    steps = part.model_copy(update={"text": None, "scenario": None})
    texts = (getattr(part, "text", None), getattr(part, "scenario", None), steps.words)
    return "\n".join(text for text in texts if text)


class Renamed:
    """Old values as they would be written today, after ids were renamed."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        """Take the new ids by the old ones."""
        self.ids = ids
        any_of = "|".join(map(re.escape, ids)) or "(?!)"
        self._old = re.compile(rf"(?<![\w-])(?:{any_of})(?![\w-])")

    def __call__(self, value: Any) -> Any:
        """The value with today's ids, if it is a text."""
        if self.ids and isinstance(value, Dependency):
            return replace(value, target=self(value.target))
        if not self.ids or not isinstance(value, str):
            return value
        return self._old.sub(lambda match: self.ids[match[0]], value)
