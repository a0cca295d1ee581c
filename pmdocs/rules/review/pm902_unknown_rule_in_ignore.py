"""A comment ignores a rule that does not exist.

It has no effect, although somebody relies on it.

Write the whole code of the rule, or its name. The beginning of a code is not
enough: a comment is about what its writer has seen.

## Bad
    ```yaml
    - id: IDEA-1
      title: Signs on the quay  # pmdocs: ignore[PM4010] because the name is not settled
    ```
## Good
    ```yaml
    - id: IDEA-1
      title: TODO  # pmdocs: ignore[PM401] because the name is not settled
    ```
"""

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM902", "unknown-rule-in-ignore", Severity.WARNING)
