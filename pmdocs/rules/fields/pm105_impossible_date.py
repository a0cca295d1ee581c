"""A date does not exist, or is not written as one.

Timelines and schedules cannot be drawn with it.

Write a day, or only as much as is known: `2027-03-14`, `2027-03`, `2027-Q1`,
`2027-H1` or `2027`.

## Bad
    ```yaml
    - {id: IDEA-1, title: A dark theme, date: 2027-02-30}
    - {id: IDEA-2, title: A calendar, date: 14.3.2027}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A dark theme, date: 2027-02-28}
    - {id: IDEA-2, title: A calendar, date: 2027-03-14}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM105", "impossible-date")
