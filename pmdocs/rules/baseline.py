"""Findings that were there when a team began to look: recorded, and passed over.

The file has a line for each, in JSON, sorted by what they are about: so two
branches rarely touch the same lines, and a difference reads like a list.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pmdocs.diagnostics import Edit, Finding, Fix
from pmdocs.model.ids import is_id
from pmdocs.project.beside import BASELINE
from pmdocs.rules.fingerprint import fingerprints

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.project.project import Project
    from pmdocs.rules.judge import Judge
    from pmdocs.rules.rule import Rule
    from pmdocs.text import Source, Span

_KEYS = ("code", "about", "fingerprint", "message")
# Enough to tell findings apart, and short enough to read past.
_DIGITS = 16
_LONGEST = 120
_MOST_NAMED = 5
_MOST_WRONG = 20
# What is wrong with the file itself cannot be in it.
_OWN = frozenset({"PM905", "PM906"})


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A finding that is known: `about` is an item's id, or the path of a file."""

    about: str
    code: str
    fingerprint: str
    message: str = field(compare=False)

    @property
    def line(self) -> str:
        """The entry as it is written."""
        values = (self.code, self.about, self.fingerprint, self.message)
        return json.dumps(dict(zip(_KEYS, values, strict=True)), ensure_ascii=False)


@dataclass(slots=True)
class Baseline:
    """The known findings of a project, with the place of each, and what is wrong in their file."""

    entries: dict[str, tuple[Entry, Span]] = field(default_factory=dict)
    problems: list[Finding] = field(default_factory=list)
    twice: list[tuple[Entry, Span]] = field(default_factory=list)

    @classmethod
    def of(cls, project: Project) -> Baseline:
        """Read the file, if the project has one."""
        source = project.sources.get(BASELINE)
        baseline = cls()
        if source is not None:
            for text, span in _lines(source):
                baseline._add(text, span)
        return baseline

    def _add(self, text: str, span: Span) -> None:
        entry = _entry(text)
        if isinstance(entry, str):
            if len(self.problems) < _MOST_WRONG:
                hint = "`pmdocs check --write-baseline` writes the file anew"
                self.problems.append(Finding(span, entry, hint, code="PM906"))
        elif entry.fingerprint in self.entries:
            self.twice.append((entry, span))
        else:
            self.entries[entry.fingerprint] = (entry, span)

    def sift(self, found: Sequence[Diagnostic], project: Project) -> Sifted:
        """Tell new findings from known ones."""
        if not self.entries:
            return Sifted(list(found), {})
        new, known = [], {}
        names = fingerprints(found, project.sources)
        for one, name in zip(found, names, strict=True):
            if short(name) in self.entries and one.code not in _OWN:
                known[short(name)] = one
            else:
                new.append(one)
        return Sifted(new, known)

    def mended(self, known: Iterable[str], project: Project, judge: Judge) -> Iterator[Finding]:
        """One finding for all entries of which there is nothing left to know."""
        still, sight = frozenset(known), Sight(project, judge)
        gone = [e for f, e in self.entries.items() if f not in still and sight.sees(e[0])]
        gone = sorted([*gone, *self.twice], key=lambda e: e[1])
        if gone:
            named = [f"`{entry.about}` {entry.code}" for entry, _ in gone[:_MOST_NAMED]]
            rest = f" and {len(gone) - len(named)} more" if len(gone) > len(named) else ""
            message = f"mended, but still in the baseline: {', '.join(named)}{rest}"
            hint = "`pmdocs check --fix` takes them out"
            edits = tuple(Edit(_with_break(span, project), "") for _, span in gone)
            yield Finding(gone[0][1], message, hint, code="PM905", fix=Fix(edits))


@dataclass(frozen=True, slots=True)
class Sifted:
    """New findings, and the known ones by their fingerprints."""

    new: list[Diagnostic]
    known: dict[str, Diagnostic]


def written(
    found: Sequence[Diagnostic], project: Project, sight: Sight, baseline: Baseline
) -> tuple[str, int, int]:
    """The text of a file with all these findings, and how many are new and gone.

    What is known already keeps its words, and what cannot be seen now stays.
    """
    names = fingerprints(found, project.sources)
    entries = {f: e for f, (e, _) in baseline.entries.items() if not sight.sees(e)}
    for one, name in zip(found, names, strict=True):
        if one.code not in _OWN:
            key = short(name)
            before = baseline.entries.get(key)
            entries[key] = before[0] if before else _of(one, key)
    new = len(entries.keys() - baseline.entries.keys())
    gone = len(baseline.entries.keys() - entries.keys())
    return "".join(f"{entry.line}\n" for entry in sorted(entries.values())), new, gone


def short(fingerprint: str) -> str:
    """As much of a fingerprint as is written."""
    return fingerprint[:_DIGITS]


class Sight:
    """Whether a finding would be seen, if it were still there.

    What only git or tests know is seen by those who have asked them: `given` are the
    kinds of what they were told. Not always: a shallow clone holds little of the past.
    """

    def __init__(self, project: Project, judge: Judge, given: Collection[type] = ()) -> None:
        """Look at which rules count, and which files could be read."""
        self._project = project
        self._judge = judge
        self._on = {r.code: judge.is_on(r) and _is_run(r, given) for r in judge.rules}
        broken = (f.span.path for f in project.problems if f.code.startswith("PM0"))
        self._broken = frozenset(broken)

    def sees(self, entry: Entry) -> bool:
        """Whether a finding of this rule, about this item or file, would be among the findings."""
        if self._project.settings.unclear:
            return False
        id = entry.about.partition(".")[0]
        unclear = id in self._project.unclear if is_id(id) else entry.about in self._broken
        # A rule that nobody knows has no findings, unless it is one that may not be run here.
        return not unclear and self._on.get(entry.code, self._judge.complete)


def _is_run(rule: Rule, given: Collection[type]) -> bool:
    asked = rule.check is not None and all(one in given for one in rule.asks)
    return not rule.on_demand or asked


def _of(one: Diagnostic, fingerprint: str) -> Entry:
    message = " ".join(one.finding.message.split())
    cut = message if len(message) <= _LONGEST else f"{message[: _LONGEST - 1]}…"
    return Entry(one.finding.item or one.span.path, one.code, fingerprint, cut)


def _lines(source: Source) -> Iterator[tuple[str, Span]]:
    offset = 0
    for row in source.text.split("\n"):
        text = row.strip()
        if text:
            yield text, source.span(offset, offset + len(row.rstrip("\r")))
        offset += len(row) + 1


def _entry(text: str) -> Entry | str:
    """What a line says, or what is wrong with it."""
    if text.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
        return "two branches were merged here, and the conflict is not settled"
    try:
        read: Any = json.loads(text)
    except (ValueError, RecursionError):
        return "this line is not understood"
    if not isinstance(read, dict):
        return "this line is not understood"
    values = [value for key in _KEYS if isinstance(value := read.get(key), str)]
    if len(values) < len(_KEYS):
        missing = next(key for key in _KEYS if not isinstance(read.get(key), str))
        return f"this line has no `{missing}`"
    code, about, fingerprint, message = values
    return Entry(about, code, fingerprint, message)


def _with_break(span: Span, project: Project) -> Span:
    source = project.sources[span.path]
    start, end = source.offset(span.start), source.offset(span.end)
    end += len(source.text[end : end + 2]) if source.text.startswith("\r\n", end) else 1
    return source.span(start, min(end, len(source.text)))
