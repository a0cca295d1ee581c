"""What the settings say about rules, read with the rules at hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, did_you_mean
from pmdocs.model.decode import decode_record
from pmdocs.model.item import locate
from pmdocs.model.mending import towards
from pmdocs.project.config import as_setting
from pmdocs.project.rule_settings import Override
from pmdocs.source.node import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Named
    from collections.abc import Sequence as Listed

    from pmdocs.project.config import Settings
    from pmdocs.project.project import Project
    from pmdocs.project.rule_settings import RuleSettings
    from pmdocs.rules.rule import Options, Rule
    from pmdocs.source.node import Node
    from pmdocs.text import Span

_OURS = re.compile(r"PM\d", re.IGNORECASE)


@dataclass(slots=True)
class Layer:
    """One part of the settings: severities and options by code, for some paths and kinds or all."""

    paths: tuple[str, ...] = ()
    kinds: frozenset[str] = frozenset()
    weights: dict[str, str] = field(default_factory=dict)
    options: dict[str, Options] = field(default_factory=dict)


def layers_of(
    project: Project, rules: Listed[Rule], *, complete: bool = True
) -> tuple[list[Layer], list[Finding]]:
    """The parts of a project's settings about rules, and what is wrong in them.

    Without `complete` there are rules beside these, which the settings may name.
    """
    reader = _Reader(project, rules, complete=complete)
    settings = project.settings
    layers = [reader.read(Layer(), settings.plugin.rules, settings.at("rules"))]
    for override, node in _overrides(settings):
        kinds = frozenset(reader.kinds(override.kinds, node))
        layer = Layer(tuple(reader.paths(override.paths, node)), kinds)
        # An override whose kinds or paths are all wrong is for nothing, and not for everything.
        if bool(kinds) == bool(override.kinds) and bool(layer.paths) == bool(override.paths):
            layers.append(reader.read(layer, override.rules, node.get("rules")))
    return layers, reader.findings


def _overrides(settings: Settings) -> Iterator[tuple[Override, Mapping]]:
    """Each override that was understood, with its place; a wrong one does not stop the others."""
    listed = settings.at("overrides")
    for node in listed.items if isinstance(listed, Sequence) else ():
        override = decode_record(Override, node)[0] if isinstance(node, Mapping) else None
        if override is not None and isinstance(node, Mapping):
            yield override, node


def is_ours(word: str) -> bool:
    """Whether a code can only be one of the rules that come with pmdocs."""
    return bool(_OURS.match(word))


class _Reader:
    """Finds the rules that settings name, and what is wrong with what they say."""

    def __init__(self, project: Project, rules: Listed[Rule], *, complete: bool) -> None:
        self.findings: list[Finding] = []
        self._project = project
        self._complete = complete
        self._by_word = {word: r for r in rules for word in (r.code.lower(), r.name)}
        self._words = [word for rule in rules for word in (rule.code, rule.name)]

    def read(self, layer: Layer, named: Named[str, RuleSettings], table: Node | None) -> Layer:
        for word, settings in named.items():
            rule = self._by_word.get(word.lower())
            if rule is None:
                self._unknown(word, table)
                continue
            if settings.severity:
                layer.weights[rule.code] = settings.severity
            if settings.model_extra:
                self._options(layer, rule, word, table)
        return layer

    def paths(self, patterns: Listed[str], node: Mapping) -> Iterator[str]:
        if not patterns:
            return
        # Few projects have paths here, and importing this takes as long as fifty items.
        from pathspec import PathSpec  # noqa: PLC0415

        for index, pattern in enumerate(patterns):
            try:
                PathSpec.from_lines("gitignore", [pattern])
            except ValueError:
                span = locate(node, ("paths", index)).span
                message = f"`{pattern}` is no pattern of paths"
                hint = "write a path as in a `.gitignore`, such as `roadmap/archive/`"
                self.findings.append(Finding(span, message, hint, code="PM110"))
            else:
                yield pattern

    def kinds(self, words: Listed[str], node: Node | None) -> Iterator[str]:
        kinds = self._project.settings.kinds
        for index, word in enumerate(words):
            if kind := kinds.named(word):
                yield kind.kind
            elif isinstance(node, Mapping):
                place = locate(node, ("kinds", index))
                hint = did_you_mean(word, kinds.by_name) or "`pmdocs kinds` lists the kinds"
                message, fix = f"there is no kind `{word}`", towards(place, word, kinds.by_name)
                self.findings.append(Finding(place.span, message, hint, code="PM110", fix=fix))

    def _unknown(self, word: str, table: Node | None) -> None:
        if isinstance(table, Mapping) and (self._complete or is_ours(word)):
            hint = did_you_mean(word, self._words) or "`pmdocs explain` lists the rules"
            message, key = f"there is no rule `{word}`", table.keys[word]
            fix = towards(key, word, self._words)
            self.findings.append(Finding(key.span, message, hint, code="PM110", fix=fix))

    def _options(self, layer: Layer, rule: Rule, word: str, table: Node | None) -> None:
        written = table.get(word) if isinstance(table, Mapping) else None
        if not isinstance(written, Mapping):
            return
        entries = {key: value for key, value in written.entries.items() if key != "severity"}
        given, findings = decode_record(rule.options, replace(written, entries=entries))
        if given is not None:
            layer.options[rule.code] = given
            if rule.is_about_all and (layer.paths or layer.kinds) and entries:
                self._too_narrow(rule, written.keys[next(iter(entries))].span)
        self.findings += [self._about(rule, as_setting(finding)) for finding in findings]

    def _too_narrow(self, rule: Rule, span: Span) -> None:
        message = f"`{rule.code}` looks at the product as a whole, and not at some files or kinds"
        hint = "write its options below `rules`; only its severity can differ here"
        self.findings.append(Finding(span, message, hint, code="PM110"))

    def _about(self, rule: Rule, finding: Finding) -> Finding:
        if rule.options.model_fields or "there is no setting" not in finding.message:
            return finding
        return replace(finding, hint=f"`{rule.code}` has no options: write `severity` alone")
