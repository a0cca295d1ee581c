"""Steps and scenarios in Gherkin, read by Cucumber's own parser."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Finding, Fix
from pmdocs.source.gherkin_parse import is_line, parse
from pmdocs.source.gherkin_problems import is_almost_a_step, not_a_step
from pmdocs.source.gherkin_reading import feature_level, parsed_scenarios, scenarios_in
from pmdocs.source.gherkin_text import file_rows, markdown_rows, scalar_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.source.gherkin_parse import Read
    from pmdocs.source.gherkin_scenario import Level, Scenario, Step
    from pmdocs.source.gherkin_text import Row
    from pmdocs.source.node import Scalar
    from pmdocs.text import Source

LONGEST_TEXT = 200_000
_STEP_LINE = re.compile(r"^[ \t\"']*+(?:Given|When|Then|And|But|\*)[ \t]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Feature:
    """What a `.feature` file holds; `level` is its first line with the tags above it."""

    level: Level
    scenarios: tuple[Scenario, ...]


def read_feature(source: Source) -> tuple[Feature | None, list[Finding]]:
    """The feature in a `.feature` file; None where there is none, or where it cannot be read."""
    if len(source.text) > LONGEST_TEXT:
        return None, [_too_long(source, 0, len(source.text))]
    rows = file_rows(source)
    read, findings = parse(source, rows, whole=True)
    level = feature_level(source, read, rows) if read else None
    if read is None or level is None:
        return None, findings
    findings += _without_steps(source, read, rows)
    return Feature(level, tuple(scenarios_in(source, read, rows))), findings


def read_steps(scalar: Scalar) -> tuple[tuple[Step, ...], list[Finding]]:
    """The steps in a YAML value, which needs no `Scenario:` above them."""
    scenarios, findings = read_scenario(scalar)
    return tuple(step for scenario in scenarios for step in scenario.steps), findings


def read_scenario(scalar: Scalar) -> tuple[tuple[Scenario, ...], list[Finding]]:
    """The scenario in a YAML value, or each of them, and what is wrong with them."""
    source = scalar.source
    if scalar.end - scalar.start > LONGEST_TEXT:
        return (), [_too_long(source, scalar.start, scalar.end)]
    rows = scalar_rows(scalar)
    read, findings = parse(source, rows)
    scenarios = tuple(scenarios_in(source, read, rows)) if read else ()
    count = sum(len(one.steps) + len(one.background) for one in scenarios)
    if together := [] if findings else _run_together(scalar, count):
        # What the steps say is not known while they are one.
        return (), together
    return scenarios, findings


def read_scenarios(
    source: Source, start: int, end: int
) -> tuple[tuple[Scenario, ...], list[Finding]]:
    """The scenarios in a stretch of Markdown.

    They are plain Gherkin, with or without a fence of backticks around it, or
    Gherkin in Markdown, with headings for scenarios and list items for steps.
    """
    if end - start > LONGEST_TEXT:
        return (), [_too_long(source, start, end)]
    scenarios: list[Scenario] = []
    findings: list[Finding] = []
    for rows in markdown_rows(source, start, end):
        read, wrong = parse(source, rows)
        scenarios += scenarios_in(source, read, rows) if read else ()
        findings += wrong
        findings += _without_steps(source, read, rows) if read else ()
    return tuple(scenarios), findings


def _too_long(source: Source, start: int, end: int) -> Finding:
    message = f"{end - start:,} characters of scenarios are more than the {LONGEST_TEXT:,} read"
    hint = "split them into several files"
    return Finding(source.span(start, start), message, hint, code="PM014")


def _without_steps(source: Source, read: Read, rows: Sequence[Row]) -> Iterator[Finding]:
    """Steps with a slip right below a title, which the parser takes for prose.

    Of a scenario in which nothing at all was understood, the first line is told anyway.
    """
    for parsed in parsed_scenarios(read):
        if not parsed["description"]:
            continue
        below = rows[max(0, parsed["location"]["line"] - read.added) :]
        lines = [row for row in below if is_line(row.text)]
        slips = list(takewhile(lambda row: is_almost_a_step(row.text), lines))
        if not parsed["steps"]:
            slips = slips or lines[:1]
        yield from (not_a_step(source, rows, row) for row in slips)


def is_joined(scalar: Scalar) -> bool:
    """Whether YAML has joined lines of a value that are lines in the file."""
    raw = scalar.source.text[scalar.start : scalar.end]
    return not raw.startswith("|") and "\n" in raw and "\n" not in scalar.text.strip()


def _run_together(scalar: Scalar, count: int) -> list[Finding]:
    """Steps on several lines that YAML has joined into one."""
    raw = scalar.source.text[scalar.start : scalar.end]
    if raw.startswith("|") or len(_STEP_LINE.findall(raw)) <= count:
        return []
    message = "the steps run together into one line"
    hint = "write `|` behind the key's `:`, and the steps indented below it"
    return [Finding(scalar.span, message, hint, code="PM014", fix=_with_bar(scalar, raw))]


def _with_bar(scalar: Scalar, raw: str) -> Fix | None:
    """Write `|` behind the colon, where the steps stand below their key as they would below it."""
    text = scalar.source.text
    colon = text.rfind(":", 0, scalar.start)
    between = text[colon + 1 : scalar.start]
    if between.strip() or "\n" not in between or scalar.quoted or " #" in raw:
        return None
    return Fix((Edit(scalar.source.span(colon + 1, colon + 1), " |"),))
