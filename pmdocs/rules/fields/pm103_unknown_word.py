"""A field takes one of a few words, and this is none of them.

Boards, filters and reports group by these words; one that is spelled
differently falls out of all of them.

Write one of the words in the hint. A project can have its own words for a
status: `statuses` in the settings maps them to these.

## Bad
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans, status: planed}
    - {id: RM-2, title: Comments, outcome: customers answer, status: In-Progress}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Sharing, outcome: customers see our plans, status: planned}
    - {id: RM-2, title: Comments, outcome: customers answer, status: in progress}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM103", "unknown-word")
