"""A scenario in Gherkin, line by line, with its keywords apart from the words behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pmdocs.source.gherkin_words import step_words

_LANGUAGE = re.compile(r"\s*#\s*language\s*:\s*(\S+)")
_TITLE = re.compile(r"([^\W\d_][\w ]{0,30}:)(?:\s+|$)(.*)")
_QUOTES = ('"""', "```")
_CELL = re.compile(r"(?<!\\)\|")
_NO_STEPS = ("#", "@")


@dataclass(frozen=True, slots=True)
class Step:
    """`Given`, `When` or `Then`, with one sentence.

    `below` is a text that it uses, `table` the rows of a table; in the `examples` of
    a scenario the first of them holds the names of the columns. `rich` says that the
    sentence is Markdown.
    """

    word: str
    text: str
    below: str = ""
    rich: bool = True
    table: tuple[tuple[str, ...], ...] = ()

    @property
    def examples(self) -> bool:
        """Whether the table fills in the parameters of the steps."""
        return self.word.endswith(":")


def steps_in(scenario: str) -> tuple[Step, ...]:
    """The lines of a scenario as steps; one that begins with no keyword has no `word`.

    Comments and tags are for programs, and left out.
    """
    language = _LANGUAGE.match(scenario)
    words = step_words(language[1] if language else "en")
    steps: list[Step] = []
    quote = ""
    for line in scenario.splitlines():
        mark = line.strip()[:3]
        if steps and mark.startswith("|") and not quote:
            steps[-1] = replace(steps[-1], table=(*steps[-1].table, _cells(line)))
        elif steps and (quote or mark in _QUOTES):
            steps[-1] = replace(steps[-1], below=f"{steps[-1].below}\n{line}".lstrip("\n"))
            quote = _after(quote, mark)
        elif mark and not mark.startswith(_NO_STEPS):
            steps.append(_step(line.strip(), words))
    return tuple(steps)


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a row, in which a bar or a line break is written behind a backslash."""
    cells = _CELL.split(line.strip()[1:].removesuffix("|"))
    return tuple(cell.strip().replace("\\|", "|").replace("\\n", " ") for cell in cells)


def _after(quote: str, mark: str) -> str:
    """The quotes that are open after a line that begins with this mark."""
    if quote:
        return "" if mark == quote else quote
    return mark if mark in _QUOTES else ""


def _step(line: str, words: tuple[str, ...]) -> Step:
    word = next((word for word in words if line.startswith(word)), "")
    title = None if word else _TITLE.fullmatch(line)
    if title:
        return Step(title[1], title[2], rich=False)
    return Step(word.strip(), line.removeprefix(word).strip(), rich=False)
