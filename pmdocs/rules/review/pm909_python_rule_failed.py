r"""A rule in Python cannot be run.

What it should find is not found. Everything else was checked.

Mend it at the line that is named. A rule has a code and a name that no other
rule has, and yields a `Finding` with a place, such as `item.span`.

## Bad
    ```sh
    mkdir tools
    printf 'import pmdosc\n' > tools/our_rules.py
    printf 'docs_dir: content\nplugins:\n  - pmdocs:\n      python_rules: tools/our_rules.py\n' > mkdocs.yml
    ```
## Good
    ```sh
    mkdir tools
    printf 'import pmdocs\n\n@pmdocs.rule("ACME-1", "no-ideas")\ndef check(item: pmdocs.Item, _: pmdocs.Project):\n    ...\n' > tools/our_rules.py
    printf 'docs_dir: content\nplugins:\n  - pmdocs:\n      python_rules: tools/our_rules.py\n' > mkdocs.yml
    ```
"""  # noqa: E501 - a file in one line of a shell

from pmdocs.rules.rule import raised_while_reading

RULE = raised_while_reading("PM909", "python-rule-failed")
