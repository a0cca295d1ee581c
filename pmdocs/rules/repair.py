"""Making the fixes that findings carry, as long as each of them makes things better.

A fix is tried before it counts: the project is read with it, and judged again. One
that does not take its finding away, or brings another that is as bad, is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from pmdocs.rules.catalogue import check
from pmdocs.rules.outcome import Outcome, key
from pmdocs.source.edits import edited, overlap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic, Edit
    from pmdocs.project.project import Project
    from pmdocs.text import Source

    Reread: TypeAlias = Callable[[Project, Mapping[str, str]], Project]

# A fix may uncover the next mistake of a file; nobody makes that many on one line of them.
_MOST_ROUNDS = 50
_MOST_TRIES = 400


@dataclass(frozen=True, slots=True)
class Repair:
    """What a project becomes: the new texts by their paths, and what is said of it then.

    `sources` are the files with new texts, as they were when they were first read: a
    repair of the settings may lead to more files. `mended` is what went away,
    `refused` what could have been mended only by making something else as bad, which
    `reasons` hold by what the finding says.
    """

    project: Project
    found: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    sources: Mapping[str, Source]
    mended: tuple[Diagnostic, ...] = ()
    refused: tuple[Diagnostic, ...] = ()
    reasons: Mapping[tuple[str, str, str], Diagnostic] = field(default_factory=dict)

    def reason(self, refused: Diagnostic) -> Diagnostic | None:
        """What would be wrong if that finding were mended; None where it would just stay."""
        return self.reasons.get(key(refused))


def repair(project: Project, reread: Reread, is_wanted: Callable[[Diagnostic], bool]) -> Repair:
    """Make the wanted fixes round by round, until none is left that can be made.

    `reread` gives the project with other texts for some of its files.
    """
    work = _Work(reread, project, tuple(check(project)))
    for _ in range(_MOST_ROUNDS):
        wanted = [one for one in work.found if one.finding.fix and is_wanted(one)]
        fresh = [one for one in wanted if key(one) not in work.refused]
        # What was refused may be possible by now, once everything else is done.
        if not work.round(fresh) and not work.round(wanted):
            break
    left = (one for one in work.found if key(one) in work.refused and is_wanted(one))
    texts, sources = work.texts, work.sources
    done = (tuple(work.mended), tuple(left), work.reasons)
    return Repair(work.project, work.found, texts, sources, *done)


def in_vain(
    project: Project, reread: Reread, wanted: Sequence[Diagnostic]
) -> tuple[Diagnostic, ...]:
    """Those of some findings that would be refused, each tried as `repair` tries it first.

    Of fixes that get in each other's way, only the first is tried.
    """
    work = _Work(reread, project, tuple(check(project)))
    refused: list[Diagnostic] = []
    for safe in (True, False):
        batch = _together(one for one in wanted if one.finding.fix and one.finding.fix.safe is safe)
        made = set(map(id, work.good(batch)))
        refused += (one for one in batch if id(one) not in made)
    return tuple(refused)


@dataclass(slots=True)
class _Work:
    """The project as it is by now, and what was done to it."""

    reread: Reread
    project: Project
    found: tuple[Diagnostic, ...]
    texts: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    mended: list[Diagnostic] = field(default_factory=list)
    refused: set[tuple[str, str, str]] = field(default_factory=set)
    reasons: dict[tuple[str, str, str], Diagnostic] = field(default_factory=dict)
    tries: int = 0

    def round(self, wanted: Sequence[Diagnostic]) -> bool:
        """Make the fixes that can be made together; whether there were any."""
        batch = _together(wanted)
        good = self.good(batch)
        made = set(map(id, good))
        self.refused |= {key(one) for one in batch if id(one) not in made}
        if not good:
            return False
        before = self.project.sources
        self.project, self.found, texts = self._tried(good)
        self.sources = {**{path: before[path] for path in texts}, **self.sources}
        self.texts |= texts
        self.mended += good
        return True

    def good(self, batch: list[Diagnostic]) -> list[Diagnostic]:
        """Those of some fixes that make things better."""
        return self._good([], batch)

    def _good(self, good: list[Diagnostic], more: list[Diagnostic]) -> list[Diagnostic]:
        """Those of some fixes that make things better, found by suspicion and by halving."""
        if not more or self.tries >= _MOST_TRIES:
            return good
        outcome = self._outcome([*good, *more])
        if outcome.is_better([*good, *more]):
            return [*good, *more]
        if len(more) == 1:
            self.reasons |= {key(more[0]): new for new in outcome.come([*good, *more])[:1]}
            return good
        blamed = set(map(id, outcome.suspects(more)))
        suspects = [one for one in more if id(one) in blamed]
        others = [one for one in more if id(one) not in blamed]
        if not suspects or not others:
            half = len(more) // 2
            others, suspects = more[:half], more[half:]
        return self._good(self._good(good, others), suspects)

    def _outcome(self, batch: list[Diagnostic]) -> Outcome:
        self.tries += 1
        _, found, _ = self._tried(batch)
        edits = [edit for one in batch for edit in _edits(one)]
        return Outcome(self.found, found, edits, self.project.sources)

    def _tried(
        self, batch: Iterable[Diagnostic]
    ) -> tuple[Project, tuple[Diagnostic, ...], dict[str, str]]:
        by_path: dict[str, list[Edit]] = {}
        for one in batch:
            for edit in _edits(one):
                by_path.setdefault(edit.span.path, []).append(edit)
        sources = self.project.sources
        texts = {path: edited(sources[path], edits) for path, edits in by_path.items()}
        project = self.reread(self.project, {**self.texts, **texts})
        return project, tuple(check(project)), texts


def _edits(one: Diagnostic) -> tuple[Edit, ...]:
    return one.finding.fix.edits if one.finding.fix else ()


def _together(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The first of the findings whose fixes do not get in each other's way."""
    chosen: list[Diagnostic] = []
    taken: dict[tuple[str, int], list[Edit]] = {}
    for one in found:
        edits = _edits(one)
        near = (other for edit in edits for line in _lines(edit) for other in taken.get(line, ()))
        if edits and not any(overlap(edit, other) for other in near for edit in edits):
            chosen.append(one)
            for edit in edits:
                for line in _lines(edit):
                    taken.setdefault(line, []).append(edit)
    return chosen


def _lines(edit: Edit) -> list[tuple[str, int]]:
    span = edit.span
    return [(span.path, line) for line in range(span.start.line, span.end.line + 1)]
