"""Comparing what an item has in a field with what a query asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from pydantic_core import PydanticCustomError

from pmdocs.errors import QueryError
from pmdocs.model.amounts import Effort, Money, read_effort, read_money
from pmdocs.model.dates import Date
from pmdocs.model.fields import fields_of
from pmdocs.model.ids import is_id
from pmdocs.model.item import Item

if TYPE_CHECKING:
    from pmdocs.project.project import Project

Test: TypeAlias = Callable[["Item", "Project"], bool]


def compare(field: str, operator: str, value: str, column: int = 1) -> Test:
    """The test of one field; `QueryError` at `column` when nothing can be less or more."""
    if operator in {"<", ">", "<=", ">="}:
        return _order(field, operator, value, column)
    wanted = [v.strip().lower() for v in value.split(",")]
    match operator:
        case "~":
            return lambda i, p: any(value.lower() in str(v).lower() for v in values(i, p, field))
        case "!=":
            return lambda i, p: not any(_same(v, wanted) for v in values(i, p, field))
        case _:
            return lambda i, p: any(_same(v, wanted) for v in values(i, p, field))


def _same(value: Any, wanted: list[str]) -> bool:
    return "*" in wanted or any(_is(value, word) for word in wanted)


def _is(value: Any, word: str) -> bool:
    if isinstance(value, Date) and (date := _date(word)):
        return value in date
    if isinstance(value, int | float) and not isinstance(value, bool):
        return bool(value == _amount(word))
    return str(value).lower() == word or _is_part(str(value).lower(), word)


def _is_part(value: str, word: str) -> bool:
    """Whether the value is a part of the item that the word names: `PRD-3.FR-2` of `PRD-3`."""
    return value.startswith(f"{word}.") and is_id(word.upper())


def _order(field: str, operator: str, value: str, column: int) -> Test:
    date, number = _date(value), _amount(value)
    if date is None and number is None:
        hint = "write a number, a date such as `2027-Q2`, or an effort such as `3d`"
        raise QueryError(f"`{value}` is neither a number nor a date", column, hint)

    def holds(left: Any) -> bool:
        right: Any = date if isinstance(left, Date) else number
        left = left if isinstance(left, Date) else _amount(left)
        if left is None or right is None:
            return False
        results = {"<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}
        return bool(results[operator])

    return lambda i, p: any(holds(left) for left in values(i, p, field))


def compare_numbers(operator: str, value: str, column: int) -> Callable[[int], bool]:
    """The test of a number of things; `QueryError` at `column` when the value is no number."""
    if not value.isascii() or not value.isdigit() or operator == "~":
        hint = "write a whole number, such as `count>=1`"
        raise QueryError(f"`{value}` is no number of things", column, hint)
    wanted = int(value[:9])
    tests: dict[str, Callable[[int], bool]] = {
        "<": lambda n: n < wanted,
        ">": lambda n: n > wanted,
        "<=": lambda n: n <= wanted,
        ">=": lambda n: n >= wanted,
        "!=": lambda n: n != wanted,
    }
    return tests.get(operator, lambda n: n == wanted)


def values(item: Item, project: Project, field: str) -> list[Any]:
    """What an item has in a field, as a list: empty when there is nothing."""
    # A record inside an item has its own fields, and nothing that is computed.
    match field if isinstance(item, Item) else "":
        case "kind":
            return [item.kind]
        case "due":
            return [item.when.end] if item.when else []
        case "text":
            return [" ".join(words(item))]
        case "links":
            graph = project.graph
            return [k.target for k in graph.out(item.id)] + [k.source for k in graph.into(item.id)]
    spec = fields_of(type(item)).get(field)
    value = getattr(item, spec.name) if spec else None
    listed = value if isinstance(value, tuple) else () if value is None else (value,)
    return [v.id if hasattr(v, "id") else v for v in listed if v != ""]


def words(item: Item) -> list[str]:
    """Every text that an item holds, nested ones too."""
    found: list[str] = []
    stack: list[Any] = [item.model_dump(mode="json")]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            stack += value.values()
        elif isinstance(value, list):
            stack += value
        elif isinstance(value, str):
            found.append(value)
    return found


def _date(text: str) -> Date | None:
    try:
        return Date.parse(text.upper())
    except ValueError:
        return None


def _amount(value: Any) -> float | None:
    """A number to compare: hours of an effort, the amount of money, a share of 100."""
    if isinstance(value, Effort):
        return value.hours
    if isinstance(value, Money):
        return float(value.amount)
    text = str(value).removesuffix("%")
    for read in (float, lambda t: read_effort(t).hours, lambda t: float(read_money(t).amount)):
        try:
            return float(read(text))
        except (ValueError, PydanticCustomError):
            continue
    return None
