"""YAML is nested too deeply, or holds too many values in one file.

Such a file is an accident or an attack: no document needs more than 64 levels
or 50,000 values. Reading stops there, so that a small file cannot bring down
the build.

Write it flatter, or split it into several files.

## Bad
    ```yaml
    [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A dark theme, tags: [design]}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM005", "yaml-too-complex")
