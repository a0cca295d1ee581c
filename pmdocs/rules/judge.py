"""How much a finding matters, and what a rule is told, by the settings of a project."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Diagnostic, Severity
from pmdocs.rules.options import Layer, layers_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pmdocs.diagnostics import Finding
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project
    from pmdocs.rules.rule import Options, Rule

_Place = tuple[str, str | None]


@dataclass(frozen=True)
class Judge:
    """Answers for the settings: the preset first, then `rules`, then each of `overrides`.

    `rules` are those that can be run; without `complete` there are others, of
    which nothing is known. What is wrong in the settings about rules is in
    `problems`.
    """

    project: Project
    rules: Sequence[Rule]
    complete: bool = True
    _on: dict[str, bool] = field(default_factory=dict)
    _weights: dict[tuple[str, _Place], Severity | None] = field(default_factory=dict)
    _options: dict[tuple[str, _Place], Options] = field(default_factory=dict)

    @cached_property
    def _by_code(self) -> dict[str, Rule]:
        return {rule.code: rule for rule in self.rules}

    @cached_property
    def _read(self) -> tuple[list[Layer], list[Finding]]:
        return layers_of(self.project, self.rules, complete=self.complete)

    @cached_property
    def _layers(self) -> list[tuple[Layer, Callable[[str], bool]]]:
        return [(layer, _fits(layer.paths)) for layer in self._read[0]]

    @property
    def problems(self) -> list[Finding]:
        """What the settings say about rules that makes no sense."""
        return self._read[1]

    def judged(self, finding: Finding) -> Diagnostic | None:
        """The finding with the weight that it has where it is, or None where its rule is off."""
        rule = self._by_code[finding.code]
        weight = self._weight(rule, (finding.span.path, self._kind(finding)))
        return Diagnostic(rule.code, rule.name, weight, finding) if weight else None

    def _kind(self, finding: Finding) -> str | None:
        """The kind that a finding is about, also where its item could not be read."""
        id = (finding.item or "").partition(".")[0]
        if item := self.project.items.get(id):
            return item.kind
        kind = self.project.settings.kinds.of_id(id) if id else None
        return kind.kind if kind else None

    def is_on(self, rule: Rule, item: Item | None = None) -> bool:
        """Whether a rule counts for an item, or for anything at all."""
        if item is not None and len(self._layers) > 1:
            return self._weight(rule, (item.path, item.kind)) is not None
        if rule.code not in self._on:
            self._on[rule.code] = self._counts_anywhere(rule)
        return self._on[rule.code]

    def _counts_anywhere(self, rule: Rule) -> bool:
        overrides = (layer.weights.get(rule.code) for layer, _ in self._layers[1:])
        return any(w not in {None, "off"} for w in (self.everywhere(rule), *overrides))

    def everywhere(self, rule: Rule) -> str:
        """How much a rule matters where no override says anything else, or `off`."""
        return str(self._layers[0][0].weights.get(rule.code, self._usual(rule)) or "off")

    def options(self, rule: Rule, item: Item | None) -> Options:
        """What a rule is told about an item, or about the project as a whole."""
        place = (item.path, item.kind) if item else ("", None)
        key = (rule.code, place)
        if key not in self._options:
            told = rule.options()
            for layer in self._fitting(place):
                if given := layer.options.get(rule.code):
                    chosen = {name: getattr(given, name) for name in given.model_fields_set}
                    told = told.model_copy(update=chosen)
            self._options[key] = told
        return self._options[key]

    def _weight(self, rule: Rule, place: _Place) -> Severity | None:
        key = (rule.code, place)
        if key not in self._weights:
            weight: str | None = self._usual(rule)
            for layer in self._fitting(place):
                weight = layer.weights.get(rule.code, weight)
            self._weights[key] = None if weight in {None, "off"} else Severity(str(weight))
        return self._weights[key]

    def _usual(self, rule: Rule) -> Severity | None:
        """The weight of a rule by the preset."""
        match self.project.settings.plugin.preset:
            case "minimal":
                return rule.severity if rule.severity is Severity.ERROR else None
            case "strict":
                return Severity.WARNING if rule.severity is Severity.INFO else Severity.ERROR
            case _:
                return None if rule.pedantic else rule.severity

    def _fitting(self, place: _Place) -> list[Layer]:
        """The parts of the settings that speak about a place."""
        path, kind = place
        return [
            layer
            for layer, fits in self._layers
            if fits(path) and (not layer.kinds or kind in layer.kinds)
        ]


def _fits(paths: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a path is one of these, which are written as in a `.gitignore`."""
    if not paths:
        return lambda _: True
    # Few projects have paths here, and importing this takes as long as fifty items.
    from pathspec import PathSpec  # noqa: PLC0415

    spec = PathSpec.from_lines("gitignore", paths)
    return spec.match_file
