"""A value begins with a tag, such as `!include` or `!!python/object`.

Tags ask the reader to do something: to load another file, or even to run a
program. pmdocs reads what is written, and does nothing.

Remove the tag. If the text is meant to begin with `!`, put it in quotes.

## Bad
    ```yaml
    - {id: IDEA-1, title: !important A dark theme}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: "!important A dark theme"}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM007", "yaml-tag")
