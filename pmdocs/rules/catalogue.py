"""All rules, and what they say of a project together."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from pmdocs import rules
from pmdocs.diagnostics import Diagnostic, Finding, Severity, did_you_mean
from pmdocs.model.item import locate
from pmdocs.rules.rule import Rule
from pmdocs.source.node import Mapping

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

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
    by_code = {rule.code: rule for rule in builtin()}
    severities = {rule.code: rule.severity for rule in builtin()}
    unknown: list[Finding] = []
    for word, wanted in project.settings.plugin.rules.items():
        if named := find(word):
            severities[named.code] = wanted  # type: ignore[assignment]
        else:
            unknown.append(_unknown(word, project))
    findings = chain(project.problems, unknown, _run(project, severities))
    found = [
        Diagnostic(f.code, by_code[f.code].name, Severity(severities[f.code]), f)
        for f in findings
        if str(severities[f.code]) != "off"
    ]
    return sorted(found, key=lambda d: (d.span, d.code, d.finding.message))


def _run(project: Project, severities: dict[str, Severity]) -> Iterator[Finding]:
    for rule in builtin():
        if str(severities[rule.code]) != "off":
            yield from rule.run(project)


def _matches(diagnostic: Diagnostic, words: Collection[str]) -> bool:
    return any(
        diagnostic.code.startswith(word.upper()) or diagnostic.name == word for word in words
    )


def _unknown(word: str, project: Project) -> Finding:
    table = locate(project.settings.node, ("rules",)) if project.settings.node else None
    assert isinstance(table, Mapping)  # noqa: S101 - the word was read from it
    names = [name for rule in builtin() for name in (rule.code, rule.name)]
    hint = did_you_mean(word, names) or "`pmdocs explain` lists the rules"
    return Finding(table.keys[word].span, f"there is no rule `{word}`", hint, code="PM110")
