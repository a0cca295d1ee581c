"""What the results of tests say, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pmdocs.report.places import in_the_product

if TYPE_CHECKING:
    from pmdocs.diagnostics import Diagnostic
    from pmdocs.evidence.result import Result
    from pmdocs.report.evidence import Shown
    from pmdocs.report.places import Where


def render(told: Shown, where: Where = in_the_product) -> str:
    """Write the files, the criteria with an id, unknown ids and findings; all is ASCII."""
    value = {
        "files": [
            {
                "path": where(one.name),
                "format": one.format or None,
                "tests": len(one.results),
                "naming": sum(bool(result.ids) for result in one.results),
            }
            for one in told.collected.readings
        ],
        "criteria": [
            {
                "id": one.id,
                "state": one.state.value,
                "day": one.at.isoformat() if one.at else None,
                "why": one.why or None,
                "tests": [_test(result, where) for result in one.results],
            }
            for one in told.proofs
        ],
        "unknown": [
            {
                "id": one.id,
                "meant": one.meant,
                "tests": [_test(result, where) for result in one.results],
            }
            for one in told.unknown
        ],
        "findings": [_finding(one, where) for one in told.found],
    }
    return json.dumps(value, indent=2, ensure_ascii=True)


def _test(result: Result, where: Where) -> dict[str, Any]:
    return {
        "name": result.test,
        "outcome": result.outcome.value,
        "at": result.at.isoformat() if result.at else None,
        "commit": result.commit,
        "url": result.url,
        "path": where(result.span.path),
        "line": result.span.start.line,
    }


def _finding(one: Diagnostic, where: Where) -> dict[str, Any]:
    return {
        "path": where(one.span.path),
        "line": one.span.start.line,
        "column": one.span.start.column,
        "code": one.code,
        "severity": one.severity.value,
        "message": one.finding.message,
        "hint": one.finding.hint,
    }
