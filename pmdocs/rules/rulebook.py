"""The rules that a project is judged by."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pmdocs import rules
from pmdocs.rules.house import house_rules
from pmdocs.rules.python_rules import PythonRules
from pmdocs.rules.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmdocs.diagnostics import Finding
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules of a project, and what is wrong with those of its own.

    `failures` are those of rules in Python, to which more may come while they run.
    Without `complete` there are others, of which nothing is known.
    """

    rules: tuple[Rule, ...]
    problems: tuple[Finding, ...] = ()
    failures: Sequence[Finding] = ()
    complete: bool = True


@cache
def builtin() -> tuple[Rule, ...]:
    """The rules in the folders next to this file, in the order of their codes."""
    names = (m.name for m in pkgutil.walk_packages(rules.__path__, f"{rules.__name__}."))
    modules = (importlib.import_module(name) for name in names)
    found = {v.code: v for m in modules for v in vars(m).values() if isinstance(v, Rule)}
    return tuple(found[code] for code in sorted(found))


def rulebook(project: Project) -> Rulebook:
    """The rules that come with pmdocs, and those of the project's own."""
    ours = builtin()
    house, problems = house_rules(project.settings, _words(ours))
    python = PythonRules(project, _words([*ours, *house])).collect()
    rules = (*ours, *house, *python.rules)
    # Some of the problems are only found when the rules are run.
    return Rulebook(rules, tuple(problems), python.problems, python.complete)


def _words(rules: Iterable[Rule]) -> set[str]:
    return {word for rule in rules for word in (rule.code.lower(), rule.name)}
