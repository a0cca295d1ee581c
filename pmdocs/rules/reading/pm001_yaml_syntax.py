"""A file is not YAML, so that nothing in it can be read.

Most often a value holds `: ` or begins with a sign that means something in
YAML, and needs quotes; or a line is indented too far, or not far enough.

The hint says which slip it looks like. Nothing else is said about the items in
this file before it can be read.

## Bad
    ```yaml
    - id: IDEA-1
      title: Sorting: by date
    ```
## Good
    ```yaml
    - id: IDEA-1
      title: "Sorting: by date"
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM001", "yaml-syntax")
