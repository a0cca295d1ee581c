"""No kind of item has ids that begin like this.

The prefix says what an item is: `US-1` is a story, `RM-1` a roadmap item. With
an unknown prefix nobody can tell which fields it takes.

Write the prefix of the kind that is meant, or add a kind of your own: `kinds`
in the settings.

## Bad
    ```yaml
    - {id: IDEE-1, title: A dark theme}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A dark theme}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM107", "unknown-kind")
