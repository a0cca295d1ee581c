"""An item lacks a field that it cannot do without.

Each kind has a few fields that make it what it is: an objective without a
period is no objective, a story without somebody who wants it is no story.

Add the field; the hint names it and what it takes. `pmdocs kinds` shows all
fields of all kinds.

## Bad
    ```yaml
    - {id: RM-1, title: Sharing}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM101", "missing-field")
