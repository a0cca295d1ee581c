"""Choosing items with a query, the same language everywhere.

```
kind:story status:ready prd:PRD-3          all of these
owner:maria or not status:done             words, with `and or not ( )`
due<2027-Q2  points>=5  text~export        before, at least, contains
status:blocked,"in progress"               quotes around spaces
```

A field is any that an item can have, and beside them `kind`, `id`, `text` (all
its words), `due` (when it ends) and `links` (ids it refers to, or that refer to
it). `field:a,b` means one of these; `field:*` that it is there at all. Upper and
lower case do not matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import QueryError
from pmdocs.model.fields import fields_of
from pmdocs.model.ids import is_id
from pmdocs.model.registry import names_of
from pmdocs.project.compare import Test, compare

if TYPE_CHECKING:
    from pmdocs.model.item import Item
    from pmdocs.project.config import Settings
    from pmdocs.project.project import Project

_TOKEN = re.compile(
    r"""\s*(?:(?P<bracket>[()])
    |(?P<word>and|or|not)(?=[\s()]|$)
    |(?P<field>[A-Za-z_][\w-]*)(?P<operator><=|>=|!=|[:=<>~])(?P<value>(?:"[^"]*"|[^\s()"])++)?
    |(?P<bare>"[^"]*"|[^\s()]+))""",
    re.VERBOSE | re.IGNORECASE,
)
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
    test = _test_of(query, project.settings)
    return [item for item in project.items.values() if test(item, project)]


def check_query(query: str, settings: Settings) -> None:
    """Raise `QueryError` for a query that no project with these settings can answer."""
    if query.strip():
        _test_of(query, settings)


def _test_of(query: str, settings: Settings) -> Test:
    return _Parser(list(_tokens(query)), _known(settings), _Words(settings), len(query) + 1).parse()


def _known(settings: Settings) -> set[str]:
    fields = (key for kind in settings.kinds for key in fields_of(kind))
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
        value = (match["value"] or "").replace('"', "")
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
    words: _Words
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
            return _bare(token)
        field = token.text.replace("-", "_")
        if field not in self.known:
            hint = did_you_mean(field, self.known) or "any field of an item will do"
            raise QueryError(f"no item has a field `{token.text}`", token.column, hint)
        value = self.words.checked(field, token) if token.operator in "!=:" else token.value
        return compare(field, token.operator, value, token.value_column)


class _Words:
    """The words that a query may use for kinds and statuses, with what they stand for."""

    def __init__(self, settings: Settings) -> None:
        kinds = list(settings.kinds)
        self._known = {
            "kind": {name: kind.kind for kind in kinds for name in names_of(kind)},
            "status": {state.word: state.word for kind in kinds for state in kind.states},
        }
        for own in settings.plugin.statuses.values():
            self._known["status"] |= {mine.lower(): ours for mine, ours in own.items()}

    def checked(self, field: str, token: _Token) -> str:
        """The value as items have it; a word that no item can have is an error."""
        known = self._known.get(field)
        if known is None:
            return token.value
        words = [word.strip().lower() for word in token.value.split(",")]
        for word in words:
            if word not in known and word != "*":
                hint = did_you_mean(word, known) or f"the words are {', '.join(sorted(known))}"
                raise QueryError(f"no item has the {field} `{word}`", token.value_column, hint)
        return ",".join(known.get(word, word) for word in words)


def _bare(token: _Token) -> Test:
    """A word alone: an id is that item, anything else is looked for in the texts."""
    if not any(c.isalnum() for c in token.text):
        hint = "write a test without spaces, such as `due<2027-Q2`"
        raise QueryError(f"`{token.text}` stands alone", token.column, hint)
    if is_id(token.text.upper()):
        return compare("id", ":", token.text)
    return compare("text", "~", token.text)
