"""A path to results of tests leads to no file, or out of the project.

Nothing is proven by a file that is not there. Nor is anything read that is not below
the folder of mkdocs.yml, whatever a path or a link says.

Run the tests first, or mend the path.

## Bad
    ```yaml title="mkdocs.yml"
    plugins: [pmdocs: {evidence: [reports/*.xml]}]
    ```
## Good
    ```yaml title="mkdocs.yml"
    plugins: [pmdocs: {evidence: [reports/*.xml]}]
    ```
    ```sh
    mkdir reports
    echo '<testsuite name="a"><testcase name="rows"/></testsuite>' > reports/unit.xml
    ```
"""

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM854", "no-results", Severity.WARNING, on_demand=True)
