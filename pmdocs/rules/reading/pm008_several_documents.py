"""A line `---` begins a second document in the same file.

Only the first one is read, so that what follows is lost.

Remove the line and write the items as a list, or move the rest to a file of its
own.

## Bad
    ```yaml
    id: IDEA-1
    title: A dark theme
    ---
    id: IDEA-2
    title: A calendar
    ```
## Good
    ```yaml
    - id: IDEA-1
      title: A dark theme
    - id: IDEA-2
      title: A calendar
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM008", "several-documents")
