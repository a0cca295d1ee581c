"""Lines of Gherkin, given to Cucumber's own parser.

The parser is imported when the first scenario is met: it takes longer to
import than many a project takes to read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.source.gherkin_problems import explain, is_almost_a_step, not_a_step
from pmdocs.source.gherkin_text import is_title
from pmdocs.source.gherkin_words import LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gherkin.parser_types import GherkinDocument

    from pmdocs.diagnostics import Finding
    from pmdocs.source.gherkin_text import Row
    from pmdocs.text import Source


@dataclass(frozen=True, slots=True)
class Read:
    """What the parser made of some lines, below `added` lines that are not in the file."""

    document: GherkinDocument
    added: int


def parse(
    source: Source, rows: Sequence[Row], *, whole: bool = False
) -> tuple[Read | None, list[Finding]]:
    """Read some lines, or say everything that is wrong with them, each at its own line.

    A `whole` file has its `Feature:` itself; for other lines it is thought of.
    """
    if not any(row.text.strip() for row in rows):
        return None, []
    from gherkin.errors import CompositeParserException, ParserException  # noqa: PLC0415
    from gherkin.parser import Parser  # noqa: PLC0415

    head = [] if whole else _head(rows)
    text = "\n".join([*head, *(row.text for row in rows), ""])
    try:
        return Read(Parser().parse(text), len(head)), []
    except CompositeParserException as error:
        errors = error.errors
    except ParserException as error:
        errors = [error]
    # The parser complains twice about some lines.
    findings = {e.location["line"]: explain(source, rows, e, len(head)) for e in reversed(errors)}
    slips = {
        number + len(head) + 1: not_a_step(source, rows, rows[number])
        for number in _slips_below_titles(rows)
    }
    findings = slips | findings
    return None, [findings[line] for line in sorted(findings)]


def _slips_below_titles(rows: Sequence[Row]) -> Iterator[int]:
    """The lines that begin almost like steps where the parser expects prose, by their number."""
    is_below = False
    for number, row in enumerate(rows):
        if is_line(row.text):
            is_below = is_title(row.text) or (is_below and is_almost_a_step(row.text))
            if is_below and not is_title(row.text):
                yield number


def _head(rows: Sequence[Row]) -> list[str]:
    """The lines above a scenario that nobody wants to write.

    Text right below a title is a description to the parser, also a step with
    a slip of the pen; below a first step it is an error.
    """
    from gherkin.dialect import Dialect  # noqa: PLC0415

    name = next((m["name"] for row in rows[:1] if (m := LANGUAGE.match(row.text))), "en")
    dialect = Dialect.for_name(name)
    first = next((row.text.strip() for row in rows if is_line(row.text)), "")
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


def is_line(text: str) -> bool:
    """Whether a line is more than a comment or a tag."""
    return bool(text.strip()) and not text.lstrip().startswith(("#", "@"))
