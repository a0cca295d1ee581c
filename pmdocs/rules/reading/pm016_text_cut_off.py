"""A text ends before a `#` with a number behind it, which is not read.

To YAML a blank and a `#` begin a note for whoever edits the file. In `Order #5`
the number is lost without a word. Whoever means a note writes a blank behind the
`#`; then nothing is said.

Put the text in quotes.

## Bad
    ```yaml
    - id: IDEA-1
      title: Order #5 with one touch
    ```
## Good
    ```yaml
    - id: IDEA-1
      title: "Order #5 with one touch"
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.item import Item
from pmdocs.model.notes import note_behind
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM016", "text-cut-off", Severity.WARNING, reads=())
def check(item: Item, _: Project) -> Iterator[Finding]:
    """Find the texts behind which such a note stands."""
    for words in item.texts:
        if not words.node.quoted and (finding := note_behind(words.node)):
            yield finding
