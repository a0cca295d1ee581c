"""The kinds that a project knows: those that come with pmdocs, and its own."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pmdocs.model import kinds
from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pmdocs.model.item import Part

# The order in which people think of them, and in which a site shows them.
_ORDER = [
    "vision",
    "persona",
    "stakeholder",
    "objective",
    "metric",
    "item",
    "release",
    "prd",
    "story",
    "sprint",
    "charter",
    "program",
    "risk",
    "decision",
    "launch",
    "research",
    "idea",
]


@dataclass(frozen=True)
class Kinds:
    """Kinds of items, found by name or by the prefix of their ids."""

    by_name: Mapping[str, type[Item]]
    by_prefix: Mapping[str, type[Item]]

    @classmethod
    def of(cls, kinds: Iterable[type[Item]]) -> Kinds:
        """Make a register of these kinds, in their order."""
        listed = list(kinds)
        return cls({k.kind: k for k in listed}, {k.prefix: k for k in listed})

    def __iter__(self) -> Iterator[type[Item]]:
        """The kinds, in order."""
        return iter(self.by_name.values())

    def of_id(self, id: str) -> type[Item] | None:
        """The kind whose ids look like this one."""
        return self.by_prefix.get(id.partition("-")[0])

    def named(self, word: str) -> type[Item] | None:
        """The kind that a person means: by its name, label, plural or prefix."""
        wanted = word.lower().replace("_", " ").replace("-", " ")
        return next((k for k in self if wanted in names_of(k)), None)

    @property
    def parts(self) -> dict[str, type[Part]]:
        """The kinds of parts, by name."""
        fields = (field for kind in self for field in fields_of(kind).values())
        return {field.part.kind: field.part for field in fields if field.part}

    @property
    def names(self) -> frozenset[str]:
        """The names of all kinds of items and parts."""
        return frozenset({*self.by_name, *self.parts})


def names_of(kind: type[Item]) -> tuple[str, ...]:
    """What people call a kind, in small letters."""
    return (kind.kind, kind.label.lower(), kind.plural.lower(), kind.prefix.lower())


@cache
def builtin() -> Kinds:
    """The kinds in the folder next to this file."""
    modules = (
        importlib.import_module(f"{kinds.__name__}.{module.name}")
        for module in pkgutil.iter_modules(kinds.__path__)
    )
    found = {
        value.kind: value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Item) and value is not Item
    }
    return Kinds.of(found[name] for name in sorted(found, key=_place))


def _place(name: str) -> tuple[int, str]:
    return (_ORDER.index(name) if name in _ORDER else len(_ORDER), name)
