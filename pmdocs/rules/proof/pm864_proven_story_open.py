"""All criteria of a story are shown to hold, but it is not called done.

Perhaps it is, and somebody waits for it. Or the criteria do not say all that is to be.

Call it done, or write down what is missing as a criterion.

## Bad
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      status: in review
      criteria:
        - {id: AC-1, text: the chart shows the light with its name}
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
    ```
    ```xml title="reports/pytest.xml"
    <testsuite name="pytest">
      <testcase classname="tests.test_chart" name="test_shows_the_light [US-12.AC-1]" time="0.1"/>
    </testsuite>
    ```
"""

from collections.abc import Iterator

from pmdocs.analysis.proof.book import Proofs
from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM864", "proven-story-open", Severity.INFO, ("status", "criteria"), pedantic=True)
def check(story: Story, _: Project, proofs: Proofs) -> Iterator[Finding]:
    """Find the stories that are proven, and still open."""
    if story.state.role not in {"done", "dropped"} and proofs.story(story).is_proven:
        count = len(story.criteria)
        all_of = f"all {count} criteria" if count > 1 else "the one criterion"
        yield Finding(
            story.at("status"),
            f"{all_of} of `{story.id}` {'are' if count > 1 else 'is'} proven,"
            f" but the story is called {story.status}",
            "call it done, or add a criterion that says what is missing",
        )
