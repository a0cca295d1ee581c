"""Rules in Python: of installed packages, and of files that the settings name.

Running them runs whatever else is written there, so that nothing of theirs is run
unless somebody allows it. Then a mistake in one is a finding, and stops no other.
"""

from __future__ import annotations

import re
import sys
from contextlib import redirect_stdout
from dataclasses import dataclass, field, replace
from functools import partial
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

from pmdocs.diagnostics import Finding
from pmdocs.extensions import offered
from pmdocs.rules.codes import wrong_code, wrong_name
from pmdocs.rules.rule import Rule
from pmdocs.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from importlib.metadata import EntryPoint
    from types import ModuleType

    from pmdocs.project.project import Project

GROUP = "pmdocs.rules"
_TOPIC = "python"
_DECORATED = re.compile(r"^@(?:\w+\.)?rule\(", re.MULTILINE)
_ALLOW = "if you trust it, run `pmdocs check --allow-python`, or set `PMDOCS_ALLOW_PYTHON=1`"


@dataclass
class PythonRules:
    """The rules of a project that are written in Python, and what is wrong with them.

    `problems` grows while the rules are run. Without `complete` there are rules that
    were not run, so that nobody knows what they are called.
    """

    project: Project
    taken: set[str]
    rules: list[Rule] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)
    complete: bool = True

    def collect(self) -> PythonRules:
        """Find them, and get them ready where that is allowed."""
        for path, span in self._files():
            source = self.project.sources.get(path)
            if source is None:
                self.complete = False
            elif not self.project.allow_python:
                self._leave(f"`{path}`", span, len(_DECORATED.findall(source.text)))
            else:
                # Few projects have rules in Python, and most commands may not run them.
                from pmdocs.rules.python_files import module_of  # noqa: PLC0415

                self._load(partial(module_of, source), span, f"`{path}`")
        for entry in offered(GROUP):
            name = f"the package `{_package(entry)}`"
            if self.project.allow_python:
                self._load(entry.load, self._settings, name)
            else:
                self._leave(name, self._settings, 0)
        return self

    @property
    def _settings(self) -> Span:
        node = self.project.settings.node
        return node.head if node else Source("mkdocs.yml", "").start

    def _files(self) -> Iterator[tuple[str, Span]]:
        for index, path in enumerate(self.project.settings.plugin.python_rules):
            node = self.project.settings.at("python_rules", index)
            yield path, node.span if node else self._settings

    def _leave(self, name: str, span: Span, count: int) -> None:
        self.complete = False
        rules = f"{count} rule{'' if count == 1 else 's'}" if count else "rules"
        was = "was" if count == 1 else "were"
        message = f"{rules} of {name} {was} not run: that would run a program"
        self.problems.append(Finding(span, message, _ALLOW, code="PM908"))

    def _load(self, load: Callable[[], Any], span: Span, name: str) -> None:
        try:
            with redirect_stdout(sys.stderr):
                found = _rules_in(load())
        except (Exception, SystemExit) as error:  # noqa: BLE001 - it is a stranger's program
            self.complete = False
            self._failed(error, span, f"{name} cannot be run")
            return
        for rule in found:
            self._add(rule, span)

    def _add(self, rule: Rule, span: Span) -> None:
        place = self._place_of(rule) or span
        told = wrong_code(rule.code, self.taken) or wrong_name(rule.name, self.taken)
        if told:
            message, hint = told
            self.problems.append(Finding(place, f"{message}: it is not run", hint, code="PM909"))
            return
        self.taken |= {rule.code.lower(), rule.name}
        check = _Guarded(rule, self, place)
        self.rules.append(replace(rule, check=check, about=_page(rule), group=_TOPIC))

    def _place_of(self, rule: Rule) -> Span | None:
        code = getattr(rule.check, "__code__", None)
        return self._line(code.co_filename, code.co_firstlineno) if code else None

    def _line(self, path: str, number: int | None) -> Span | None:
        source = self.project.sources.get(path)
        if source is None or not number:
            return None
        text = source.line(number)
        start = source.start.start._replace(line=number, column=1 + len(text) - len(text.lstrip()))
        return Span(path, start, start._replace(column=max(start.column, len(text.rstrip()) + 1)))

    def _failed(self, error: BaseException, span: Span, what: str) -> None:
        from pmdocs.rules.python_files import deepest  # noqa: PLC0415 - as above

        path, number = deepest(error, self.project.sources)
        place = self._line(path, number) or span
        words = " ".join(f"{type(error).__name__}: {error}".split()).removesuffix(": ")
        hint = "mend it there: everything else was checked"
        if place is span and number:
            hint = f"this is line {number} of {path}: everything else was checked"
        self.problems.append(Finding(place, f"{what}: {words}", hint, code="PM909"))

    def failed(self, rule: Rule, error: BaseException, span: Span, item: str | None) -> None:
        """Remember that a rule has failed."""
        at = f" at `{item}`" if item else ""
        self._failed(error, span, f"the rule `{rule.code}` failed{at}")


@dataclass
class _Guarded:
    """The check of a rule, which is not asked again once it has failed."""

    rule: Rule
    owner: PythonRules
    place: Span
    broken: bool = False

    def __call__(self, *told: Any) -> Iterator[Finding]:
        if self.broken or self.rule.check is None:
            return iter(())
        try:
            # What a rule prints is no part of a report.
            with redirect_stdout(sys.stderr):
                return iter([_finding(one) for one in self.rule.check(*told) or ()])
        except (Exception, SystemExit) as error:  # noqa: BLE001 - it is a stranger's program
            self.broken = True
            self.owner.failed(self.rule, error, self.place, getattr(told[0], "id", None))
            return iter(())


def _finding(one: Any) -> Finding:
    if not isinstance(one, Finding) or not isinstance(one.span, Span):
        raise TypeError("a rule yields a `Finding` with a place, such as `item.span`")
    return one


def _rules_in(loaded: ModuleType | Iterable[Any] | Rule) -> list[Rule]:
    """The rules of a module, of a list, or a rule alone."""
    if isinstance(loaded, Rule):
        return [loaded]
    values: Iterable[Any] = vars(loaded).values() if hasattr(loaded, "__dict__") else loaded
    found = [value for value in values if isinstance(value, Rule)]
    if not found:
        raise ValueError("there is no rule in it: write `@rule(…)` above a function")
    return list({id(rule): rule for rule in found}.values())


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else entry.name


def _page(rule: Rule) -> str:
    return cleandoc(getattr(rule.check, "__doc__", None) or rule.page or f"{rule.name}.")
