"""Scenarios become criteria: nodes like those of YAML, with places of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.source.gherkin_scenario import scenario_text
from pmdocs.source.node import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.source.gherkin_outline import Name
    from pmdocs.source.gherkin_scenario import Scenario
    from pmdocs.source.node import Node


def criterion_node(
    scenarios: tuple[Scenario, ...], id: Name | None = None, *, unread: bool = False
) -> Mapping:
    """The criterion that some scenarios show: its id, what they are called, and their steps.

    Where steps are `unread`, that was told already: the title stands for them.
    """
    first = scenarios[0]
    source, words, text = first.source, first.words, scenario_text(scenarios)
    if unread and not text.text:
        text.text = source.text[first.start : first.end]
    values: dict[str, Node] = {}
    if id is not None:
        values["id"] = Scalar(source, id.start, id.end, id.name)
    if text.text and words.name and len(scenarios) == 1:
        values["text"] = Scalar(source, words.start, words.end, words.name, quoted=True)
    if text.text:
        values["scenario"] = text
    keys = {name: Scalar(source, first.start, first.start, name) for name in values}
    return Mapping(source, first.start, first.end, keys, values)


def by_place(scenarios: Iterable[Scenario]) -> list[tuple[Name | None, tuple[Scenario, ...]]]:
    """The scenarios by the id that they show: those below one heading with an id are together."""
    found: dict[tuple[str, int], tuple[Name | None, tuple[Scenario, ...]]] = {}
    for scenario in scenarios:
        id = next(iter(scenario.criteria), None)
        key = ("id", id.start) if id else ("", scenario.start)
        _, before = found.get(key, (id, ()))
        found[key] = (id, (*before, scenario))
    return list(found.values())
