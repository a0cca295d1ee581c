"""The parameters of a scenario, and the columns of the examples that fill them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gherkin.parser_types import Cell, Location
    from gherkin.parser_types import Scenario as ParsedScenario
    from gherkin.parser_types import Step as ParsedStep

    from pmdocs.source.gherkin_text import Row

# What Gherkin fills in: the name of a column between angle brackets, without blanks around it.
_PARAMETER = re.compile(r"<(?! )([^<>\n]{1,80})(?<! )>")


@dataclass(frozen=True, slots=True)
class Name:
    """A name with the place where it stands: a parameter with its brackets, or a column."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What is filled in where: `parameters` stand in steps, `columns` above examples.

    `used` also holds names that stand in the title, in tables and in quoted
    text, where angle brackets may mean something else.
    """

    parameters: tuple[Name, ...] = ()
    columns: tuple[Name, ...] = ()
    used: frozenset[str] = frozenset()


def read_outline(parsed: ParsedScenario, rows: Sequence[Row], added: int) -> Outline:
    """The outline of a scenario below `added` lines that are not in the file."""
    steps = [step for step in parsed["steps"] if step["location"]["line"] > added]
    texts = (parsed["name"], *(text for step in steps for text in _texts(step)))
    used = frozenset(match[1] for text in texts for match in _PARAMETER.finditer(text))
    headers = [table["tableHeader"] for table in parsed["examples"] if table.get("tableHeader")]
    cells = (cell for header in headers for cell in header["cells"])
    columns = (_column(cell, _row(rows, cell["location"], added)) for cell in cells)
    named = (_parameters(step["text"], _row(rows, step["location"], added)) for step in steps)
    return Outline(tuple(chain.from_iterable(named)), tuple(columns), used)


def _row(rows: Sequence[Row], location: Location, added: int) -> Row:
    return rows[location["line"] - added - 1]


def _texts(step: ParsedStep) -> Iterator[str]:
    yield step["text"]
    if "docString" in step:
        yield step["docString"]["content"]
    if "dataTable" in step:
        yield from (cell["value"] for row in step["dataTable"]["rows"] for cell in row["cells"])


def _parameters(text: str, row: Row) -> Iterator[Name]:
    begin = row.text.rfind(text)
    for match in _PARAMETER.finditer(text):
        yield Name(match[1], *row.place(begin + match.start(), len(match[0])))


def _column(cell: Cell, row: Row) -> Name:
    # The parser counts columns from 1.
    column = cell["location"].get("column", 1) - 1
    return Name(cell["value"], *row.place(column, len(cell["value"])))
