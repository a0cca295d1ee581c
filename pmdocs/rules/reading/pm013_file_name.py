r"""The name of a file holds characters that cannot be shown.

Line breaks, control characters and bytes that are not UTF-8 break links,
reports and the tools of other people. The file is neither read nor published.

Rename it.

## Bad
    ```sh
    mkdir content
    touch "$(printf 'content/two\tnames.md')"
    ```
## Good
    ```markdown
    # A page with a good name
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM013", "file-name")
