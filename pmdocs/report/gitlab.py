"""GitLab's Code Quality report, which a merge request shows beside its changes.

Source: GitLab's documentation, "Code Quality report format", a part of the
CodeClimate specification.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pmdocs.report.names import names
from pmdocs.report.places import in_the_product
from pmdocs.report.safe import encodable
from pmdocs.report.words import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.report.places import Where
    from pmdocs.text import Source

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(
    found: Sequence[Diagnostic], sources: Mapping[str, Source], where: Where = in_the_product
) -> str:
    """Write one object a finding, with the lines from first to last, counted from 1.

    All is ASCII. GitLab knows a finding again by its fingerprint.
    """
    named = zip(found, names(found, sources, where), strict=True)
    records = [_record(d, name, where) for d, name in named]
    return json.dumps(records, indent=2, ensure_ascii=True)


def _record(d: Diagnostic, fingerprint: str, where: Where) -> dict[str, Any]:
    return {
        "description": f"{d.code}: {sentence(d)}",
        "check_name": d.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[d.severity],
        "location": {
            "path": encodable(where(d.span.path)),
            "lines": {"begin": d.span.start.line, "end": d.span.end.line},
        },
    }
