"""What SARIF says of the rules that findings break: their pages, for readers who know none."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from pmdocs.report.safe import visible
from pmdocs.rules.catalogue import find

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.rules.rule import Rule

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_EXAMPLE = re.compile(r"^ +```.*?^ +```$", re.MULTILINE | re.DOTALL)


def descriptors(found: Iterable[Diagnostic], rules: Sequence[Rule] | None) -> list[dict[str, Any]]:
    """A `reportingDescriptor` for each rule, in the order of their codes."""
    names = {d.code: d.name for d in found}
    return [_descriptor(code, names[code], rules) for code in sorted(names)]


def _descriptor(code: str, name: str, rules: Sequence[Rule] | None) -> dict[str, Any]:
    rule = find(code, rules)
    # Of a rule that may not be run here nothing but its code is known.
    return {"id": code, "name": name, **(_told(rule) if rule else {})}


def _told(rule: Rule) -> dict[str, Any]:
    page = visible(rule.page)
    # The words of a rule that somebody else made stay plain text.
    shown = {} if rule.about else {"markdown": markdown(page)}
    return {
        "shortDescription": {"text": visible(rule.summary)},
        "fullDescription": {"text": page.partition("\n## ")[0].strip()},
        "help": {"text": page, **shown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [visible(rule.topic)]},
    }


def markdown(page: str) -> str:
    """The page of a rule with its examples as fenced blocks, not set in from the left."""
    flush = _EXAMPLE.sub(lambda example: dedent(example[0]), page)
    return re.sub(r"\n*^(## \w+)\n+", r"\n\n\1\n\n", flush, flags=re.MULTILINE)
