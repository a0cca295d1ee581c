"""A story is called done, but a test of one of its criteria fails.

Whoever reads the plan believes that it works, and the tests say that it does not.

Mend what is broken, or take back `done` until it is.

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
    ```
    ```xml title="reports/pytest.xml"
    <testsuite name="pytest">
      <testcase classname="tests.test_chart" name="test_shows_the_light [US-12.AC-1]" time="0.1">
        <failure message="the name is missing"/>
      </testcase>
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
    ```
    ```xml title="reports/pytest.xml"
    <testsuite name="pytest">
      <testcase classname="tests.test_chart" name="test_shows_the_light [US-12.AC-1]" time="0.1"/>
    </testsuite>
    ```
"""

from collections.abc import Iterator

from pmdocs.analysis.proof.book import Proofs
from pmdocs.analysis.proof.state import State
from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.proof.done import criteria_of_done, failed
from pmdocs.rules.rule import rule


@rule("PM861", "done-story-failing", Severity.ERROR, reads=("status", "criteria"))
def check(story: Story, _: Project, proofs: Proofs) -> Iterator[Finding]:
    """Find the criteria of stories called done whose tests fail."""
    for span, proof in criteria_of_done(story, proofs):
        if proof and proof.state is State.FAILING:
            yield failed(
                span,
                proof,
                f"`{story.id}` is called {story.status}, but `{proof.id}` fails",
                "mend it, or take back the status until it holds",
            )
