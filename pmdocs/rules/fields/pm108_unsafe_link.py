"""An address could run a program in the reader's browser, or leads nowhere safe.

Addresses with `javascript:`, `data:` and the like can steal what a reader may
see. They are not published.

Write an address that begins with `https://`, `http://` or `mailto:`, or a path
in this site.

## Bad
    ```yaml
    - id: IDEA-1
      title: A dark theme
      links: [{title: Study, url: "javascript:alert(1)"}]
    ```
## Good
    ```yaml
    - id: IDEA-1
      title: A dark theme
      links: [{title: Study, url: "https://example.org/study"}]
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM108", "unsafe-link")
