"""A comment ignores a finding that is not there.

What it once was about is mended, or moved elsewhere. While the comment stays, it
would hide the next mistake of this kind.

Take it away: `pmdocs check --fix` does it for you. Where only some of the rules
in the brackets find nothing, only these go.

## Bad
    ```yaml
    - id: IDEA-1
      title: Signs on the quay  # pmdocs: ignore[template-text] because the name is not settled
    ```
## Good
    ```yaml
    - id: IDEA-1
      title: TODO  # pmdocs: ignore[template-text] because the name is not settled
    ```
"""

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM901", "unused-ignore", Severity.WARNING)
