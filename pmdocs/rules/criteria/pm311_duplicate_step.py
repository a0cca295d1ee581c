"""A criterion says twice what must follow.

Somebody copied a line and forgot to change it, so that what the second one was
meant to say is missing.

Write what it was meant to say, or remove it. What happens may well happen twice
("And the customer buys a ticket"), so that Given and When are left alone. So is a
step with a table or a text below it, and what must follow again after another
When.

## Bad
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - {id: AC-1, when: I export, then: [the file has 3 rows, the file has 3 rows]}
    ```
## Good
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - {id: AC-1, when: I export, then: [the file has 3 rows, the file has 5 columns]}
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.item import locate
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.criteria.naming import called
from pmdocs.rules.criteria.steps import scenarios_of
from pmdocs.rules.rule import rule
from pmdocs.source.node import Scalar, Sequence
from pmdocs.text import Span

_BELOW = re.compile(r"\s*(?:\||\"\"\"|```)")


@rule("PM311", "duplicate-step", Severity.WARNING, reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the outcomes that repeat one before them."""
    for index in range(len(story.criteria) if story.state.role != "dropped" else 0):
        seen: dict[str, Span] = {}
        for words, place in _outcomes(story, index):
            if not words:
                seen.clear()
            elif (first := seen.setdefault(words, place)) is not place:
                message = f"{called(story, index)} says this step twice"
                note = Note(first, "first written here")
                hint = "write what it was meant to say, or remove it"
                yield Finding(place, message, hint, (note,))


def _outcomes(story: Story, index: int) -> Iterator[tuple[str, Span]]:
    """The bare words and the place of each outcome; no words where a new one may follow."""
    node = locate(story.node, ("criteria", index, "then"))
    entries = node.items if isinstance(node, Sequence) else ()
    yield from ((_bare(e.text), e.span) for e in entries if isinstance(e, Scalar))
    for scenario in scenarios_of(story, index)[0]:
        yield "", story.span
        for step in scenario.steps:
            if step.keyword != "then":
                yield "", scenario.span(step)
            elif not step.text.endswith(":") and not _BELOW.match(scenario.source.text, step.end):
                yield _bare(step.text), scenario.span(step)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"[^\s.,;]+", text.lower()))
