"""A story is called done, but one of its criteria says something else than when it was tested.

The test has passed, for what was promised then. Nobody knows whether it holds what
is promised today.

Look whether the test still fits the words, and let it run again. A result knows what
the words were if pmdocs' own plugin for pytest wrote it, or if it names its commit.

## Bad
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      status: done
      criteria:
        - {id: AC-1, text: the chart shows the light with its name and its range}
    ```
    ```json title="reports/results.json"
    {
      "format": "pmdocs-results",
      "version": 1,
      "tests": [
        {"name": "test_shows_the_light", "outcome": "passed", "ids": ["US-12.AC-1"],
         "digests": {"US-12.AC-1": "908273abac03563c"}}
      ]
    }
    ```
## Good
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      status: done
      criteria:
        - {id: AC-1, text: the chart shows the light with its name}
    ```
    ```json title="reports/results.json"
    {
      "format": "pmdocs-results",
      "version": 1,
      "tests": [
        {"name": "test_shows_the_light", "outcome": "passed", "ids": ["US-12.AC-1"],
         "digests": {"US-12.AC-1": "908273abac03563c"}}
      ]
    }
    ```
"""

from collections.abc import Iterator

from pmdocs.analysis.proof.book import Proofs
from pmdocs.analysis.proof.state import State
from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.proof.done import criteria_of_done, notes_of
from pmdocs.rules.rule import rule


@rule("PM862", "done-story-stale", Severity.ERROR, reads=("status", "criteria"))
def check(story: Story, _: Project, proofs: Proofs) -> Iterator[Finding]:
    """Find the criteria of stories called done that have changed since they were tested."""
    for span, proof in criteria_of_done(story, proofs):
        if proof and proof.state is State.STALE and proof.results:
            why = proof.why.replace("the criterion", f"`{proof.id}`")
            yield Finding(
                span,
                f"`{story.id}` is called {story.status}, but {why}",
                "look whether its tests still fit the words, and let them run again",
                notes_of(proof.results),
                item=proof.id,
            )
