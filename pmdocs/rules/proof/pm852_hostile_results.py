"""A file with results of tests is built to bring down its reader.

It declares a document type with entities that grow, puts elements in each other
without end, or never ends a tag. No test runner does that. Nothing in the file counts.

Make the file anew with your test runner, and find out who changed it.

## Bad
    ```yaml title="mkdocs.yml"
    plugins: [pmdocs: {evidence: [results.xml]}]
    ```
    ```sh
    cat > results.xml <<'END'
    <!DOCTYPE testsuite [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
    <testsuite name="&b;"/>
    END
    ```
## Good
    ```yaml title="mkdocs.yml"
    plugins: [pmdocs: {evidence: [results.xml]}]
    ```
    ```sh
    echo '<testsuite name="ha"><testcase name="rows"/></testsuite>' > results.xml
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM852", "hostile-results", on_demand=True)
