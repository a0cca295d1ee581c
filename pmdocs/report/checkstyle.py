"""The report of Checkstyle, which Jenkins and many other services read.

There is no published schema. Source: `XMLLogger` of Checkstyle, which writes it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pmdocs.report.places import in_the_product
from pmdocs.report.words import sentence
from pmdocs.report.xml import document, element, lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.report.places import Where
    from pmdocs.text import Source


def render(
    found: Sequence[Diagnostic], _sources: Mapping[str, Source], where: Where = in_the_product
) -> str:
    """Write one `error` element a finding, below its file.

    Lines and columns count from 1, columns in characters. All is ASCII.
    """
    by_path = groupby(sorted(found, key=_path), key=_path)
    files = (
        element("file", {"name": where(path)}, [lines(map(_error, those))])
        for path, those in by_path
    )
    return document(element("checkstyle", {"version": "4.3"}, [lines(files)]))


def _path(d: Diagnostic) -> str:
    return d.span.path


def _error(d: Diagnostic) -> str:
    facts = {
        "line": d.span.start.line,
        "column": d.span.start.column,
        "severity": d.severity,
        "message": sentence(d),
        "source": f"pmdocs.{d.code}",
    }
    return element("error", facts)
