"""The criteria of a story together with the scenarios that show them in `.feature` files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, Note
from pmdocs.model.criteria_nodes import criterion_node
from pmdocs.model.kinds.story import Story
from pmdocs.source.gherkin_scenario import ScenarioText, scenario_text
from pmdocs.source.node import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.item import Item
    from pmdocs.project.features import Features, Shown
    from pmdocs.source.gherkin_scenario import Scenario
    from pmdocs.source.node import Node

_CRITERIA = "criteria"


def joined(
    node: Mapping, kind: type[Item], id: str, features: Features
) -> tuple[Mapping, list[Finding]]:
    """The node of a story with its scenarios, and what contradicts itself in them.

    A scenario of a criterion that is a rule is an example of it. One with an id that
    no criterion has is a criterion by itself, and so is one without an id. Scenarios
    may still name the story by an id that it had.
    """
    if not features.shown or not issubclass(kind, Story):
        return node, []
    ids = dict.fromkeys([id, *_former_ids(node)])
    shown = [one for name in ids for one in features.shown.get(name, ())]
    return _joined(node, id, shown) if shown else (node, [])


def _former_ids(node: Mapping) -> Iterator[str]:
    written = node.get("aliases")
    entries = written.items if isinstance(written, Sequence) else ()
    return (entry.text for entry in entries if isinstance(entry, Scalar))


def _joined(node: Mapping, story: str, shown: list[Shown]) -> tuple[Mapping, list[Finding]]:
    written = node.get(_CRITERIA)
    if not isinstance(written, Sequence | None):
        return node, []
    merged = _Merged(story, list(written.items) if written else [])
    groups: dict[tuple[str, int], list[Shown]] = {}
    for number, one in enumerate(shown):
        key = (one.id.name, 0) if one.id else ("", number + 1)
        groups.setdefault(key, []).append(one)
    for group in groups.values():
        merged.add(group)
    first = next(iter(groups.values()))[0].scenario
    source, start, end = first.source, first.start, first.end
    if written:
        source, start, end = written.source, written.start, written.end
    listed = Sequence(source, start, end, merged.items)
    keys = {_CRITERIA: Scalar(source, start, start, _CRITERIA), **node.keys}
    entries = {**node.entries, _CRITERIA: listed}
    return Mapping(node.source, node.start, node.end, keys, entries), merged.findings


class _Merged:
    """The criteria of a story, to which scenarios are added."""

    def __init__(self, story: str, items: list[Node]) -> None:
        self.items = items
        self.findings: list[Finding] = []
        self._story = story
        self._places = {self._local(item): at for at, item in enumerate(items)}

    def _local(self, item: Node) -> str:
        id = item.text("id") if isinstance(item, Mapping) else None
        return (id or "").removeprefix(f"{self._story}.")

    def add(self, group: list[Shown]) -> None:
        id = group[0].id
        scenarios = tuple(one.scenario for one in group)
        at = self._places.get(id.name) if id else None
        known = self.items[at] if at is not None else None
        if id is None or not isinstance(known, Mapping) or at is None:
            self._new(group)
        elif "scenario" not in known.entries:
            self.items[at] = _with_scenarios(known, scenarios)
        else:
            self._compare(known.entries["scenario"], group)

    def _new(self, group: list[Shown]) -> None:
        """A criterion of its own; the first file that has it says what it is."""
        path = group[0].scenario.source.path
        here = [one for one in group if one.scenario.source.path == path]
        node = criterion_node(tuple(one.scenario for one in here), here[0].id)
        self.items.append(node)
        others = [one for one in group if one.scenario.source.path != path]
        if others and "scenario" in node.entries:
            self._compare(node.entries["scenario"], others)

    def _compare(self, first: Node, group: list[Shown]) -> None:
        """Tell of scenarios that say something else than the criterion does already."""
        said = _squeezed(first)
        for one in group:
            scenario, id = one.scenario, one.id
            if id and _squeezed(scenario_text((scenario,))) not in said:
                message = f"`{self._story}.{id.name}` has another scenario already"
                hint = "give one of them another id, or let both say the same"
                note = Note(first.span, "the first one")
                span = scenario.source.span(id.start, id.end)
                item = self._story
                self.findings.append(Finding(span, message, hint, (note,), code="PM332", item=item))


def _with_scenarios(known: Mapping, scenarios: tuple[Scenario, ...]) -> Mapping:
    text = scenario_text(scenarios)
    if not text.text:
        return known
    key = Scalar(text.source, text.start, text.start, "scenario")
    return Mapping(
        known.source,
        known.start,
        known.end,
        {**known.keys, "scenario": key},
        {**known.entries, "scenario": text},
    )


def _squeezed(node: Node) -> str:
    """The words of a scenario, without its background."""
    if isinstance(node, ScenarioText):
        return " ".join(node.text[node.given :].split())
    return " ".join(node.text.split()) if isinstance(node, Scalar) else ""
