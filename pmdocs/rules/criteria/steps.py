"""The steps of a criterion that is written as a scenario."""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding
from pmdocs.model.item import locate
from pmdocs.model.kinds.story import Story
from pmdocs.model.sections import key_of
from pmdocs.project.project import Project
from pmdocs.source.gherkin import Scenario, Step, read_scenario, read_scenarios, read_steps
from pmdocs.source.gherkin_text import scalar_rows
from pmdocs.source.node import Scalar

_STEP = re.compile(r"[ \t]*(?P<word>Given|When|Then|And|But)[ \t]+(?P<text>\S.*?)[ \t]*")
# Where another scenario begins in the same text.
TITLE = re.compile(r"^[ \t]*(?:Scenario|Example|Rule)", re.MULTILINE)
# A parameter, or the table that holds its values.
_MAY_BE_FILLED_IN = re.compile(r"[<|]")


def steps_of(story: Story, index: int) -> tuple[tuple[Step, ...], list[Finding]]:
    """The steps of a criterion's scenario with their places, and what is wrong with them.

    Cucumber's parser takes half a millisecond for a scenario, and is asked only
    when something else than plain English steps is in it.
    """
    node = locate(story.node, ("criteria", index, "scenario"))
    if not isinstance(node, Scalar) or not story.criteria[index].scenario:
        return (), []
    return _plain_steps(node) or read_steps(node)


def outlines_of(story: Story, project: Project) -> Iterator[tuple[int, Scenario]]:
    """The scenarios of criteria that may hold parameters or examples, with their places."""
    on_page = {scenario.start: scenario for scenario in _on_page(story, project)}
    for index, criterion in enumerate(story.criteria):
        node = locate(story.node, ("criteria", index, "scenario"))
        if not criterion.scenario or not isinstance(node, Scalar):
            continue
        if node.start in on_page:
            yield index, on_page[node.start]
        elif _MAY_BE_FILLED_IN.search(node.text):
            yield from ((index, scenario) for scenario in read_scenario(node))


def _on_page(story: Story, project: Project) -> tuple[Scenario, ...]:
    """The scenarios in a section of the story's page, which alone has their examples."""
    page = project.pages.get(story.page or "")
    if page is None or not _MAY_BE_FILLED_IN.search(page.source.text, page.body_start):
        return ()
    own = next((section for section in page.sections if key_of(section) == "criteria"), None)
    return read_scenarios(page.source, own.body_start, own.body_end)[0] if own else ()


def _plain_steps(node: Scalar) -> tuple[tuple[Step, ...], list[Finding]] | None:
    steps: list[Step] = []
    keyword = "and"
    for row in scalar_rows(node):
        match = _STEP.fullmatch(row.text)
        if match:
            word, text = match["word"], match["text"]
            keyword = keyword if word in {"And", "But"} else word.lower()
            steps.append(Step(keyword, word, text, *row.place(match.start("text"), len(text))))
        elif row.text.strip():
            return None
    return tuple(steps), []
