"""Beginnings of features in Gherkin, for Cucumber, behave and pytest-bdd."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.exchange.skeletons.scenarios import Example, Step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.exchange.skeletons.sketch import Sketch


def as_gherkin(sketches: Sequence[Sketch]) -> str:
    """One feature; with several stories, each is a rule in it, since a file holds one feature.

    A criterion that is a sentence becomes a step, so that it fails until it is written.
    """
    if len(sketches) == 1:
        return "\n".join(_group(sketches[0], "Feature", "")) + "\n"
    lines = ["Feature: Acceptance criteria"]
    for sketch in sketches:
        lines += ["", *_group(sketch, "Rule", "  ")]
    return "\n".join(lines) + "\n"


def _group(sketch: Sketch, word: str, indent: str) -> Iterator[str]:
    yield f"{indent}@{sketch.id}"
    yield f"{indent}{word}: {sketch.title}"
    # A line of prose might begin like a step.
    yield f"{indent}  # {sketch.wish}"
    for task in sketch.tasks:
        rule = Example("", (Step("Then", " ".join(task.words)),))
        for number, example in enumerate(task.examples or (rule,), 1):
            title = task.title if number == 1 else f"{task.title} ({number})"
            yield ""
            yield from _scenario(task.id, title, example, f"{indent}  ")


def _scenario(id: str, title: str, example: Example, indent: str) -> Iterator[str]:
    word = "Scenario Outline" if example.tables else "Scenario"
    yield f"{indent}@{id}"
    yield f"{indent}{word}: {title}"
    for step in example.steps:
        yield f"{indent}  {step.keyword} {step.text}"
        yield from (f"{indent}    {row}".rstrip() for row in step.below)
    if example.tables:
        yield ""
        yield from (f"{indent}  {line}".rstrip() for line in example.tables)
