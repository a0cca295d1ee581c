"""A block in prose names a view or an option that does not exist, or asks a wrong question.

Where the block stands, the page shows a note in the place of the view.

Correct it at its line. The manual lists the views and their options.

## Bad
    ```markdown title="content/plan.md"
    # Plan

    ~~~pmdocs timeline
    gruop: team
    ~~~
    ```
## Good
    ```markdown title="content/plan.md"
    # Plan

    ~~~pmdocs timeline
    group: team
    ~~~
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM113", "wrong-block")
