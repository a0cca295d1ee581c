"""What a change means, for programs: one object that fits the schema beside this file."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pmdocs.analysis.changes.sentence import plain

if TYPE_CHECKING:
    from pmdocs.analysis.changes.change import Change, ItemChanges
    from pmdocs.analysis.consequences.consequence import Consequence
    from pmdocs.diagnostics import Diagnostic
    from pmdocs.report.diff.comparison import Comparison

FORMAT = 1
SCHEMA_NAME = "diff.schema.json"


def render(comparison: Comparison) -> str:
    """All that there is to say, in ASCII; lists have the weightiest first."""
    return json.dumps(as_json(comparison), indent=2, ensure_ascii=True)


def as_json(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain values; lines and columns count from 1."""
    return {
        "$schema": SCHEMA_NAME,
        "format": FORMAT,
        "before": comparison.before,
        "after": comparison.after,
        "headline": comparison.headline,
        "items": [_item(one) for one in comparison.items],
        "consequences": [_consequence(one) for one in comparison.follows],
        "promises": [_finding(one) for one in comparison.promises],
        "new_findings": [_finding(one) for one in comparison.found],
        "mended_findings": [_finding(one) for one in comparison.mended],
        "pages": [{"path": one.path, "presence": one.sort} for one in comparison.pages],
        "settings": [
            {"name": one.name, "old": one.old, "new": one.new} for one in comparison.settings
        ],
    }


def schema() -> str:
    """The JSON Schema of the format."""
    return (files("pmdocs") / "report" / "diff" / SCHEMA_NAME).read_text("utf-8")


def _item(one: ItemChanges) -> dict[str, Any]:
    return {
        "id": one.id,
        "was": one.was,
        "kind": one.kind,
        "title": one.title,
        "presence": one.presence,
        "committed": one.committed,
        "weight": one.weight,
        "path": one.path,
        "line": one.line,
        "changes": [_change(change) for change in one.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "sort": change.sort,
        "sentence": plain(change.sentence),
        "effect": change.effect,
        "weight": change.weight,
        "field": change.field,
        "part": change.part,
        "old": change.old,
        "new": change.new,
    }


def _consequence(one: Consequence) -> dict[str, Any]:
    return {
        "sort": one.sort,
        "item": one.item,
        "sentence": plain(one.sentence),
        "weight": one.weight,
        "others": list(one.others),
    }


def _finding(one: Diagnostic) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.name,
        "severity": str(one.severity),
        "item": one.finding.item,
        "path": one.span.path,
        "line": one.span.start.line,
        "column": one.span.start.column,
        "message": one.finding.message,
        "hint": one.finding.hint,
    }
