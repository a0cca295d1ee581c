"""An item has a field that its kind does not know.

Most often it is a slip: then the value is missing from the site, the reports
and the sums, and nobody notices.

Correct the name. A project can add fields of its own to a kind: `fields` in the
settings.

## Bad
    ```yaml
    - {id: IDEA-1, title: A dark theme, vote: 12}
    - {id: IDEA-2, title: A calendar, Source: a customer}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A dark theme, votes: 12}
    - {id: IDEA-2, title: A calendar, source: a customer}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM104", "unknown-field")
