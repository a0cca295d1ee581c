"""What the Gherkin parser complains about, in words for people who write scenarios."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, did_you_mean
from pmdocs.source.gherkin_words import bare_words, language_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gherkin.errors import ParserException

    from pmdocs.source.gherkin_text import Row
    from pmdocs.text import Source

_WORDS = ("Given", "When", "Then", "And", "But")
_LEADS = ("given", "when", "then")
# Words that sentences begin with, and that are close to the words of steps.
_REAL_WORDS = frozenset({"the", "give", "gives"})
_ALMOST = 0.8
_QUOTES = re.compile(r'[ \t]*+(?:"""|```)')
_TITLE = re.compile(r"[ \t]*+(?P<word>Feature|Rule|Background|Scenarios|Examples)[ \t]*+:")
_WHERE = {
    "Background": "write one `Background:` alone, above the first scenario",
    "Feature": "write one feature to a file",
    "Rule": "write it between two scenarios",
}
_PLACE = re.compile(r"\([0-9]+:[0-9]+\): ")
_NOT_A_STEP = "begin the line with `Given`, `When`, `Then`, `And` or `But`"
_LONGEST = 60
# A word for each of the five kinds of steps.
_USUAL = 5


def explain(source: Source, rows: Sequence[Row], error: ParserException, added: int) -> Finding:
    """The finding for an error of the parser, which saw `added` lines more above."""
    number = min(max(error.location["line"] - added - 1, 0), len(rows) - 1)
    if number < 0:
        return Finding(source.start, "there is no scenario here", _NOT_A_STEP, code="PM014")
    message, hint = _PLACE.sub("", str(error), count=1), _NOT_A_STEP
    if "unexpected end of file" in message:
        number, message, hint = _unfinished(rows)
    elif "#FeatureLine" in message:
        line = _shown(rows[number].text.strip())
        message, hint = f"`{line}` stands above the feature", "begin the file with `Feature:`"
    elif "got '" in message and (title := _TITLE.match(rows[number].text)):
        message = f"`{title['word']}:` cannot stand here"
        hint = _WHERE.get(title["word"], "write it below the steps of a scenario")
    elif "got '" in message:
        message, hint = _unexpected(rows[number].text.strip(), rows)
    elif "cell count" in message:
        message = "this row has another number of cells than the first row of the table"
        hint = "write as many cells as the first row has, with a `|` on both sides"
    elif "whitespace" in message:
        message, hint = "a tag cannot hold a space", "write `-` for the space, or one more `@`"
    elif "Language" in message:
        word = message.rpartition(" ")[2]
        message, hint = f"`{word}` is no language of Gherkin", "write a code such as `en` or `de`"
    start, end = _line_place(rows[number])
    return Finding(source.span(start, end), message, hint, code="PM014")


def not_a_step(source: Source, rows: Sequence[Row], row: Row) -> Finding:
    """The finding about one of some lines, which begins with no word for a step."""
    message, hint = _unexpected(row.text.strip(), rows)
    start, end = _line_place(row)
    return Finding(source.span(start, end), message, hint, code="PM014")


def is_almost_a_step(line: str) -> bool:
    """Whether a line begins with `Given`, `When` or `Then`, but for a slip of the fingers."""
    word = line.split(maxsplit=1)[0][:_LONGEST].lower()
    near = get_close_matches(word, _LEADS, n=1, cutoff=_ALMOST)
    return bool(near) and word not in _REAL_WORDS and line.split(maxsplit=1)[0] not in _WORDS


def _line_place(row: Row) -> tuple[int, int]:
    text = row.text
    return row.place(len(text) - len(text.lstrip()), len(text.strip()))


def _unexpected(line: str, rows: Sequence[Row]) -> tuple[str, str]:
    if line.startswith("|"):
        return "a table stands where none can stand", "move it below the step that it belongs to"
    if _QUOTES.match(line):
        return "a text stands where none can stand", "write one text, or one table, below a step"
    shown = _shown(line)
    word = line.partition(" ")[0]
    words = bare_words(language_of(rows))
    hint = did_you_mean(word[:_LONGEST], words) or _begin_with(words[:_USUAL])
    return f"`{shown}` is not a step", hint


def _begin_with(words: Sequence[str]) -> str:
    *most, last = [f"`{word}`" for word in words]
    return f"begin the line with {', '.join(most)} or {last}"


def _shown(line: str) -> str:
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


def _unfinished(rows: Sequence[Row]) -> tuple[int, str, str]:
    """What is open at the end: a text block, or else a tag above nothing."""
    for number in range(len(rows) - 1, -1, -1):
        text = rows[number].text
        if _QUOTES.match(text):
            marks = text.strip()[:3]
            message = f"the text that is opened here with `{marks}` is not closed"
            return number, message, f"write `{marks}` on a line of its own below it"
        if text.lstrip().startswith("@"):
            message = "this tag stands above no scenario"
            return number, message, "write a scenario below it, or remove it"
    return len(rows) - 1, "the scenario ends too early", _NOT_A_STEP
