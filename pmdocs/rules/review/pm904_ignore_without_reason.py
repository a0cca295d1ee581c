"""A comment ignores a finding and does not say why.

Who reads it in a year cannot tell whether the reason still holds.

Write `because` and the reason behind the brackets. This rule is off unless your
settings name it or are strict.

## Bad
    ```yaml title="mkdocs.yml"
    docs_dir: content
    plugins:
      - pmdocs:
          rules: {ignore-without-reason: warning}
    ```
    ```yaml
    - id: IDEA-1
      title: TODO  # pmdocs: ignore[PM401]
    ```
## Good
    ```yaml title="mkdocs.yml"
    docs_dir: content
    plugins:
      - pmdocs:
          rules: {ignore-without-reason: warning}
    ```
    ```yaml
    - id: IDEA-1
      title: TODO  # pmdocs: ignore[PM401] because the name is not settled
    ```
"""

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM904", "ignore-without-reason", Severity.INFO, pedantic=True)
