"""A value is written in one place and taken from there in others (`&`, `*`, `<<`).

Few people know these signs, and a reader of one item should not have to look
for its values elsewhere. A few lines of them can also grow to millions of
values.

Write the value out. If the text is meant to begin with `*` or `&`, put it in
quotes.

## Bad
    ```yaml
    - {id: IDEA-1, title: A dark theme, owner: *design}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A dark theme, owner: design}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM006", "yaml-alias")
