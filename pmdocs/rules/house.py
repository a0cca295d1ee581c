"""Rules that a team declares in its settings, made into rules like any other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, Severity, did_you_mean
from pmdocs.model.decode import decode_record
from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item, locate
from pmdocs.project.compare import values
from pmdocs.project.rule_settings import HouseRule
from pmdocs.project.select import understand
from pmdocs.project.terms import Terms
from pmdocs.project.written import within, wrong_query
from pmdocs.rules.codes import wrong_code, wrong_name
from pmdocs.rules.doubt import Doubts
from pmdocs.rules.rule import Rule
from pmdocs.source.node import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pmdocs.model.item import Step
    from pmdocs.project.config import Settings
    from pmdocs.project.project import Project
    from pmdocs.project.select import Query
    from pmdocs.text import Span

GROUP = "house"
_PLACEHOLDER = re.compile(r"\{([A-Za-z_]\w*)\}")
_QUOTED = re.compile(rf"`?{_PLACEHOLDER.pattern}`?")
_LONGEST = 80


def house_rules(settings: Settings, taken: Collection[str]) -> tuple[list[Rule], list[Finding]]:
    """The rules that settings declare, and what is wrong with others.

    `taken` are the codes, in small letters, and names of other rules. What is wrong
    with the form of a setting was found when it was read.
    """
    node = settings.at("house_rules")
    if not isinstance(node, Sequence) or settings.unclear:
        return [], []
    reader = _Reader(settings, set(taken), Terms(settings))
    entries = (entry for entry in node.items if isinstance(entry, Mapping))
    return [rule for entry in entries if (rule := reader.read(entry))], reader.findings


@dataclass
class _Reader:
    settings: Settings
    taken: set[str]
    terms: Terms
    doubts: Doubts = field(default_factory=Doubts)
    findings: list[Finding] = field(default_factory=list)

    def read(self, node: Mapping) -> Rule | None:
        told, _ = decode_record(HouseRule, node)
        if told is None:
            return None
        found = [*self._wrong_names(told, node), *self._wrong_queries(told, node)]
        found += self._wrong_message(told, node)
        self.findings += found
        self.taken |= {told.code.lower(), told.name or ""}
        return None if found else self._rule(told)

    def _wrong_names(self, told: HouseRule, node: Mapping) -> Iterator[Finding]:
        if wrong := wrong_code(told.code, self.taken):
            yield _wrong(node, "code", *wrong)
        if told.name and (wrong := wrong_name(told.name, self.taken)):
            yield _wrong(node, "name", *wrong)

    def _wrong_queries(self, told: HouseRule, node: Mapping) -> Iterator[Finding]:
        if not told.require and not told.forbid:
            hint = "add `require:` or `forbid:` with a query, such as `require: points:*`"
            yield _wrong(node, "code", f"`{told.code}` asks for nothing", hint)
        places: list[tuple[Step, ...]] = [("select",)]
        places += [("require", index) for index in range(len(told.require))]
        places += [("forbid", index) for index in range(len(told.forbid))]
        for steps in places:
            query = locate(node, steps)
            if isinstance(query, Scalar):
                yield from wrong_query(query, self.settings, "PM110", self.terms)

    def _wrong_message(self, told: HouseRule, node: Mapping) -> Iterator[Finding]:
        known = {key for kind in self.settings.kinds for key in fields_of(kind)} | {"kind"}
        for key in ("message", "hint"):
            text = node.get(key)
            for match in _PLACEHOLDER.finditer(getattr(told, key) or ""):
                if match[1] not in known and isinstance(text, Scalar):
                    span = within(text, match.start(), match.end())
                    hint = did_you_mean(match[1], known) or "`{id}` and `{title}` are most useful"
                    message = f"no item has a field `{match[1]}`"
                    yield Finding(span, message, hint, code="PM110")

    def _rule(self, told: HouseRule) -> Rule:
        wanted = [(text, True) for text in told.require] + [(text, False) for text in told.forbid]
        conditions = tuple(_Condition(text, self._query(text), want) for text, want in wanted)
        house = _House(told, self._query(told.select or ""), conditions, self.doubts)
        return Rule(
            told.code,
            told.name or told.code.lower(),
            Severity(told.severity),
            __name__,
            house.check,
            Item,
            about=_page(told),
            group=GROUP,
        )

    def _query(self, text: str) -> Query:
        return understand(text, self.settings, self.terms)


def _wrong(node: Mapping, key: str, message: str, hint: str) -> Finding:
    value = node.get(key)
    return Finding(node.head if value is None else value.span, message, hint, code="PM110")


@dataclass(frozen=True, slots=True)
class _Condition:
    """A query, and whether it has to hold or must not."""

    text: str
    query: Query
    wanted: bool

    @property
    def label(self) -> str:
        return f"`{self.text}` {'does not hold' if self.wanted else 'holds'}"

    @property
    def hint(self) -> str:
        return f"the rule {'asks for' if self.wanted else 'forbids'} `{self.text}`"


@dataclass(frozen=True, slots=True)
class _House:
    """A rule as it is run."""

    told: HouseRule
    chosen: Query
    conditions: tuple[_Condition, ...]
    doubts: Doubts

    def check(self, item: Item, project: Project) -> Iterator[Finding]:
        """Find the first condition that an item breaks."""
        if not self.chosen.holds(item, project):
            return
        for one in self.conditions:
            if one.query.holds(item, project) is one.wanted:
                continue
            if not self.doubts.of(project).about(item, one.query.fields):
                message = _filled(self.told.message, item, project)
                own = self.told.hint
                hint = _filled(own, item, project) if own else one.hint
                yield Finding(_place(item, one.query), message, hint, label=one.label)
            return


def _filled(template: str, item: Item, project: Project) -> str:
    """The words with the item's own in place of `{id}` and its like; nothing else is looked at."""

    def value(match: re.Match[str]) -> str:
        words = " ".join(", ".join(map(str, values(item, project, match[1]))).split())
        return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"

    return _PLACEHOLDER.sub(value, template)


def _place(item: Item, query: Query) -> Span:
    """The first field that the query asks about and that was written, else the id."""
    for name in query.fields:
        value = item.node.get(name)
        if value is not None:
            return value.span if isinstance(value, Scalar) else item.key(name)
    return item.span


def _page(told: HouseRule) -> str:
    # No item is looked at here, so that `{id}` and its like stand for nothing.
    message = _QUOTED.sub("…", told.message)
    lines = [message[:1].upper() + message[1:] + ("" if message.endswith("…") else ".")]
    if told.because:
        lines += ["", told.because.strip()]
    whom = "all items" if not told.select else "the items that this query chooses:"
    lines += ["", f"A rule of this product, from its settings. It looks at {whom}"]
    if told.select:
        lines += ["", f"    {told.select}"]
    for title, queries in (("Must hold", told.require), ("Must not hold", told.forbid)):
        if queries:
            lines += ["", f"## {title}", *(f"    {query}" for query in queries)]
    return "\n".join(lines)
