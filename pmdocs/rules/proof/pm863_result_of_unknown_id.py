"""A test says that it shows a criterion which does not exist.

What it shows counts for nothing. Often the number is wrong by one, or the criterion
was removed or got another number.

Write the id of the criterion that the test is about. If the criterion is gone, the
test may go, too.

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
      <testcase classname="tests.test_chart" name="test_shows_the_light [US-12.AC-4]" time="0.1"/>
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
from pmdocs.project.project import Project
from pmdocs.rules.links.nearest import Nearest
from pmdocs.rules.rule import rule


@rule("PM863", "result-of-unknown-id", Severity.WARNING)
def check(project: Project, proofs: Proofs) -> Iterator[Finding]:
    """Find the ids that results of tests name, and nothing has."""
    nearest = Nearest(project) if proofs.unknown else None
    for id, results in proofs.unknown.items():
        others = f" and {len(results) - 1:,} more" if len(results) > 1 else ""
        names = "name" if others else "names"
        message = f"`{results[0].test}`{others} {names} `{id}`, which does not exist"
        meant = _meant(id, project, nearest) if nearest else None
        hint = f"did you mean `{meant}`?" if meant else "write the id of a criterion"
        yield Finding(results[0].span, message, hint, item=id)


def _meant(id: str, project: Project, nearest: Nearest) -> str | None:
    """The criterion that a test most likely is about."""
    if found := nearest.find(id, None, ("criterion",)):
        return found[1].text
    owner, dot, local = id.partition(".")
    if dot and (story := nearest.find(owner)):
        full = f"{story[1].text}.{local}"
        return full if full in project.parts else None
    return None
