"""The same key is written twice in one place.

Only one of the two values can count, and programs differ in which one. The
other is lost without a word.

Keep one of them. In a Markdown page a field is written in the front matter or
as a section, not as both.

## Bad
    ```yaml
    - id: IDEA-1
      title: A dark theme
      title: A theme for the night
    ```
## Good
    ```yaml
    - id: IDEA-1
      title: A dark theme
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM009", "duplicate-key")
