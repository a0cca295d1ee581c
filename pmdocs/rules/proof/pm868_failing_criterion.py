"""A test of a criterion fails, of a story that is not done yet.

That may be just where the work stands. It is told so that nobody has to look for it.

Go on until it passes.

## Bad
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      status: in progress
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
      status: in progress
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
from pmdocs.rules.proof.done import criteria_of, failed
from pmdocs.rules.rule import rule


@rule("PM868", "failing-criterion", Severity.INFO, reads=("status", "criteria"))
def check(story: Story, _: Project, proofs: Proofs) -> Iterator[Finding]:
    """Find the criteria of open stories whose tests fail."""
    if story.state.role not in {"done", "dropped"}:
        for span, proof in criteria_of(story, proofs):
            if proof and proof.state is State.FAILING:
                message = f"`{proof.id}` fails, and `{story.id}` is called {story.status}"
                yield failed(span, proof, message, "go on until it passes")
