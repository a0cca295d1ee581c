"""A setting of pmdocs in mkdocs.yml does not exist, or has a wrong value.

It has no effect, although somebody relies on it. The other settings count as
they are written.

Correct it at its line in mkdocs.yml.

## Bad
    ```yaml title="mkdocs.yml"
    docs_dir: content
    plugins:
      - pmdocs:
          fail_on: warnings
    ```
## Good
    ```yaml title="mkdocs.yml"
    docs_dir: content
    plugins:
      - pmdocs:
          fail_on: warning
    ```
"""

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM110", "wrong-setting")
