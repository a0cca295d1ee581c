r"""A file is larger than a million bytes.

Nobody can review a file of this size, and reading it would slow down every
build. It is passed over as a whole.

Split it: one file for each roadmap item, PRD or team. What is no document, such
as an export of a tracker, belongs in another folder.

## Bad
    ```sh
    mkdir roadmap
    head -c 1000001 /dev/zero | tr '\0' '#' > roadmap/all.yaml
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: A dark theme}
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM004", "file-too-large")
