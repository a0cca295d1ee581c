"""A file with results of tests cannot be read to its end, or no test is in it.

What is missing may be what failed, so that nothing in such a file counts. Most often
the run of the tests was stopped, or two runs wrote into one file. Where no test is in it,
the runner found none.

Make the file anew: run the tests again.

## Bad
    ```yaml title="mkdocs.yml"
    plugins: [pmdocs: {evidence: [results.xml]}]
    ```
    ```sh
    printf '<testsuite name="a"><testcase name="rows"/>' > results.xml
    ```
## Good
    ```yaml title="mkdocs.yml"
    plugins: [pmdocs: {evidence: [results.xml]}]
    ```
    ```sh
    printf '<testsuite name="a"><testcase name="rows"/></testsuite>' > results.xml
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM850", "broken-results", on_demand=True)
