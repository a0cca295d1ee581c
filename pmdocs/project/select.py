"""Choosing items with a query, the same language everywhere.

```
kind:story status:ready prd:PRD-3          all of these
owner:maria or not status:done             words, with `and or not ( )`
due<2027-Q2  points>=5  text~export        before, at least, contains
status:blocked,"in progress"               quotes around spaces
prd.status:approved                        of an item that it is linked with
all realised_by.status:done                of all of them; `realised_by` leads back
realised_by.count>=1                       how many there are
prd.(status:approved not owner:*)          several tests of one and the same
```

A field is any that an item can have, and beside them `kind`, `id`, `text` (all
its words), `due` (when it ends) and `links` (ids it refers to, or that refer to
it). `field:a,b` means one of these; `field:*` that it is there at all. Upper and
lower case do not matter.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmdocs.errors import QueryError
from pmdocs.project.hops import COUNT, across
from pmdocs.project.terms import Terms, bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.item import Item
    from pmdocs.project.compare import Test
    from pmdocs.project.config import Settings
    from pmdocs.project.hops import Models
    from pmdocs.project.project import Project

_PATH = r"[A-Za-z_][\w-]*+(?:\.[A-Za-z_][\w-]*+)*"
_TOKEN = re.compile(
    rf"""\s*(?:(?P<bracket>[()])
    |(?P<word>and|or|not)(?=[\s()]|$)
    |(?P<all>all)(?=\s+[\w-]++\.(?:[\w-]++\.)*(?:\(|[\w-]++(?:[:=<>~]|!=)))
    |(?P<through>{_PATH})\.(?=\()
    |(?P<field>{_PATH})(?P<operator><=|>=|!=|[:=<>~])(?P<value>(?:"[^"]*"|[^\s()"])++)?
    |(?P<bare>"[^"]*"|[^\s()]+))""",
    re.VERBOSE | re.IGNORECASE,
)
_BEGINNINGS = frozenset({"test", "bare", "all", "through"})
DEPTH = 50


@dataclass(frozen=True, slots=True)
class _Token:
    column: int
    kind: str
    text: str
    operator: str = ""
    value: str = ""
    value_column: int = 0


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was understood, for one project; `fields` are those that it asks about."""

    holds: Test
    fields: tuple[str, ...]


def select(project: Project, query: str) -> list[Item]:
    """The items that a query chooses, in the project's order.

    An empty query chooses all. `QueryError` says what cannot be understood, and
    at which column.
    """
    if not query.strip():
        return list(project.items.values())
    holds = understand(query, project.settings).holds
    return [item for item in project.items.values() if holds(item, project)]


def understand(query: str, settings: Settings, terms: Terms | None = None) -> Query:
    """What a query means in a project with these settings; `QueryError` if it means nothing.

    Who understands many gives their `terms`, which take a while to collect.
    """
    if not query.strip():
        return Query(lambda _item, _project: True, ())
    parser = _Parser(_tokens(query), terms or Terms(settings), len(query) + 1)
    return Query(parser.parse(), tuple(parser.fields))


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
        value = (match["value"] or "").replace('"', "")
        if not value:
            hint = f"write a value right after `{match['operator']}`, in quotes if it has spaces"
            raise QueryError(f"`{match['field']}{match['operator']}` has no value", column, hint)
        name, at = match["field"].lower(), match.start("value") + 1
        return _Token(column, "test", name, match["operator"], value, at)
    return _Token(match.start(kind) + 1, kind, match[kind].lower().strip('"'))


@dataclass
class _Parser:
    """Reads `or` between `and` between `not`, by recursive descent.

    `models` are what the tests are about where the parser stands, `fields` the
    names of fields and links of the items themselves.
    """

    tokens: list[_Token]
    terms: Terms
    end: int
    at: int = 0
    depth: int = 0
    models: Models | None = None
    fields: dict[str, None] = field(default_factory=dict)

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
        return token is not None and (token.kind in _BEGINNINGS or token.text in {"not", "("})

    def _one(self) -> Test:
        with self._deeper(1):
            return self._nested()

    @contextmanager
    def _deeper(self, levels: int) -> Iterator[None]:
        self.depth += levels
        if self.depth > DEPTH:
            raise QueryError("this query is nested too deeply", self.end)
        yield
        self.depth -= levels

    def _nested(self) -> Test:
        if self._takes("not"):
            inner = self._one()
            return lambda i, p: not inner(i, p)
        if self._takes("("):
            return self._bracket()
        token = self._peek()
        if token is None or token.kind not in _BEGINNINGS:
            column = token.column if token else self.end
            found = f"`{token.text}`" if token else "the end"
            hint = "write a test such as `status:ready`"
            raise QueryError(f"expected a test, not {found}", column, hint)
        self.at += 1
        if token.kind == "all":
            # What follows is known to be a path.
            path = self.tokens[self.at]
            self.at += 1
            return self._path(path, every=True)
        return bare(token.text, token.column) if token.kind == "bare" else self._path(token)

    def _bracket(self) -> Test:
        inner = self._any()
        if not self._takes(")"):
            raise QueryError("a `(` is not closed", self.end, "add `)`")
        return inner

    def _path(self, token: _Token, *, every: bool = False) -> Test:
        """The test of a field, here or at the other end of links."""
        names = [name.replace("-", "_") for name in token.text.split(".")]
        ahead = names if token.kind == "through" else names[:-1]
        if names[-1] == COUNT and token.kind == "test":
            ahead = ahead[:-1]
        before, column = self.models, token.column
        if before is None:
            self.fields[names[0]] = None
        with self._deeper(len(ahead)):
            for name in ahead:
                self.models = self.terms.after(self.models, name, column)
                column += len(name) + 1
            test = self._at_end(token, names, column)
        self.models = before
        for name in reversed(ahead):
            test = across(name, test, every=every)
        return test

    def _at_end(self, token: _Token, names: list[str], column: int) -> Test:
        if token.kind == "through":
            self._takes("(")
            return self._bracket()
        told = (token.operator, token.value, token.value_column)
        if names[-1] == COUNT and len(names) > 1:
            return self.terms.count(self.models, names[-2], column, told)
        return self.terms.test(self.models, names[-1], column, told)
