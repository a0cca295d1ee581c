r"""A file is not saved as UTF-8, or holds characters that are no text.

Other encodings show letters such as `é` differently from one computer to the
next. Control characters come from broken copies and cannot be shown at all.

Save the file as UTF-8; every editor has this among the options of "Save as".
Remove the characters that are no text.

## Bad
    ```sh
    mkdir roadmap
    printf -- '- {id: IDEA-1, title: Caf\351}' > roadmap/ideas.yaml
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: Café}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM003", "file-encoding")
