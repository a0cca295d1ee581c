"""Items in which every field is written, each with a text that can be found again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from pmdocs.model.amounts import Effort, Money, Percent
from pmdocs.model.dates import Date
from pmdocs.model.fields import Field, fields_of
from pmdocs.model.item import Item
from pmdocs.model.links import Dependency
from pmdocs.model.registry import builtin

# What must have a form of its own, or lie between narrow bounds.
FIXED: dict[str, Any] = {"currency": "EUR", "probability": 3, "impact": 4, "hours_per_day": 7.25}
PARTS = {"key result": "KR-1", "requirement": "FR-1", "criterion": "AC-1", "finding": "F-1"}
OWNERS = {"key result": "OBJ", "requirement": "PRD", "criterion": "US", "finding": "RES"}


@dataclass
class Written:
    """Items as they stand in a file, and the texts that their pages must show."""

    text: Callable[[int], str] = lambda number: f"mark{number}"
    texts: list[str] = field(default_factory=list)
    numbers: int = 100

    def item(self, kind: type[Item], number: int) -> dict[str, Any]:
        """An item with all fields of its kind; its links lead to the items of number 1."""
        self.texts = []
        values = dict(self._fields(kind))
        return {**values, "id": f"{kind.prefix}-{number}"}

    def _fields(self, model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
        for key, one in fields_of(model).items():
            if key == "id":
                prefixes = getattr(model, "prefixes", ())
                yield key, f"{prefixes[0]}-1" if prefixes else ""
            elif key == "audience":
                # The public may see it or not: that is no text of the page.
                continue
            elif key == "aliases":
                self.numbers += 1
                self.texts.append(f"{getattr(model, 'prefix', '')}-{self.numbers}")
                yield key, [self.texts[-1]]
            else:
                value = self._value(one)
                yield key, [value] if one.many else value

    def _value(self, one: Field) -> Any:
        if one.link and not one.link.or_text:
            return self._link(one)
        if one.record:
            return dict(self._fields(one.record))
        if one.key in FIXED:
            return FIXED[one.key]
        if one.choices:
            return self._said(str(one.choices[-1]))
        return self._plain(one)

    def _plain(self, one: Field) -> Any:
        self.numbers += 1
        number = self.numbers
        if one.key == "url":
            return self._said(f"https://x.example/{number}")
        if one.core is str:
            return self._said(self.text(number))
        if one.core is bool:
            return True
        if one.core is Date:
            date = Date.day(dt.date(2027, 1, 1) + dt.timedelta(number))
            self.texts.append(date.words)
            return str(date)
        if one.core is Percent:
            return self._said(f"{number / 32:g}%")
        assert one.core in {int, float, Decimal, Money, Effort}, one
        forms: dict[Any, str] = {int: "{}", Money: "{:,} EUR", Effort: "{}h"}
        self.texts.append(forms.get(one.core, "{:,}").format(number))
        return self.texts[-1] if one.core in {Money, Effort} else number

    def _said(self, text: str) -> str:
        self.texts.append(text)
        return text

    def _link(self, one: Field) -> str:
        assert one.link is not None
        if one.link.local:
            local = f"{one.link.local}-1"
            self.texts.append(local)
            return f"{local} SS+2d" if one.core is Dependency else local
        kind = one.link.kinds[0]
        if kind in PARTS:
            return self._said(f"{OWNERS[kind]}-1.{PARTS[kind]}")
        name = "item" if kind == "*" else kind
        return self._said(f"{builtin().by_name[name].prefix}-1")
