"""A story is called done, but what shows one of its criteria does not count any more.

Either the criterion says something else than when it was tested: the test has passed,
for what was promised then, and nobody knows whether it holds what is promised today.
Or a person has shown it, longer ago than the setting `evidence: {manual_days: 365}` says.

Look whether the test still fits the words, and let it run again. A result knows what
the words were if pmdocs' own plugin for pytest wrote it, or if it names its commit.
What a person has shown, somebody looks at again, and writes the new date.

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
    ```yaml title="roadmap/second.yaml"
    - id: US-13
      title: Read the chart at night
      as_a: skipper
      i_want: to read the chart at night
      so_that: I find the harbour
      status: done
      criteria:
        - id: AC-1
          text: the chart can be read at night
          verification: manual
          evidence: {date: 2025-05-20, by: harbour office}
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
    ```yaml title="roadmap/second.yaml"
    - id: US-13
      title: Read the chart at night
      as_a: skipper
      i_want: to read the chart at night
      so_that: I find the harbour
      status: done
      criteria:
        - id: AC-1
          text: the chart can be read at night
          verification: manual
          evidence: {date: 2026-05-20, by: harbour office}
    ```
"""

from collections.abc import Iterator
from dataclasses import replace

from pmdocs.analysis.proof.book import Proofs
from pmdocs.analysis.proof.state import Proof, State
from pmdocs.diagnostics import Finding, Severity
from pmdocs.evidence.result import Outcome
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.proof.done import criteria_of_done, expired, notes_of
from pmdocs.rules.rule import rule


@rule("PM862", "done-story-stale", Severity.ERROR, reads=("status", "criteria"))
def check(story: Story, project: Project, proofs: Proofs | None) -> Iterator[Finding]:
    """Find the criteria of stories called done that were shown to hold, but not as of today."""
    done = f"`{story.id}` is called {story.status}, but"
    for span, proof in criteria_of_done(story, proofs) if proofs else ():
        if proof and proof.state is State.STALE and not _is_by_hand(proof):
            why = proof.why.replace("the criterion", f"`{proof.id}`")
            yield Finding(
                span,
                f"{done} {why}",
                "look whether its tests still fit the words, and let them run again",
                notes_of(proof.results),
                item=proof.id,
            )
    for found in expired(story, project) if story.state.role == "done" else ():
        # Where results are known, a test may show today what a person has shown before.
        known = proofs.get(found.item or "") if proofs else None
        if proofs is None or (known and known.state is State.STALE and _is_by_hand(known)):
            yield replace(found, message=f"{done} {found.message}")


def _is_by_hand(proof: Proof) -> bool:
    """Whether a person has shown it, and no test."""
    return all(one.outcome is Outcome.SKIPPED for one in proof.results)
