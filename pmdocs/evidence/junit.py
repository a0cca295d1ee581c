"""JUnit XML, in the dialects of those who write it.

There is no standard. What is read here was taken from what pytest, Playwright,
Vitest, Jest, Surefire, gotestsum, nextest and behave write.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from pmdocs.evidence.moment import address, commit_id, duration, moment
from pmdocs.evidence.naming import ids_in
from pmdocs.evidence.reading import MOST_TESTS, Reading, Refused, too_many, words, wrong_ids
from pmdocs.evidence.result import Outcome, Result
from pmdocs.evidence.spoken import hint_for, ids_of_tags, ids_of_value
from pmdocs.evidence.xml_stream import read_xml
from pmdocs.text import Span

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from pmdocs.text import Position

FORMAT = "JUnit XML"
_ROOTS = frozenset({"testsuites", "testsuite"})
# `flakyFailure` and `rerunFailure` are of earlier attempts: the last one counts.
_OUTCOMES = {
    "failure": Outcome.FAILED,
    "error": Outcome.FAILED,
    "skipped": Outcome.SKIPPED,
    "ignored": Outcome.SKIPPED,
    "disabled": Outcome.SKIPPED,
}
_NOT_RUN = frozenset({"notrun", "skipped", "disabled", "untested", "ignored", "suppressed"})
_BAD = frozenset({"failed", "failure", "error", "undefined", "hook_error", "cleanup_error"})
_COMMITS = frozenset({"commit", "git.commit", "git_commit", "revision", "git.revision"})
_URLS = frozenset({"url", "run.url", "run_url", "build.url", "build_url"})
# behave writes the tags of a scenario into the output of its test.
_BEHAVE = "@scenario.begin"
_TAG = re.compile(r"@([^\s@]+)")
_HEAD = 2_000
# Nobody writes so many; each test would have to keep those of its suites.
_MOST_IDS = 100


@dataclass(slots=True)
class _Suite:
    """What holds for all tests of a suite."""

    at: dt.datetime | None = None
    commit: str | None = None
    url: str | None = None
    ids: tuple[str, ...] = ()


@dataclass(slots=True)
class _Case:
    """A test that is being read."""

    attributes: dict[str, str]
    at: Position
    suite: _Suite
    depth: int
    outcome: Outcome
    message: str = ""
    ids: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def read_junit(stream: IO[bytes], name: str, prefixes: frozenset[str]) -> Reading:
    """Read a stream of JUnit XML.

    The ids are in properties `verifies` of a test or its suites, and in names, where
    only those with one of the prefixes count.
    """
    found: list[_Junit] = []

    def listen(here: Callable[[], Position]) -> _Junit:
        found.append(_Junit(name, prefixes, here))
        return found[0]

    try:
        read_xml(stream, listen)
    except Refused as refused:
        return refused.reading(name, FORMAT)
    return Reading(name, FORMAT, tuple(found[0].results), wrong_ids(name, found[0].wrong))


class _Junit:
    """Makes results of the elements of a file."""

    def __init__(self, name: str, prefixes: frozenset[str], here: Callable[[], Position]) -> None:
        self.results: list[Result] = []
        self.wrong: dict[str, tuple[Position, str]] = {}
        self._name, self._prefixes, self._here = name, prefixes, here
        self._suites = [_Suite()]
        self._case: _Case | None = None
        self._depth = 0
        self._heard = ""
        self._values: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note where a suite or a test begins, and what is said in it."""
        self._depth += 1
        if self._depth == 1 and name not in _ROOTS:
            message = f"`{name[:80]}` is no element that results of tests begin with"
            raise Refused("PM853", message, "name a file with JUnit XML", self._here())
        if name == "testcase" and self._case is None:
            self._case = self._begun(attributes)
        elif name in _ROOTS:
            self._suites.append(self._suite(attributes))
        elif name == "property":
            self._property(attributes)
        elif self._case and self._depth == self._case.depth + 1:
            self._said(self._case, name, attributes)

    def end(self, name: str) -> None:
        """Make a result of a test that ends."""
        self._depth -= 1
        if self._heard and self._case and self._depth == self._case.depth:
            self._hear(self._case)
        if name in _ROOTS:
            self._suites.pop()
        elif self._case and self._depth < self._case.depth:
            self._finish(self._case)
            self._case = None

    def text(self, text: str) -> None:
        """Keep the beginning of what a test says."""
        if self._heard and self._case and len(self._case.text) < _HEAD // 100:
            self._case.text.append(text[:_HEAD])

    def _suite(self, attributes: dict[str, str]) -> _Suite:
        outer = self._suites[-1]
        at = moment(attributes.get("timestamp")) or outer.at
        return _Suite(at, outer.commit, outer.url, outer.ids)

    def _begun(self, attributes: dict[str, str]) -> _Case:
        outcome = Outcome.PASSED
        if "status" in attributes or "result" in attributes:
            said = {attributes.get("status", "").lower(), attributes.get("result", "").lower()}
            outcome = Outcome.SKIPPED if said & _NOT_RUN else outcome
            outcome = Outcome.FAILED if said & _BAD else outcome
        return _Case(attributes, self._here(), self._suites[-1], self._depth, outcome)

    def _said(self, case: _Case, name: str, attributes: dict[str, str]) -> None:
        outcome = _OUTCOMES.get(name)
        if outcome is not None:
            if outcome.rank >= case.outcome.rank and not case.message:
                case.message = words(attributes.get("message"))
            case.outcome = max(case.outcome, outcome, key=lambda one: one.rank)
        if name == "system-out" or (outcome and not case.message):
            self._heard = name

    def _hear(self, case: _Case) -> None:
        heard, text = self._heard, "".join(case.text).strip()
        self._heard = ""
        case.text.clear()
        if heard == "system-out":
            if text.startswith(_BEHAVE):
                tags = _TAG.findall(text.removeprefix(_BEHAVE).partition(": ")[0])
                ids, wrong = ids_of_tags(tags, self._prefixes)
                case.ids.extend(ids[:_MOST_IDS])
                self._note(wrong, case.at)
        elif not case.message:
            case.message = words(text)

    def _property(self, attributes: dict[str, str]) -> None:
        name, value = attributes.get("name", ""), attributes.get("value", "")
        suite = self._suites[-1]
        if name == "verifies":
            # Most tests of a file name what others name, too.
            value = value[:_HEAD]
            ids, wrong = self._values.get(value) or ids_of_value(value)
            self._values[value] = ids, wrong
            if wrong:
                self._note(wrong, self._here())
            if self._case:
                self._case.ids.extend(ids[: _MOST_IDS - len(self._case.ids)])
            else:
                suite.ids = (*suite.ids, *ids)[:_MOST_IDS]
        elif self._case is None and name.lower() in _COMMITS:
            suite.commit = commit_id(value) or suite.commit
        elif self._case is None and name.lower() in _URLS:
            suite.url = address(value) or suite.url

    def _note(self, wrong: tuple[str, ...], at: Position) -> None:
        for word in wrong:
            self.wrong.setdefault(words(word), (at, hint_for(word)))

    def _finish(self, case: _Case) -> None:
        if len(self.results) >= MOST_TESTS:
            raise too_many()
        attributes, suite = case.attributes, case.suite
        test = _called(attributes)
        ids = dict.fromkeys((*suite.ids, *case.ids, *ids_in(test, self._prefixes)))
        self.results.append(
            Result(
                test,
                tuple(ids),
                case.outcome,
                Span(self._name, case.at, case.at),
                duration(attributes.get("time")),
                moment(attributes["timestamp"]) if "timestamp" in attributes else suite.at,
                suite.commit,
                suite.url,
                case.message,
            )
        )


def _called(attributes: dict[str, str]) -> str:
    """What people call a test: its name, and before it that of its class or file."""
    name, group = words(attributes.get("name")), words(attributes.get("classname"))
    # Jest writes the same words into both.
    return name if not group or name.startswith(group) else f"{group} › {name}"
