"""What one rule says of a few lines of YAML on a day, for the tests of rules."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeAlias

from pmdocs.project.config import read_settings
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source

if TYPE_CHECKING:
    from pmdocs.diagnostics import Diagnostic

# A text, the settings of the plugin as YAML in one line, and the words that are underlined.
Case: TypeAlias = tuple[str, str, list[str]]
TODAY = "2026-06-01"


def found(code: str, text: str, settings: str = "", today: str = TODAY) -> list[Diagnostic]:
    """The findings of one rule, in the order of their places."""
    head = f"plugins:\n  - pmdocs: {{{settings}}}\n"
    read, problems = read_settings(Source("mkdocs.yml", head))
    assert problems == []
    day = dt.date.fromisoformat(today)
    project = build([Source("roadmap/a.yaml", text)], read, day)
    return [d for d in check(project) if d.code == code]


def underlined(code: str, text: str, settings: str = "", today: str = TODAY) -> list[str]:
    """The words that one rule underlines."""
    source = Source("roadmap/a.yaml", text)
    spans = [d.span for d in found(code, text, settings, today)]
    return [text[source.offset(span.start) : source.offset(span.end)] for span in spans]


def messages(code: str, text: str, settings: str = "", today: str = TODAY) -> list[str]:
    """The messages of one rule."""
    return [d.finding.message for d in found(code, text, settings, today)]
