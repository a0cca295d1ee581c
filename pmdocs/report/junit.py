"""Findings as test results: one test for each, in the form of JUnit.

Services that show no findings show test results. Source: the schema of Jenkins'
xUnit plugin, `junit-10.xsd`.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Severity
from pmdocs.report.names import names
from pmdocs.report.places import in_the_product, place
from pmdocs.report.words import line, sentence, told
from pmdocs.report.xml import document, element, escaped, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.report.places import Where
    from pmdocs.text import Source

_CLEAN = {"name": "pmdocs", "tests": 1, "failures": 0, "errors": 0, "skipped": 0}


def render(
    found: Sequence[Diagnostic], sources: Mapping[str, Source], where: Where = in_the_product
) -> str:
    """Write a suite for each file with findings, and a test for each finding.

    An error is a failed test. A warning is a skipped one, so that it is seen and
    fails nothing. Without findings there is one test that passed, since services
    take a report without tests for a mistake. All is ASCII.
    """
    named = sorted(zip(found, names(found, sources, where), strict=True), key=_path)
    suites = [_suite(where, path, list(those)) for path, those in groupby(named, key=_path)]
    if not suites:
        passed = element("testcase", {"classname": "pmdocs", "name": "nothing to complain about"})
        suites = [element("testsuite", _CLEAN, [lines([passed])])]
    facts = {"name": "pmdocs", **_counts(found)}
    return document(element("testsuites", facts, [lines(suites)]))


def _path(one: tuple[Diagnostic, str]) -> str:
    return one[0].span.path


def _counts(found: Iterable[Diagnostic]) -> dict[str, int]:
    failed = [d.severity is Severity.ERROR for d in found]
    return {"tests": max(len(failed), 1), "failures": sum(failed), "errors": 0}


def _suite(where: Where, path: str, named: list[tuple[Diagnostic, str]]) -> str:
    counts = _counts(d for d, _ in named)
    skipped = counts["tests"] - counts["failures"]
    facts = {"name": where(path), **counts, "skipped": skipped}
    return element("testsuite", facts, [lines(_test(d, name, where) for d, name in named)])


def _test(d: Diagnostic, fingerprint: str, where: Where) -> str:
    # Services compare runs by the name of a test, which therefore must not hold a line number.
    about = " ".join(filter(None, [d.code, d.name, d.finding.item, f"#{fingerprint[:8]}"]))
    kind = "failure" if d.severity is Severity.ERROR else "skipped"
    at = line(place(d.span, where))
    text = "\n".join([f"{at}: {d.severity} {sentence(d)}", *told(d.finding.notes, where)])
    said = element(kind, {"type": d.code, "message": sentence(d)}, [escaped(text)])
    return element("testcase", {"classname": f"pmdocs.{d.code}", "name": about}, [said])
