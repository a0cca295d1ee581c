"""The words that steps begin with, in the language of a feature.

The parser's list of languages is imported when one is met that is not English.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.source.gherkin_text import Row

_ENGLISH = ("Given ", "When ", "Then ", "And ", "But ", "* ")
LANGUAGE = re.compile(r"\s*+#\s*+language\s*+:\s*+(?P<name>[\w-]++)")


def step_words(language: str) -> tuple[str, ...]:
    """The words that steps begin with in a language, the longest first; English if unknown."""
    groups = _groups(language)
    if not groups:
        return _ENGLISH
    return tuple(sorted({word for group in groups for word in group}, key=len, reverse=True))


def language_of(rows: Sequence[Row]) -> str:
    """The language that is named above some lines; English where none is."""
    above = takewhile(
        lambda text: not text.strip() or text.lstrip()[0] in "#@", (row.text for row in rows)
    )
    return next((m["name"] for text in above if (m := LANGUAGE.match(text))), "en")


def bare_words(language: str) -> tuple[str, ...]:
    """The words without the blank behind them and without `*`; the usual five first."""
    groups = [[word.strip() for word in group if word != "* "] for group in _groups(language)]
    if not groups:
        return tuple(word.strip() for word in _ENGLISH[:-1])
    usual = (group[0] for group in groups if group)
    return tuple(dict.fromkeys((*usual, *(word for group in groups for word in group))))


def _groups(language: str) -> tuple[list[str], ...]:
    """The words for each kind of step; none for English, or a language of nowhere."""
    if language == "en":
        return ()
    from gherkin.dialect import Dialect  # noqa: PLC0415

    dialect = Dialect.for_name(language)
    if dialect is None:
        return ()
    return (
        dialect.given_keywords,
        dialect.when_keywords,
        dialect.then_keywords,
        dialect.and_keywords,
        dialect.but_keywords,
    )
