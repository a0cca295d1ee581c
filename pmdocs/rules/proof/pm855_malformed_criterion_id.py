"""A test says that it proves something, and names no id of a criterion.

Such a test proves nothing, though somebody thinks that it does.

Write the id in full: that of the story, a full stop, and that of the criterion.

## Bad
    ```yaml title="mkdocs.yml"
    plugins: [pmdocs: {evidence: [results.xml]}]
    ```
    ```sh
    cat > results.xml <<'END'
    <testsuite name="a"><testcase name="rows">
      <properties><property name="verifies" value="US-12-AC-1"/></properties>
    </testcase></testsuite>
    END
    ```
## Good
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      criteria: [{id: AC-1, text: the chart shows the light with its name}]
    ```
    ```yaml title="mkdocs.yml"
    plugins: [pmdocs: {evidence: [results.xml]}]
    ```
    ```sh
    cat > results.xml <<'END'
    <testsuite name="a"><testcase name="rows">
      <properties><property name="verifies" value="US-12.AC-1"/></properties>
    </testcase></testsuite>
    END
    ```
"""

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM855", "malformed-criterion-id", Severity.WARNING, on_demand=True)
