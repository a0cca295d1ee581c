"""A file is named as results of tests, and is none of the forms that are read.

JUnit XML is read, Cucumber's messages, behave's JSON, and pmdocs' own results. What
counts is what stands in the file, not how it is called.

Let your test runner write one of these, or name another file.

## Bad
    ```yaml title="mkdocs.yml"
    plugins: [pmdocs: {evidence: [results.txt]}]
    ```
    ```sh
    echo '3 passed' > results.txt
    ```
## Good
    ```yaml title="mkdocs.yml"
    plugins: [pmdocs: {evidence: [results.json]}]
    ```
    ```sh
    echo '{"format": "pmdocs-results", "version": 1, "tests": [
      {"name": "rows", "outcome": "passed"}]}' > results.json
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM853", "unknown-results", on_demand=True)
