"""A field holds something of the wrong sort, such as words for a number.

What is counted, compared or drawn has to be written so that a program can read
it too.

Write what the hint says. Words that explain the value go into `notes`.

## Bad
    ```yaml
    - {id: IDEA-1, title: A dark theme, votes: many}
    - {id: RM-1, title: Sharing, outcome: customers see our plans, effort: 3 Days}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A dark theme, votes: 12}
    - {id: RM-1, title: Sharing, outcome: customers see our plans, effort: 3d}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM102", "wrong-type")
