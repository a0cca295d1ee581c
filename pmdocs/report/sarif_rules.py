"""What SARIF says of the rules that findings break: their pages, for readers who know none."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from pmdocs.rules.catalogue import find

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.rules.rule import Rule

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_EXAMPLE = re.compile(r"^ +```.*?^ +```$", re.MULTILINE | re.DOTALL)


def descriptors(found: Iterable[Diagnostic]) -> list[dict[str, Any]]:
    """A `reportingDescriptor` for each rule, in the order of their codes."""
    names = {d.code: d.name for d in found}
    return [_descriptor(code, names[code]) for code in sorted(names)]


def _descriptor(code: str, name: str) -> dict[str, Any]:
    rule = find(code)
    # A rule that a team made has no page.
    return {"id": code, "name": name, **(_told(rule) if rule else {})}


def _told(rule: Rule) -> dict[str, Any]:
    return {
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.page.partition("\n## ")[0].strip()},
        "help": {"text": rule.page, "markdown": markdown(rule.page)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.topic]},
    }


def markdown(page: str) -> str:
    """The page of a rule with its examples as fenced blocks, not set in from the left."""
    flush = _EXAMPLE.sub(lambda example: dedent(example[0]), page)
    return re.sub(r"\n*^(## \w+)\n+", r"\n\n\1\n\n", flush, flags=re.MULTILINE)
