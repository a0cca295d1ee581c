"""The steps of a criterion, however they are written, with English words before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.kinds.story import Criterion

_WORDS = {"Context": "Given", "Action": "When", "Outcome": "Then", "Conjunction": "And"}
_LANGUAGE = re.compile(r"\s*#\s*language\s*:\s*([\w-]+)")


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `below` are the rows of its table, or the lines of its text."""

    keyword: str
    text: str
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A scenario: `tables` are the lines of its examples, where it is an outline."""

    name: str
    steps: tuple[Step, ...]
    tables: tuple[str, ...] = ()


def examples_of(criterion: Criterion) -> Iterator[Example]:
    """The scenarios of a criterion; none for a rule, or where the steps are not understood."""
    if criterion.scenario:
        yield from _read(criterion.scenario)
        return
    steps = (("Given", criterion.given), ("When", criterion.when), ("Then", criterion.then))
    told = tuple(
        Step("And" if index else word, _line(text))
        for word, lines in steps
        for index, text in enumerate(lines)
    )
    if told:
        yield Example("", told)


def _read(text: str) -> Iterator[Example]:
    from gherkin.errors import ParserError  # noqa: PLC0415
    from gherkin.parser import Parser  # noqa: PLC0415

    for whole in _wholes(text):
        try:
            document: Any = Parser().parse(whole)
        except ParserError:
            continue
        found = list(_scenarios(document.get("feature") or {"children": []}))
        if any(example.steps for example in found):
            yield from found
            return


def _wholes(text: str) -> Iterator[str]:
    """The text as a document, with the titles above it that may be missing."""
    from gherkin.dialect import Dialect  # noqa: PLC0415

    match = _LANGUAGE.match(text)
    dialect = Dialect.for_name(match[1] if match else "en")
    if dialect is not None:
        head = f"# language: {match[1]}\n" if match else ""
        feature, scenario = dialect.feature_keywords[0], dialect.scenario_keywords[0]
        # Below a title that is not needed, another would be taken for prose.
        yield f"{text}\n"
        yield f"{head}{feature}:\n{text}\n"
        yield f"{head}{feature}:\n{scenario}:\n{text}\n"


def _scenarios(owner: Any, before: tuple[Step, ...] = ()) -> Iterator[Example]:
    for child in owner["children"]:
        if background := child.get("background"):
            before = (*before, *map(_step, background["steps"]))
        elif scenario := child.get("scenario"):
            steps = tuple(_step(step) for step in scenario["steps"])
            tables = tuple(line for one in scenario["examples"] for line in _table(one))
            if steps:
                yield Example(_line(scenario["name"]), (*before, *steps), tables)
        elif rule := child.get("rule"):
            yield from _scenarios(rule, before)


def _step(step: Any) -> Step:
    word = _WORDS.get(step["keywordType"], "*")
    if step["keyword"].strip() == "But":
        word = "But"
    if table := step.get("dataTable"):
        return Step(word, _line(step["text"]), tuple(_rows(table["rows"])))
    if text := step.get("docString"):
        mark = '"""'
        lines = text["content"].replace(mark, '\\"\\"\\"').split("\n")
        return Step(word, _line(step["text"]), (mark, *map(_seen, lines), mark))
    return Step(word, _line(step["text"]))


def _table(examples: Any) -> Iterator[str]:
    name = _line(examples["name"])
    yield f"Examples: {name}".rstrip()
    if head := examples.get("tableHeader"):
        yield from (f"  {row}" for row in _rows([head, *examples["tableBody"]]))


def _rows(rows: Any) -> Iterator[str]:
    for row in rows:
        cells = (_cell(cell["value"]) for cell in row["cells"])
        yield f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return _seen(text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n"))


def _seen(text: str) -> str:
    return "".join(c if c.isprintable() or c in "\u200c\u200d" else " " for c in text)


def _line(text: str) -> str:
    return " ".join(_seen(text).split())
