"""A number is too small or too large, or a text is too long.

A probability of 7 on a scale from 1 to 5 makes every sum of risks wrong; a
title of 300 characters fits on no page.

Write a value within the limits that the hint names.

## Bad
    ```yaml
    - {id: RSK-1, title: Delay, effect: we miss the fair, probability: 7, impact: 3}
    ```
## Good
    ```yaml
    - {id: RSK-1, title: Delay, effect: we miss the fair, probability: 4, impact: 3}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM109", "out-of-range")
