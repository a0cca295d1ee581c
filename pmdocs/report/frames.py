"""Findings with the lines that they are about, for people at a terminal."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pmdocs.report.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.text import Source, Span

_COLOURS = {"error": "31", "warning": "33", "info": "36"}
_WIDEST = 160


def render(
    diagnostics: Sequence[Diagnostic], sources: Mapping[str, Source], *, colour: bool = False
) -> str:
    """The findings one below the other, with an empty line between them."""
    frames = ("\n".join(_frame(d, sources, _Pen(on=colour))) for d in diagnostics)
    return "\n\n".join(frames)


class _Pen:
    """Writes in colour, or does not."""

    def __init__(self, *, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._on and text else text


def _frame(d: Diagnostic, sources: Mapping[str, Source], pen: _Pen) -> Iterator[str]:
    finding, colour = d.finding, f"1;{_COLOURS[d.severity]}"
    notes = finding.notes
    lines = (finding.span.start.line, *(note.span.start.line for note in notes))
    gutter = " " * len(str(max(lines)))
    yield pen(f"{d.severity}[{d.code}]", colour) + pen(f": {_line(finding.message)}", "1")
    yield from _place(finding.span, sources, gutter, pen)
    yield from _lines(finding.span, sources, gutter, ("^", finding.label, colour), pen)
    for note in notes:
        if note.span.path != finding.span.path:
            yield from _place(note.span, sources, gutter, pen)
        else:
            yield f"{gutter} {pen('…', '34')}"
        yield from _lines(note.span, sources, gutter, ("-", note.text, "1;34"), pen)
    if finding.hint:
        yield f"{gutter} {pen('=', '34')} {pen('help', '1')}: {_line(finding.hint)}"


def _place(span: Span, sources: Mapping[str, Source], gutter: str, pen: _Pen) -> Iterator[str]:
    yield f"{gutter}{pen('-->', '34')} {visible(str(span))}"
    if span.path in sources:
        yield f"{gutter} {pen('|', '34')}"


def _lines(
    span: Span, sources: Mapping[str, Source], gutter: str, mark: tuple[str, str, str], pen: _Pen
) -> Iterator[str]:
    if span.path not in sources:
        return
    sign, label, colour = mark
    line = sources[span.path].line(span.start.line)
    start = span.start.column - 1
    end = span.end.column - 1 if span.end.line == span.start.line else len(line.rstrip())
    before, marked = _cells(line[:start]), max(_cells(line[start:end]), 1)
    number = str(span.start.line).rjust(len(gutter))
    shown = visible(line.replace("\t", " "))
    yield f"{pen(number, '34')} {pen('|', '34')} {_cut(shown)}".rstrip()
    under = sign * min(marked, _WIDEST) + (f" {_line(label)}" if label else "")
    yield f"{gutter} {pen('|', '34')} {' ' * min(before, _WIDEST)}{pen(under, colour)}"


def _line(words: str) -> str:
    # A line of its own could look like another finding, or like a command to a CI service.
    return visible(words.replace("\n", " "))


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese signs take two, marks none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in visible(text.replace("\t", " "))
    )


def _cut(line: str) -> str:
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"
