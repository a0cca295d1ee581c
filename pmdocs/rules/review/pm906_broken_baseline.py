"""A line of the baseline is not understood.

The finding that it stood for is shown again. Often a merge left its marks there.

Remove the line, or write the file anew with `pmdocs check --write-baseline`. Look
at the difference before you commit it: it records everything that is found today.

## Bad
    ```sh
    echo '<<<<<<< ours' > .pmdocs-baseline.jsonl
    ```
## Good
    ```sh
    touch .pmdocs-baseline.jsonl
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM906", "broken-baseline")
