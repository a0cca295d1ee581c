"""A story is called done, but no test and nobody has shown one of its criteria.

`done` is a promise to everybody who reads the plan. A criterion that nothing shows
may have been forgotten, and nobody would notice.

Let a test name the criterion: `pmdocs criteria US-12 --missing` begins one. If only a
person can look, say `verification: manual` and who has looked, and when. Or take
back `done`. The rule speaks where there are results of tests: on a machine where none
have run, the missing results are told once.

## Bad
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      status: done
      criteria:
        - {id: AC-1, text: the chart shows the light with its name}
        - {id: AC-2, text: the chart shows how far it can be seen}
    ```
    ```xml title="reports/pytest.xml"
    <testsuite name="pytest">
      <testcase classname="tests.test_chart" name="test_shows_the_light [US-12.AC-1]" time="0.1"/>
    </testsuite>
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
        - id: AC-2
          text: the chart can be read at night
          verification: manual
          evidence: {date: 2026-05-20, by: harbour office}
    ```
    ```xml title="reports/pytest.xml"
    <testsuite name="pytest">
      <testcase classname="tests.test_chart" name="test_shows_the_light [US-12.AC-1]" time="0.1"/>
    </testsuite>
    ```
"""

from collections.abc import Iterator

from pmdocs.analysis.proof.book import Proofs
from pmdocs.analysis.proof.state import Proof, State
from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Criterion, Story
from pmdocs.project.project import Project
from pmdocs.rules.proof.done import criteria_of_done, notes_of
from pmdocs.rules.rule import rule


@rule("PM860", "done-story-untested", Severity.ERROR, reads=("status", "criteria"))
def check(story: Story, _: Project, proofs: Proofs) -> Iterator[Finding]:
    """Find the criteria of stories called done that nothing shows."""
    if not proofs.evidence.tests:
        # Nothing ran here yet, which is told once, where the results should be.
        return
    found = zip(story.criteria, criteria_of_done(story, proofs), strict=False)
    for criterion, (span, proof) in found:
        if proof is None or proof.state in {State.UNTESTED, State.SKIPPED}:
            message, hint = _told(story, criterion, proof)
            notes = notes_of(proof.results) if proof else ()
            yield Finding(span, message, hint, notes, item=proof.id if proof else story.id)


def _told(story: Story, criterion: Criterion, proof: Proof | None) -> tuple[str, str]:
    done = f"`{story.id}` is called {story.status}"
    if proof is None:
        return (
            f"{done}, but this criterion has no id that a test could name",
            "give it an id such as `AC-1`, and let a test name it",
        )
    if proof.state is State.SKIPPED:
        return f"{done}, but the tests of `{proof.id}` are skipped", "let them run, and pass"
    if criterion.verification != "test":
        told = proof.why if criterion.evidence else "nobody has shown it yet"
        return (
            f"{done}, but `{proof.id}` is not shown to hold: {told}",
            "write `evidence: {date: 2026-05-20, by: who has looked}` when somebody has",
        )
    return (
        f"{done}, but no test names `{proof.id}`",
        f"let a test name it: `pmdocs criteria {story.id} --missing` begins one",
    )
