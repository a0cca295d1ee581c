"""SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS.

GitHub code scanning and many editors read it. Lines and columns count from 1,
columns in characters (`unicodeCodePoints`); ends are not included. Paths are
addresses, relative to the top of the repository.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from pmdocs.report.names import names
from pmdocs.report.places import in_the_product
from pmdocs.report.safe import encodable, visible
from pmdocs.report.sarif_rules import descriptors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic, Edit, Fix
    from pmdocs.report.places import Where
    from pmdocs.rules.rule import Rule
    from pmdocs.text import Source, Span

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
# What GitHub's code scanning knows a finding again by; other names it does not look at.
_GITHUB = "primaryLocationLineHash"


def render(
    found: Sequence[Diagnostic],
    sources: Mapping[str, Source],
    where: Where = in_the_product,
    rules: Sequence[Rule] | None = None,
) -> str:
    """Write one log with one run. All is ASCII; there is no time in it.

    It tells what the broken ones among the `rules` are for: those that come with
    pmdocs, if none are given.
    """
    places = {code: at for at, code in enumerate(sorted({d.code for d in found}))}
    named = zip(found, names(found, sources, where), strict=True)
    driver = {"name": "pmdocs", "version": version("pmdocs"), "rules": descriptors(found, rules)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(d, places[d.code], name, where) for d, name in named],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=True)


def _result(d: Diagnostic, place: int, fingerprint: str, where: Where) -> dict[str, Any]:
    words = "\n".join(filter(None, [d.finding.message, d.finding.hint]))
    result: dict[str, Any] = {
        "ruleId": d.code,
        "ruleIndex": place,
        "level": _LEVELS[d.severity],
        "message": {"text": _plain(words)},
        "locations": [{"physicalLocation": _place(d.span, where)}],
        "partialFingerprints": {_GITHUB: fingerprint, "pmdocs/v1": fingerprint},
    }
    if d.finding.notes:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": _plain(note.text)},
                "physicalLocation": _place(note.span, where),
            }
            for number, note in enumerate(d.finding.notes, 1)
        ]
    if d.finding.fix:
        result["fixes"] = [_fix(d.finding.fix, where)]
    return result


def _place(span: Span, where: Where) -> dict[str, Any]:
    return {"artifactLocation": _artifact(span.path, where), "region": _region(span)}


def _artifact(path: str, where: Where) -> dict[str, str]:
    # A folder above the top of the repository cannot be meant: `..` stays as it is written.
    return {"uri": quote(encodable(where(path))), "uriBaseId": "%SRCROOT%"}


def _region(span: Span) -> dict[str, int]:
    (line, column), (end_line, end_column) = span.start, span.end
    starts = {"startLine": line, "startColumn": column}
    return starts | {"endLine": end_line, "endColumn": end_column}


def _fix(fix: Fix, where: Where) -> dict[str, Any]:
    by_path: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        by_path.setdefault(edit.span.path, []).append(edit)
    changes = [
        {
            "artifactLocation": _artifact(path, where),
            "replacements": [_replacement(edit) for edit in edits],
        }
        for path, edits in sorted(by_path.items())
    ]
    words = (
        "only how it is written changes" if fix.safe else "a guess: look at it before you take it"
    )
    return {"description": {"text": words}, "artifactChanges": changes}


def _replacement(edit: Edit) -> dict[str, Any]:
    text = encodable(edit.text)
    return {"deletedRegion": _region(edit.span), "insertedContent": {"text": text}}


def _plain(words: str) -> str:
    """A message that holds no link and no placeholder, whatever a stranger wrote.

    Source: SARIF 2.1.0, sections 3.11.5 and 3.11.6.
    """
    doubled = visible(words).replace("{", "{{").replace("}", "}}")
    return doubled.replace("](", "] (")
