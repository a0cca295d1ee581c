"""An item stands in a folder where nobody reads it.

YAML files are read in the folder of the roadmap, Markdown pages in the folder of
the content. A file in the wrong one of the two is passed over: its items are on
no page, and links to them are broken.

Move the file to the other folder.

## Bad
    ```yaml title="content/ideas.yaml"
    - {id: IDEA-1, title: A horn for days without wind}
    ```
## Good
    ```yaml title="roadmap/ideas.yaml"
    - {id: IDEA-1, title: A horn for days without wind}
    ```
"""

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM112", "misplaced-item", Severity.WARNING)
