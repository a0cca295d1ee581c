"""The baseline holds findings that are mended.

While their lines stay, the same mistakes could come back unseen.

`pmdocs check --fix` takes the lines out and leaves all others.

## Bad
    ```sh
    mkdir roadmap
    echo '- {id: IDEA-1, title: Signs on the quay}' > roadmap/ideas.yaml
    echo '{"code": "PM401", "about": "IDEA-1", "fingerprint": "5f1c9d0a7b3e2468", "message": "`TODO` is left from a template"}' > .pmdocs-baseline.jsonl
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: Signs on the quay}
    ```
"""  # noqa: E501 - a finding has one line in the file

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM905", "mended-in-baseline", Severity.WARNING)
