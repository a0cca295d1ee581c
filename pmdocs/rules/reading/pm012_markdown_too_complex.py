r"""A Markdown page would take too long to be shown.

Thousands of brackets that are never closed, or lists in lists over more than 50
levels, keep the program that makes HTML of it busy for minutes. The page is
left out.

Close the brackets, write it simpler, or show it as a block of code.

## Bad
    ```sh
    mkdir content
    head -c 20000 /dev/zero | tr '\0' '[' > content/page.md
    ```
## Good
    ```markdown
    # A page with [a link](index.md)
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM012", "markdown-too-complex")
