"""An id is not written like one.

An id is the prefix of a kind in capitals, a hyphen and a number: `US-12`. It
becomes part of addresses and of file names, and people type it, so that other
signs and letters that only look like these make trouble.

Write it so. Words go into `title`.

## Bad
    ```yaml
    - {id: idea_1, title: A dark theme}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A dark theme}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM106", "bad-id")
