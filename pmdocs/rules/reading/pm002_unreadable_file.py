"""A file cannot be opened.

It may be a link to a file that is gone, a folder with the name of a file, or a
file that you have no right to read. What it should hold is missing everywhere.

Remove it, rename it, or repair its rights.

## Bad
    ```sh
    mkdir content
    ln -s gone.md content/page.md
    ```
## Good
    ```markdown
    # A page that is really there
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM002", "unreadable-file")
