"""A file in the roadmap folder holds something that is no item.

Each file there is an item, or a list of items. Something else, such as plain
text, cannot be shown anywhere.

Write `id:`, `title:` and what else its kind needs, or move the file out of this
folder.

## Bad
    ```yaml
    - A dark theme
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A dark theme}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM111", "not-an-item")
