"""A comment looks as if it should ignore findings, but is not written so.

It has no effect, although somebody relies on it.

Write `pmdocs:`, then `ignore` with the rules in square brackets, then `because`
and the reason. `ignore-file` in place of `ignore` is about the whole file.

## Bad
    ```yaml
    - id: IDEA-1
      title: Signs on the quay  # pmdocs ignore PM401
    ```
## Good
    ```yaml
    # pmdocs: ignore[PM401] because the name is not settled
    - id: IDEA-1
      title: TODO
    ```
"""

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM903", "malformed-ignore", Severity.WARNING)
