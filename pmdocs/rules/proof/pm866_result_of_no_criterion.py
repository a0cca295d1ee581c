"""A test names a story or another item, and no criterion of it.

Proof is counted by criteria: such a test shows nothing of the story that it names.

Write the full id of the criterion that the test shows.

## Bad
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      status: ready
      criteria:
        - {id: AC-1, text: the chart shows the light with its name}
    ```
    ```xml title="reports/pytest.xml"
    <testsuite name="pytest">
      <testcase classname="tests.test_chart" name="test_shows_the_light [US-12]" time="0.1"/>
    </testsuite>
    ```
## Good
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      status: ready
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
from pmdocs.evidence.result import Result
from pmdocs.model.ids import local_id
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.links.nearest import kind_words
from pmdocs.rules.rule import rule


@rule("PM866", "result-of-no-criterion", Severity.WARNING)
def check(project: Project, proofs: Proofs) -> Iterator[Finding]:
    """Find the ids that results name, and that are no criteria."""
    told: set[str] = set()
    for result in proofs.evidence.results:
        if any(proofs.get(id) for id in result.ids):
            # Beside a criterion, a story is named for the reader.
            continue
        for id in result.ids:
            kind = project.kind_of(id)
            if kind and id not in told:
                told.add(id)
                yield _finding(result, id, kind, project)


def _finding(result: Result, id: str, kind: str, project: Project) -> Finding:
    item, words = project.find(id), kind_words([kind], project)
    named = "US-12.AC-3"
    if isinstance(item, Story):
        named = next((f"{item.id}.{local_id(c, item)}" for c in item.criteria if c.id), named)
    return Finding(
        result.span,
        f"`{result.test}` names `{id}`, which is {words} and no criterion",
        f"name the criterion that it shows, such as `{named}`",
        item=id,
    )
