"""The steps of a criterion that is written as a scenario."""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding
from pmdocs.model.item import locate
from pmdocs.model.kinds.story import Story
from pmdocs.source.gherkin import is_joined, read_scenario
from pmdocs.source.gherkin_scenario import Scenario, ScenarioText, Step
from pmdocs.source.gherkin_text import scalar_rows
from pmdocs.source.node import Scalar

_STEP = re.compile(r"[ \t]*(?P<word>Given|When|Then|And|But)[ \t]+(?P<text>\S.*?)[ \t]*")
# A parameter, or the table that holds its values.
_MAY_BE_FILLED_IN = re.compile(r"[<|]")


def scenarios_of(story: Story, index: int) -> tuple[tuple[Scenario, ...], list[Finding]]:
    """The scenarios of a criterion with their places, and what is wrong with them.

    Those of pages and of `.feature` files were read with the file, and what is
    wrong with them was told then. Cucumber's parser takes half a millisecond
    for a scenario, and is asked only when something else than plain English
    steps is in it.
    """
    node = locate(story.node, ("criteria", index, "scenario"))
    if isinstance(node, ScenarioText):
        return node.scenarios, []
    if not isinstance(node, Scalar) or not story.criteria[index].scenario:
        return (), []
    plain = () if is_joined(node) else _plain(node)
    return (plain, []) if plain else read_scenario(node)


def open_scenarios(story: Story) -> Iterator[tuple[int, Scenario]]:
    """The scenarios of a story that was not given up, each with the place of its criterion."""
    for index, criterion in enumerate(story.criteria):
        if criterion.scenario and story.state.role != "dropped":
            yield from ((index, scenario) for scenario in scenarios_of(story, index)[0])


def outlines_of(story: Story) -> Iterator[tuple[int, Scenario]]:
    """The scenarios that may hold parameters or examples, each with the place of its criterion."""
    for index, criterion in enumerate(story.criteria):
        node = locate(story.node, ("criteria", index, "scenario"))
        is_open = criterion.scenario and story.state.role != "dropped"
        if is_open and isinstance(node, Scalar) and _MAY_BE_FILLED_IN.search(node.text):
            read = node.scenarios if isinstance(node, ScenarioText) else read_scenario(node)[0]
            yield from ((index, scenario) for scenario in read)


def _plain(node: Scalar) -> tuple[Scenario, ...]:
    """Plain English steps without anything around them, as one scenario; none if it is not so."""
    steps: list[Step] = []
    keyword = "and"
    for row in scalar_rows(node):
        match = _STEP.fullmatch(row.text)
        if match:
            word, text = match["word"], match["text"]
            keyword = keyword if word in {"And", "But"} else word.lower()
            steps.append(Step(keyword, word, text, *row.place(match.start("text"), len(text))))
        elif row.text.strip():
            return ()
    return (Scenario(node.source, (), tuple(steps), node.start, node.end),) if steps else ()
