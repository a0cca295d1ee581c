"""A scenario in Gherkin, line by line, with its keywords apart from the words behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pmdocs.source.gherkin import step_words

_LANGUAGE = re.compile(r"\s*#\s*language\s*:\s*(\S+)")
_TITLE = re.compile(r"([^\W\d_][\w ]{0,30}:)(?:\s+|$)(.*)")
_QUOTES = ('"""', "```")


@dataclass(frozen=True, slots=True)
class Step:
    """`Given`, `When` or `Then`, with one sentence; `below` is a table or text that it uses.

    `rich` says that the sentence is Markdown.
    """

    word: str
    text: str
    below: str = ""
    rich: bool = True


def steps_in(scenario: str) -> tuple[Step, ...]:
    """All lines of a scenario as steps; one that begins with no keyword has no `word`."""
    language = _LANGUAGE.match(scenario)
    words = step_words(language[1] if language else "en")
    steps: list[Step] = []
    quote = ""
    for line in scenario.splitlines():
        mark = line.strip()[:3]
        if steps and (quote or mark in _QUOTES or mark.startswith("|")):
            steps[-1] = replace(steps[-1], below=f"{steps[-1].below}\n{line}".lstrip("\n"))
            quote = _after(quote, mark)
        elif line.strip():
            steps.append(_step(line.strip(), words))
    return tuple(steps)


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
