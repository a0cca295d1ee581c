"""All rules, and what they say of a project together."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from pmdocs import rules
from pmdocs.rules.judge import Judge
from pmdocs.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pmdocs.diagnostics import Diagnostic, Finding
    from pmdocs.project.project import Project


@cache
def builtin() -> tuple[Rule, ...]:
    """The rules in the folders next to this file, in the order of their codes."""
    names = (m.name for m in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."))
    modules = (importlib.import_module(name) for name in names)
    found = {v.code: v for m in modules for v in vars(m).values() if isinstance(v, Rule)}
    return tuple(found[code] for code in sorted(found))


def find(word: str) -> Rule | None:
    """The rule with this code or name."""
    return next((r for r in builtin() if word.lower() in {r.code.lower(), r.name}), None)


def chosen(
    found: Iterable[Diagnostic], select: Collection[str], ignore: Collection[str]
) -> list[Diagnostic]:
    """The diagnostics whose code or name begins with a selected word and with no ignored one."""
    return [
        d
        for d in found
        if (not select or _matches(d, select)) and not (ignore and _matches(d, ignore))
    ]


def check(project: Project) -> list[Diagnostic]:
    """Everything there is to say about a project, in the order of places."""
    judge = Judge(project, builtin())
    findings = chain(project.problems, judge.problems, _run(project, judge))
    found = [one for finding in findings if (one := judge.judged(finding))]
    return sorted(found, key=lambda d: (d.span, d.code, d.finding.message))


def _run(project: Project, judge: Judge) -> Iterator[Finding]:
    for rule in builtin():
        if judge.is_on(rule):
            yield from rule.run(project, judge)


def _matches(diagnostic: Diagnostic, words: Collection[str]) -> bool:
    return any(
        diagnostic.code.startswith(word.upper()) or diagnostic.name == word for word in words
    )
