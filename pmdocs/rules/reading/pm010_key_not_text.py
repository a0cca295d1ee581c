"""A key is a number, a list or nothing, and not a word.

Fields have names. A key such as `1` or `true` is a number or a yes to YAML, and
no field is called so.

Write the name of the field. If the name looks like a number, put it in quotes.

## Bad
    ```yaml
    - id: IDEA-1
      title: A dark theme
      1: first
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
