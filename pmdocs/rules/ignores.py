"""Findings that a comment in the file asks to pass over, and comments that ask in vain."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Finding, Fix, did_you_mean
from pmdocs.rules.options import is_ours
from pmdocs.source.ignore import ignores

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.project.project import Project
    from pmdocs.rules.judge import Judge
    from pmdocs.rules.rule import Rule
    from pmdocs.source.comments import Lines
    from pmdocs.source.ignore import Ignore
    from pmdocs.text import Span

_ENDINGS = (".yaml", ".yml", ".md", ".feature")
_MOST_GUESSES = 100
_WHOLE_FILE: Lines = (0, 2**31)


@dataclass(frozen=True, slots=True)
class _Request:
    """One rule in one comment: the findings of which lines to pass over."""

    lines: Lines
    ignore: Ignore
    index: int


@dataclass(slots=True)
class Ignores:
    """The comments of a project that ask to pass over findings.

    `problems` are those that nobody understands. Which requests were of use is
    remembered, so that `unused` can tell of the others.
    """

    judge: Judge
    problems: list[Finding] = field(default_factory=list)
    _all: list[Ignore] = field(default_factory=list)
    _requests: dict[tuple[str, str], list[_Request]] = field(default_factory=dict)
    _used: set[tuple[int, int]] = field(default_factory=set)
    _by_word: dict[str, Rule] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Project, judge: Judge) -> Ignores:
        """Find them in the files of a project."""
        found = cls(judge)
        for source in project.sources.values():
            if not source.path.endswith(_ENDINGS):
                continue
            comments, malformed = ignores(source)
            found.problems += malformed
            if comments and not found._by_word:
                words = ((word, r) for r in judge.rules for word in (r.code.lower(), r.name))
                found._by_word = dict(words)
            for comment in comments:
                found._add(comment)
        return found

    def _add(self, ignore: Ignore) -> None:
        self._all.append(ignore)
        lines = _WHOLE_FILE if ignore.lines is None else ignore.lines
        for index, (word, span) in enumerate(ignore.words):
            rule = self._by_word.get(word.lower())
            if rule is not None:
                request = _Request(lines, ignore, index)
                self._requests.setdefault((ignore.span.path, rule.code), []).append(request)
            elif self.judge.complete or is_ours(word):
                self._unknown(word, span)
        if not ignore.reason:
            message = "this comment does not say why"
            hint = "write `because` and the reason at its end"
            self.problems.append(Finding(ignore.span, message, hint, code="PM904"))

    def _unknown(self, word: str, span: Span) -> None:
        names = (name for rule in self.judge.rules for name in (rule.code, rule.name))
        # Looking for a name takes a moment, which nobody should have to wait for a thousand times.
        meant = did_you_mean(word, names) if len(self.problems) < _MOST_GUESSES else None
        hint = meant or "`pmdocs explain` lists the rules"
        self.problems.append(Finding(span, f"there is no rule `{word}`", hint, code="PM902"))

    def sift(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings, in the order of places, that no comment asks to pass over."""
        if not self._requests:
            return list(found)
        sweeps: dict[tuple[str, str], _Sweep] = {}
        kept = []
        for one in sorted(found, key=lambda d: d.span):
            key = (one.span.path, one.code)
            if key in self._requests and key not in sweeps:
                sweeps[key] = _Sweep(self._requests[key])
            request = sweeps[key].at(one.span.start.line) if key in sweeps else None
            if request is None:
                kept.append(one)
            else:
                self._used.add((id(request.ignore), request.index))
        return kept

    def unused(self) -> Iterator[Finding]:
        """The comments that ask for something that is not there."""
        vain: defaultdict[int, list[int]] = defaultdict(list)
        for ignore in self._all:
            for index, (word, _) in enumerate(ignore.words):
                rule = self._by_word.get(word.lower())
                if rule and self._could(rule) and (id(ignore), index) not in self._used:
                    vain[id(ignore)].append(index)
        return (_unused(one, vain[id(one)]) for one in self._all if id(one) in vain)

    def _could(self, rule: Rule) -> bool:
        """Whether the rule was looked at, so that a finding would have been seen."""
        return rule.topic != "review" and not rule.on_demand and self.judge.is_on(rule)


class _Sweep:
    """Goes down a file once, with the requests for one rule that hold where it is."""

    def __init__(self, requests: list[_Request]) -> None:
        self._coming = sorted(requests, key=lambda r: (r.lines[0], -r.lines[1]), reverse=True)
        self._open: list[_Request] = []

    def at(self, line: int) -> _Request | None:
        """The request for a line, the nearest where there are several; lines come in order."""
        while self._coming and self._coming[-1].lines[0] <= line:
            self._open.append(self._coming.pop())
        while self._open and self._open[-1].lines[1] < line:
            self._open.pop()
        return self._open[-1] if self._open else None


def _unused(ignore: Ignore, indices: list[int]) -> Finding:
    words = [ignore.words[index] for index in indices]
    named = ", ".join(f"`{word}`" for word, _ in words)
    rest = [word for i, (word, _) in enumerate(ignore.words) if i not in set(indices)]
    if rest:
        edit, span = Edit(ignore.within, ", ".join(rest)), words[0][1]
        hint = f"leave `{', '.join(rest)}` alone in the brackets"
    else:
        edit, span, hint = Edit(ignore.around, ""), ignore.span, "take the comment away"
    message = f"there is no finding of {named} here to ignore"
    return Finding(span, message, hint, code="PM901", fix=Fix((edit,)))
