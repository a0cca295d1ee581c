"""The steps of a criterion that is written as a scenario."""

import re

from pmdocs.diagnostics import Finding
from pmdocs.model.item import locate
from pmdocs.model.kinds.story import Story
from pmdocs.source.gherkin import Step, read_steps
from pmdocs.source.gherkin_text import scalar_rows
from pmdocs.source.node import Scalar

_STEP = re.compile(r"[ \t]*(?P<word>Given|When|Then|And|But)[ \t]+(?P<text>\S.*?)[ \t]*")


def steps_of(story: Story, index: int) -> tuple[tuple[Step, ...], list[Finding]]:
    """The steps of a criterion's scenario with their places, and what is wrong with them.

    Cucumber's parser takes half a millisecond for a scenario, and is asked only
    when something else than plain English steps is in it.
    """
    node = locate(story.node, ("criteria", index, "scenario"))
    if not isinstance(node, Scalar) or not story.criteria[index].scenario:
        return (), []
    return _plain_steps(node) or read_steps(node)


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
