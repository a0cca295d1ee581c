"""A key is a number, a list or nothing, and not a word.

Fields have names. A key such as `1` or `true` is a number or a yes to YAML, and
no field is called so.

Write the name of the field. If the name looks like a number, put it in quotes.
Between `{` and `}` a comma ends a value, so that `1,250` is torn: write `1250`.

## Bad
    ```yaml
    - id: IDEA-1
      title: A dark theme
      1: first
    - {id: IDEA-2, title: A wide table, votes: 1,250}
    ```
## Good
    ```yaml
    - id: IDEA-1
      title: A dark theme
      votes: 1
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM010", "key-not-text")
