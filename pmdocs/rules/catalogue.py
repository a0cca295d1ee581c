"""All rules, and what they say of a project together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from pmdocs.rules.baseline import Baseline
from pmdocs.rules.ignores import Ignores
from pmdocs.rules.judge import Judge
from pmdocs.rules.rulebook import builtin, rulebook

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.diagnostics import Diagnostic, Finding
    from pmdocs.history.past import Past
    from pmdocs.project.project import Project
    from pmdocs.rules.rule import Rule
    from pmdocs.rules.rulebook import Rulebook

__all__ = ["Review", "builtin", "check", "chosen", "find", "review"]


@dataclass(frozen=True, slots=True)
class Review:
    """What there is to say about a project, and what is left unsaid.

    `ignored` counts what comments ask to pass over, `known` what stands in the
    baseline. `all` is `found` with what is known.
    """

    found: list[Diagnostic]
    all: list[Diagnostic]
    ignored: int
    known: int
    judge: Judge
    baseline: Baseline


def find(word: str, rules: Iterable[Rule] | None = None) -> Rule | None:
    """The rule with this code or name."""
    known = builtin() if rules is None else rules
    return next((r for r in known if word.lower() in {r.code.lower(), r.name}), None)


def chosen(
    found: Iterable[Diagnostic], select: Collection[str], ignore: Collection[str]
) -> list[Diagnostic]:
    """The diagnostics whose code or name begins with a selected word and with no ignored one."""
    return [
        d
        for d in found
        if (not select or _matches(d, select)) and not (ignore and _matches(d, ignore))
    ]


def check(
    project: Project, past: Past | None = None, proofs: Proofs | None = None
) -> list[Diagnostic]:
    """Everything there is to say about a project, in the order of places."""
    return review(project, past=past, proofs=proofs).found


def review(
    project: Project,
    more: Iterable[Finding] = (),
    book: Rulebook | None = None,
    *,
    past: Past | None = None,
    proofs: Proofs | None = None,
) -> Review:
    """Everything there is to say about a project, with what was left unsaid.

    `more` are findings of rules that only somebody else can look for. `book` are the
    rules of the project, where they are known already. `past` is what git knows,
    `proofs` what is proven: without them, rules that ask for them say nothing.
    """
    book = book or rulebook(project)
    judge = Judge(project, book.rules, book.complete)
    ours = _run(project, judge, past, proofs)
    results = proofs.evidence.findings if proofs else ()
    findings = chain(project.problems, book.problems, judge.problems, results, ours, more)
    found = _judged(chain(findings, book.failures), judge)
    ignores = Ignores.of(project, judge)
    kept = ignores.sift(found)
    about_comments = _judged(chain(ignores.problems, ignores.unused()), judge)
    more_kept = ignores.sift(about_comments)
    ignored = len(found) + len(about_comments) - len(kept) - len(more_kept)
    everything = _sorted([*kept, *more_kept])
    baseline = Baseline.of(project)
    sifted = baseline.sift(everything, project)
    about_file = chain(baseline.problems, baseline.mended(sifted.known, project, judge))
    left = _sorted([*sifted.new, *_judged(about_file, judge)])
    return Review(left, everything, ignored, len(sifted.known), judge, baseline)


def _sorted(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(found, key=lambda d: (d.span, d.code, d.finding.message))


def _judged(findings: Iterable[Finding], judge: Judge) -> list[Diagnostic]:
    return [one for finding in findings if (one := judge.judged(finding))]


def _run(project: Project, judge: Judge, *given: object) -> Iterator[Finding]:
    for rule in judge.rules:
        if judge.is_on(rule):
            yield from rule.run(project, judge, *given)


def _matches(diagnostic: Diagnostic, words: Collection[str]) -> bool:
    return any(
        diagnostic.code.startswith(word.upper()) or diagnostic.name == word for word in words
    )
