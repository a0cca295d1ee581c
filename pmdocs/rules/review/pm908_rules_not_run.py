r"""Rules in Python were not run.

They are programs, which can do anything: read other files, send them away. So
nothing runs them only because a file of the project, or somebody's pull request,
says so.

If you trust them, run `pmdocs check --allow-python`, or set the environment
variable `PMDOCS_ALLOW_PYTHON=1`, which a build of the site looks at, too.

## Bad
    ```sh
    mkdir tools
    printf 'import pmdocs\n\n@pmdocs.rule("ACME-1", "no-ideas")\ndef check(item: pmdocs.Item, _: pmdocs.Project):\n    ...\n' > tools/our_rules.py
    printf 'docs_dir: content\nplugins:\n  - pmdocs:\n      python_rules: tools/our_rules.py\n' > mkdocs.yml
    ```
## Good
    ```yaml title="mkdocs.yml"
    docs_dir: content
    plugins:
      - pmdocs
    ```
"""  # noqa: E501 - a file in one line of a shell

from pmdocs.diagnostics import Severity
from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM908", "rules-not-run", Severity.INFO)
