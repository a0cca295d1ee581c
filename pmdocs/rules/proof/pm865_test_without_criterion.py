"""A test names no criterion, though the settings want each test to.

Nobody can tell what it is for, or what is lost when it goes.

Let the test name the criterion that it shows, or switch the setting
`tests_need_criteria` off: most projects have tests that are about no promise.

## Bad
    ```yaml title="mkdocs.yml"
    site_name: Lights
    docs_dir: content
    plugins:
      - pmdocs:
          evidence: {files: [reports/*.xml], tests_need_criteria: true}
    ```
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
      <testcase classname="tests.test_chart" name="test_shows_the_light" time="0.1"/>
    </testsuite>
    ```
## Good
    ```yaml title="mkdocs.yml"
    site_name: Lights
    docs_dir: content
    plugins:
      - pmdocs:
          evidence: {files: [reports/*.xml], tests_need_criteria: true}
    ```
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
from pmdocs.rules.rule import rule


@rule("PM865", "test-without-criterion", Severity.WARNING)
def check(project: Project, proofs: Proofs) -> Iterator[Finding]:
    """Find the tests that name nothing, where the settings want them to."""
    if project.settings.plugin.evidence.tests_need_criteria:
        for result in proofs.evidence.nameless:
            yield Finding(
                result.span,
                f"`{result.test}` names no criterion",
                "let it name one, as `[US-12.AC-3]` in its name or as a property `verifies`",
            )
