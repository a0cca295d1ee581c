"""Steps and scenarios in Gherkin, read by Cucumber's own parser.

The parser is imported when the first scenario is met: it takes longer to
import than many a project takes to read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from pmdocs.diagnostics import Finding
from pmdocs.source.gherkin_outline import Outline, read_outline
from pmdocs.source.gherkin_problems import explain, not_a_step
from pmdocs.source.gherkin_text import Row, markdown_rows, scalar_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gherkin.parser_types import Feature, GherkinDocument, Rule
    from gherkin.parser_types import Scenario as ParsedScenario
    from gherkin.parser_types import Step as ParsedStep

    from pmdocs.source.node import Scalar
    from pmdocs.text import Source

_CRITERION = re.compile(r"(?:[A-Z][\w-]*+\.)?AC-[0-9]++(?![\w-])")
_LANGUAGE = re.compile(r"\s*+#\s*+language\s*+:\s*+(?P<name>[\w-]++)")
_KEYWORDS = {"Context": "given", "Action": "when", "Outcome": "then"}
_FIRST = "and"
LONGEST_TEXT = 200_000
_STEP_LINE = re.compile(r"^[ \t\"']*+(?:Given|When|Then|And|But|\*)[ \t]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `keyword` is given, when or then, also for And and But.

    It is `and` where there is nothing before that the step could go on from.
    `word` is what was written; the offsets are those of the text behind it.
    """

    keyword: str
    word: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named example of how the product behaves; tags come without their `@`."""

    name: str
    tags: tuple[str, ...]
    steps: tuple[Step, ...]
    start: int
    end: int
    outline: Outline

    @property
    def criterion(self) -> str | None:
        """The criterion it shows: from a tag, or from the beginning of its name."""
        for words in (*self.tags, self.name):
            match = _CRITERION.match(words)
            if match:
                return match[0]
        return None


_ENGLISH = ("Given ", "When ", "Then ", "And ", "But ", "* ")


def step_words(language: str) -> tuple[str, ...]:
    """The words that steps begin with in a language, the longest first; English if unknown."""
    if language == "en":
        return _ENGLISH
    from gherkin.dialect import Dialect  # noqa: PLC0415

    dialect = Dialect.for_name(language)
    if dialect is None:
        return _ENGLISH
    words = {
        *dialect.given_keywords,
        *dialect.when_keywords,
        *dialect.then_keywords,
        *dialect.and_keywords,
        *dialect.but_keywords,
    }
    return tuple(sorted(words, key=len, reverse=True))


def read_steps(scalar: Scalar) -> tuple[tuple[Step, ...], list[Finding]]:
    """The steps in a YAML value, which needs no `Scenario:` above them."""
    if scalar.end - scalar.start > LONGEST_TEXT:
        return (), [_too_long(scalar.source, scalar.start, scalar.end)]
    scenarios, findings = _scenarios_in(scalar)
    steps = tuple(step for scenario in scenarios for step in scenario.steps)
    return steps, findings or _run_together(scalar, len(steps))


def read_scenario(scalar: Scalar) -> tuple[Scenario, ...]:
    """The scenario in a YAML value, or each of them; none where it is too long or no Gherkin."""
    return () if scalar.end - scalar.start > LONGEST_TEXT else _scenarios_in(scalar)[0]


def _scenarios_in(scalar: Scalar) -> tuple[tuple[Scenario, ...], list[Finding]]:
    rows = scalar_rows(scalar)
    read, findings = _parse(scalar.source, rows)
    return tuple(_scenarios(read, rows)) if read else (), findings


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
        read, wrong = _parse(source, rows)
        scenarios += _scenarios(read, rows) if read else ()
        findings += wrong
        findings += _without_steps(source, read, rows) if read else ()
    return tuple(scenarios), findings


def _too_long(source: Source, start: int, end: int) -> Finding:
    message = f"{end - start:,} characters of scenarios are more than the {LONGEST_TEXT:,} read"
    hint = "split them into several files"
    return Finding(source.span(start, start), message, hint, code="PM014")


def _without_steps(source: Source, read: _Read, rows: Sequence[Row]) -> Iterator[Finding]:
    """Scenarios of which nothing was understood, and which the parser takes for prose."""
    for parsed, _ in _parsed(read, ()):
        if not parsed["steps"]:
            below = rows[max(0, parsed["location"]["line"] - read.added) :]
            row = next((row for row in below if _is_line(row.text)), None)
            if row is not None and parsed["description"]:
                yield not_a_step(source, row)


def _run_together(scalar: Scalar, count: int) -> list[Finding]:
    """Steps on several lines that YAML has joined into one."""
    raw = scalar.source.text[scalar.start : scalar.end]
    if raw.startswith("|") or len(_STEP_LINE.findall(raw)) <= count:
        return []
    message = "the steps run together into one line"
    hint = "write `|` behind the key's `:`, and the steps indented below it"
    return [Finding(scalar.span, message, hint, code="PM014")]


@dataclass(frozen=True, slots=True)
class _Read:
    """What the parser made of some lines, below `added` lines that are not in the file."""

    document: GherkinDocument
    added: int


def _parse(source: Source, rows: Sequence[Row]) -> tuple[_Read | None, list[Finding]]:
    if not any(row.text.strip() for row in rows):
        return None, []
    from gherkin.errors import CompositeParserException, ParserException  # noqa: PLC0415
    from gherkin.parser import Parser  # noqa: PLC0415

    head = _head(rows)
    text = "\n".join([*head, *(row.text for row in rows), ""])
    try:
        return _Read(Parser().parse(text), len(head)), []
    except CompositeParserException as error:
        errors = error.errors
    except ParserException as error:
        errors = [error]
    # The parser complains twice about some lines.
    findings = {e.location["line"]: explain(source, rows, e, len(head)) for e in reversed(errors)}
    return None, [findings[line] for line in sorted(findings)]


def _head(rows: Sequence[Row]) -> list[str]:
    """The lines above a scenario that nobody wants to write.

    Text right below a title is a description to the parser, also a step with
    a slip of the pen; below a first step it is an error.
    """
    from gherkin.dialect import Dialect  # noqa: PLC0415

    name = next((m["name"] for row in rows[:1] if (m := _LANGUAGE.match(row.text))), "en")
    dialect = Dialect.for_name(name)
    first = next((row.text.strip() for row in rows if _is_line(row.text)), "")
    if dialect is None or first.startswith(_titles(dialect.feature_keywords)):
        return []
    head = [f"# language: {name}", f"{dialect.feature_keywords[0]}:"]
    others = (
        *dialect.scenario_keywords,
        *dialect.scenario_outline_keywords,
        *dialect.background_keywords,
        *dialect.rule_keywords,
    )
    if first.startswith(_titles(others)):
        return head
    return [*head, f"{dialect.scenario_keywords[0]}:", "* -"]


def _titles(keywords: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"{keyword}:" for keyword in keywords)


def _is_line(text: str) -> bool:
    return bool(text.strip()) and not text.lstrip().startswith(("#", "@"))


def _scenarios(read: _Read, rows: Sequence[Row]) -> Iterator[Scenario]:
    for parsed, tags in _parsed(read, ()):
        row = rows[max(0, parsed["location"]["line"] - read.added - 1)]
        names = tuple(tag["name"].removeprefix("@") for tag in parsed["tags"])
        start, end = row.place(len(row.text) - len(row.text.lstrip()), len(row.text.strip()))
        steps = tuple(_steps(parsed["steps"], rows, read.added))
        outline = read_outline(parsed, rows, read.added)
        yield Scenario(parsed["name"], (*names, *tags), steps, start, end, outline)


def _parsed(
    owner: _Read | Feature | Rule, tags: tuple[str, ...]
) -> Iterator[tuple[ParsedScenario, tuple[str, ...]]]:
    """The scenarios of a document, a feature or a rule, with the tags they inherit."""
    if isinstance(owner, _Read):
        feature = owner.document.get("feature")
        if feature is not None:
            yield from _parsed(feature, tags)
        return
    tags = (*(tag["name"].removeprefix("@") for tag in owner["tags"]), *tags)
    for child in cast("list[dict[str, Any]]", owner["children"]):
        if "scenario" in child:
            yield child["scenario"], tags
        elif "rule" in child:
            yield from _parsed(child["rule"], tags)


def _steps(parsed: Iterable[ParsedStep], rows: Sequence[Row], added: int) -> Iterator[Step]:
    keyword = _FIRST
    for step in parsed:
        number = step["location"]["line"] - added - 1
        if number < 0:
            continue
        row, word, text = rows[number], step["keyword"], step["text"]
        keyword = _KEYWORDS.get(step["keywordType"], keyword)
        column = row.text.find(text, row.text.find(word) + len(word))
        start, end = row.place(column, len(text))
        yield Step(keyword, word.strip(), text, start, end)
