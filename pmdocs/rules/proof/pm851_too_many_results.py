r"""A file with results of tests is too large to be read.

A test that writes all that it does into its result makes files that nobody opens. A
file of more than 100 million bytes (20 million in JSON), or of more than 200,000 tests, is
passed over as a whole.

Let your test runner leave the output of the tests out, or let each job write a file of
its own.

## Bad
    ```yaml title="mkdocs.yml"
    plugins: [pmdocs: {evidence: [results.json]}]
    ```
    ```sh
    (printf '['; head -c 20000001 /dev/zero | tr '\0' ' '; printf ']') > results.json
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

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM851", "too-many-results", Severity.WARNING, on_demand=True)
