"""Less is proven than the settings require.

A team has agreed on how much must be shown to work, of all or of one release.

Prove what is missing, or agree on another share: `evidence: {require: 80%}`, or
`require: [80%, 100% of release:REL-1]`. Behind `of` stand ids or a query.

## Bad
    ```yaml title="mkdocs.yml"
    plugins:
      - pmdocs:
          evidence: {files: [reports/*.xml], require: 80%}
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
        - {id: AC-2, text: the chart shows how far it can be seen}
    ```
    ```xml title="reports/pytest.xml"
    <testsuite name="pytest">
      <testcase classname="tests.test_chart" name="test_shows_the_light [US-12.AC-1]" time="0.1"/>
    </testsuite>
    ```
## Good
    ```yaml title="mkdocs.yml"
    plugins:
      - pmdocs:
          evidence: {files: [reports/*.xml], require: 80%}
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
from pmdocs.analysis.proof.demand import Answer, answer
from pmdocs.diagnostics import Finding, Severity
from pmdocs.errors import QueryError
from pmdocs.project.demand import read_demand
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.source.node import Sequence
from pmdocs.text import Position, Span

_MOST = 5


@rule("PM869", "too-little-proof", Severity.ERROR)
def check(project: Project, proofs: Proofs) -> Iterator[Finding]:
    """Find the shares of the settings that are not reached."""
    for index, text in enumerate(project.settings.plugin.evidence.require):
        demand = read_demand(text)
        if demand is None:
            continue
        span = _place(project, index)
        try:
            found = answer(demand, proofs)
        except QueryError as error:
            yield Finding(span, f"`{demand.of}` is no query: {error.message}", error.hint)
        except LookupError as error:
            hint = "`pmdocs list` prints all items"
            yield Finding(span, f"`{text}` names `{error.args[0]}`, which does not exist", hint)
        else:
            if not found.is_met:
                yield _finding(span, found)


def _finding(span: Span, found: Answer) -> Finding:
    of, required = found.demand.of, f"{found.demand.share} is required"
    if found.share.percent is None:
        hint = "take it back, or choose stories that have criteria"
        return Finding(span, f"there are no criteria in {of}, and {required}", hint)
    named = ", ".join(f"`{id}` ({state})" for id, state, _ in found.missing[:_MOST])
    more = len(found.missing) - _MOST
    rest = f" and {more:,} more" if more > 0 else ""
    message = f"{found.share.percent}% of {of} is proven, but {required}"
    return Finding(span, message, f"missing: {named}{rest}")


def _place(project: Project, index: int) -> Span:
    """Where the share stands in the settings."""
    node = project.settings.at("evidence", "require")
    if isinstance(node, Sequence) and index < len(node.items):
        return node.items[index].span
    start = Position(1, 1)
    return node.span if node else Span("mkdocs.yml", start, start)
