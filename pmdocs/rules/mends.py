"""Which rules find what can be mended by command, as their own examples show it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pmdocs.project.config import PluginSettings, Settings, read_settings
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source

if TYPE_CHECKING:
    from pmdocs.project.project import Project
    from pmdocs.rules.rule import Rule

# Their examples are made by a shell, which is not run to print a page.
_BY_SHELL = {"PM405": frozenset({True}), "PM905": frozenset({True})}


def mends(rule: Rule) -> str:
    """A sentence on what `pmdocs check --fix` does about a rule, empty where it does nothing."""
    kinds = fixes_of(rule)
    if kinds == {True}:
        return "`pmdocs check --fix` mends this, where it is sure what to write."
    if kinds == {False}:
        return "`pmdocs check --fix --unsafe` mends this by a guess: look at what it has written."
    if kinds:
        return (
            "`pmdocs check --fix` mends this where only the spelling is wrong;"
            " with `--unsafe` it makes a guess, too."
        )
    return ""


def fixes_of(rule: Rule) -> frozenset[bool]:
    """Whether the fixes of the findings in a rule's bad example are safe: both, one or none."""
    if rule.code in _BY_SHELL:
        return _BY_SHELL[rule.code]
    found = check(_example(rule))
    return frozenset(d.finding.fix.safe for d in found if d.code == rule.code and d.finding.fix)


def _example(rule: Rule) -> Project:
    sources = {e.path: Source(e.path, e.text) for e in rule.examples("Bad") if e.language != "sh"}
    written = sources.pop("mkdocs.yml", None)
    # Rules that are off by themselves are asked, too.
    strict = Settings(PluginSettings(preset="strict"))
    settings, problems = read_settings(written) if written else (strict, [])
    project = build(sources.values(), settings)
    return replace(project, problems=(*problems, *project.problems))
