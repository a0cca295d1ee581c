"""Choosing items with a query, the same language everywhere.

```
kind:story status:ready prd:PRD-3          all of these
owner:maria or not status:done             words, with `and or not ( )`
due<2027-Q2  points>=5  text~export        before, at least, contains
status:"in progress"                       quotes around spaces
```

A field is any that an item can have, and beside them `kind`, `id`, `text` (all
its words), `due` (when it ends) and `links` (ids it refers to, or that refer to
it). `field:a,b` means one of these; `field:*` that it is there at all. Upper and
lower case do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import QueryError
from pmdocs.model.dates import Date
from pmdocs.model.fields import fields_of

if TYPE_CHECKING:
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

Test: TypeAlias = Callable[["Item", "Project"], bool]

_TOKEN = re.compile(
    r"""\s*(?:(?P<bracket>[()])
    |(?P<word>and|or|not)(?=[\s()]|$)
    |(?P<field>[A-Za-z_][\w-]*)(?P<operator><=|>=|!=|[:=<>~])(?P<value>"[^"]*"|[^\s()"]+)?
    |(?P<bare>"[^"]*"|[^\s()]+))""",
    re.VERBOSE | re.IGNORECASE,
)
_ID = re.compile(r"[a-z][a-z0-9]*-\d+")
_COMPUTED = ("kind", "id", "text", "due", "links")
DEPTH = 50


@dataclass(frozen=True, slots=True)
class _Token:
    column: int
    kind: str
    text: str
    operator: str = ""
    value: str = ""
    value_column: int = 0


def select(project: Project, query: str) -> list[Item]:
    """The items that a query chooses, in the project's order.

    An empty query chooses all. `QueryError` says what cannot be understood, and
    at which column.
    """
    if not query.strip():
        return list(project.items.values())
    test = _Parser(list(_tokens(query)), _known(project), len(query) + 1).parse()
    return [item for item in project.items.values() if test(item, project)]


def _known(project: Project) -> set[str]:
    fields = (key for kind in project.settings.kinds for key in fields_of(kind))
    return {*fields, *_COMPUTED}


def _tokens(query: str) -> list[_Token]:
    tokens, position = [], 0
    while query[position:].strip():
        match = _TOKEN.match(query, position)
        if match is None:
            column = len(query) - len(query[position:].lstrip()) + 1
            raise QueryError(f"`{query[column - 1]}` makes no sense here", column)
        tokens.append(_token(match))
        position = match.end()
    return tokens


def _token(match: re.Match[str]) -> _Token:
    kind = match.lastgroup or ""
    if match["field"]:
        column = match.start("field") + 1
        value = (match["value"] or "").strip('"')
        if not value:
            hint = f"write a value right after `{match['operator']}`, in quotes if it has spaces"
            raise QueryError(f"`{match['field']}{match['operator']}` has no value", column, hint)
        field, at = match["field"].lower(), match.start("value") + 1
        return _Token(column, "test", field, match["operator"], value, at)
    return _Token(match.start(kind) + 1, kind, match[kind].lower().strip('"'))


@dataclass
class _Parser:
    """Reads `or` between `and` between `not`, by recursive descent."""

    tokens: list[_Token]
    known: set[str]
    end: int
    at: int = 0
    depth: int = 0

    def parse(self) -> Test:
        test = self._any()
        if token := self._peek():
            raise QueryError(f"`{token.text}` makes no sense here", token.column)
        return test

    def _peek(self) -> _Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _takes(self, text: str) -> bool:
        token = self._peek()
        found = token is not None and token.kind in {"word", "bracket"} and token.text == text
        self.at += found
        return found

    def _any(self) -> Test:
        tests = [self._all()]
        while self._takes("or"):
            tests.append(self._all())
        return tests[0] if len(tests) == 1 else lambda i, p: any(test(i, p) for test in tests)

    def _all(self) -> Test:
        tests = [self._one()]
        while self._takes("and") or self._begins_a_test():
            tests.append(self._one())
        return tests[0] if len(tests) == 1 else lambda i, p: all(test(i, p) for test in tests)

    def _begins_a_test(self) -> bool:
        token = self._peek()
        return token is not None and (token.kind in {"test", "bare"} or token.text in {"not", "("})

    def _one(self) -> Test:
        self.depth += 1
        if self.depth > DEPTH:
            raise QueryError("this query is nested too deeply", self.end)
        try:
            return self._nested()
        finally:
            self.depth -= 1

    def _nested(self) -> Test:
        if self._takes("not"):
            inner = self._one()
            return lambda i, p: not inner(i, p)
        if self._takes("("):
            inner = self._any()
            if not self._takes(")"):
                raise QueryError("a `(` is not closed", self.end, "add `)`")
            return inner
        token = self._peek()
        if token is None or token.kind not in {"test", "bare"}:
            column = token.column if token else self.end
            found = f"`{token.text}`" if token else "the end"
            hint = "write a test such as `status:ready`"
            raise QueryError(f"expected a test, not {found}", column, hint)
        self.at += 1
        return self._test(token)

    def _test(self, token: _Token) -> Test:
        if token.kind == "bare":
            return _compare("text", "~", token.text)
        field = token.text.replace("-", "_")
        if field not in self.known:
            hint = did_you_mean(field, self.known) or "any field of an item will do"
            raise QueryError(f"no item has a field `{token.text}`", token.column, hint)
        return _compare(field, token.operator, token.value, token.value_column)


def _compare(field: str, operator: str, value: str, column: int = 1) -> Test:
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
        return value == _number(word)
    return str(value).lower() == word or _is_part(str(value).lower(), word)


def _is_part(value: str, word: str) -> bool:
    """Whether the value is a part of the item that the word names: `PRD-3.FR-2` of `PRD-3`."""
    return value.startswith(f"{word}.") and _ID.fullmatch(word) is not None


def _order(field: str, operator: str, value: str, column: int) -> Test:
    date, number = _date(value), _number(value)
    if date is None and number is None:
        hint = "write a number, or a date such as `2027-Q2`"
        raise QueryError(f"`{value}` is neither a number nor a date", column, hint)

    def holds(left: Any) -> bool:
        right: Any = date if isinstance(left, Date) else number
        left = left if isinstance(left, Date) else _number(str(left).rstrip("%"))
        if left is None or right is None:
            return False
        results = {"<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}
        return bool(results[operator])

    return lambda i, p: any(holds(left) for left in values(i, p, field))


def values(item: Item, project: Project, field: str) -> list[Any]:
    """What an item has in a field, as a list: empty when there is nothing."""
    match field:
        case "kind":
            return [item.kind, item.label]
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


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
