"""A link in the file system leads out of the project, or in a circle.

What lies outside is not part of what is reviewed: it may be anything, even a
file with passwords, and it would be published. It is neither read nor shown.

Put a copy in its place, or remove the link.

## Bad
    ```sh
    mkdir content
    ln -s /etc content/etc
    ```
## Good
    ```markdown
    # A page of this project
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM011", "path-leaves-project")
