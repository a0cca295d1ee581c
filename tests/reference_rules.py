"""The manual's pages about rules: one that lists them, and one for each."""

from __future__ import annotations

import importlib
import inspect
import re
import textwrap
from typing import TYPE_CHECKING

from pmdocs.model.docs import about_fields
from pmdocs.model.fields import fields_of
from pmdocs.rules.mends import mends
from tests.reference_words import default_of, page, shape, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.model.fields import Field
    from pmdocs.rules.rule import Rule

_FENCE = re.compile(r"^ {4}```.*?^ {4}```$", re.MULTILINE | re.DOTALL)


def rules_page(rules: Iterable[Rule]) -> str:
    """The page that lists all rules by topic."""
    topics: dict[str, list[Rule]] = {}
    for rule in rules:
        topics.setdefault(rule.topic, []).append(rule)
    return page("Rules", "`pmdocs/rules/`", [_ABOUT_RULES, *(_topic(*t) for t in topics.items())])


_ABOUT_RULES = """\
Each rule has a code, a name and a severity. `pmdocs explain PM301` prints the page of a rule.
`preset` says how strict all of them are: `minimal`, `recommended` or `strict`. A rule can be made
stricter or milder, or be switched off, by its code or its name, for everything or for some files and
kinds:

```yaml title="mkdocs.yml"
plugins:
  - pmdocs:
      preset: strict
      rules:
        PM304: error
        story-without-prd: off
      overrides:
        - paths: roadmap/archive/
          rules: {template-text: off}
```

[Rules of your own](own-rules.md) tells the rest: comments that ignore a finding, a baseline for an
old product, and rules that your team makes itself.
"""


def _topic(topic: str, rules: list[Rule]) -> str:
    about = inspect.getdoc(importlib.import_module(f"pmdocs.rules.{topic}")) or ""
    rows = [
        (f"[{rule.code}](rules/{rule.code}.md)", f"`{rule.name}`", str(rule.severity), rule.summary)
        for rule in rules
    ]
    rules_table = table(("Code", "Name", "Severity", "What it finds"), rows)
    return f"## {topic.capitalize()}\n\n{about}\n\n{rules_table}"


def rule_page(rule: Rule) -> str:
    """The page of a rule."""
    facts = (
        f"Severity: **{rule.severity}**. Topic: [{rule.topic}](../rules.md#{rule.topic}). "
        f"In the terminal: `pmdocs explain {rule.code}`."
    )
    if rule.pedantic:
        facts += " It is off unless the settings name it, or have `preset: strict`."
    if sentence := mends(rule):
        facts += f"\n\n{sentence} [Mend mistakes by command](../mending.md) tells how."
    body = _FENCE.sub(lambda match: textwrap.dedent(match[0]), rule.page)
    body = re.sub(r"\n+(## \w+)\n+", r"\n\n\1\n\n", body)
    return page(f"{rule.code} {rule.name}", f"`{rule.module}`", [facts, body, *_told_by(rule)])


def _told_by(rule: Rule) -> Iterator[str]:
    """The options of a rule, if it has any."""
    told = about_fields(rule.options)
    rows = [
        (f"`{key}`", shape(field), default_of(field, _usual(rule, field)), told[field.name])
        for key, field in fields_of(rule.options).items()
    ]
    if rows:
        yield "## Options"
        yield table(("Option", "What to write", "Default", "What it is"), rows)


def _usual(rule: Rule, field: Field) -> object:
    return rule.options.model_fields[field.name].default
