"""Findings with the lines that they are about, for people at a terminal."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from pmdocs.report.places import in_the_product, place
from pmdocs.report.safe import visible
from pmdocs.report.words import line as one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.report.places import Where
    from pmdocs.text import Source, Span

_COLOURS = {"error": "31", "warning": "33", "info": "36"}
_WIDEST = 160


def render(
    found: Sequence[Diagnostic],
    sources: Mapping[str, Source],
    where: Where = in_the_product,
    *,
    colour: bool = False,
) -> str:
    """The findings one below the other, with an empty line between them."""
    pen = _Pen(on=colour)
    return "\n\n".join("\n".join(_frame(d, sources, where, pen)) for d in found)


class _Pen:
    """Writes in colour, or does not."""

    def __init__(self, *, on: bool) -> None:
        self._on = on

    def __call__(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._on and text else text


def _frame(d: Diagnostic, sources: Mapping[str, Source], where: Where, pen: _Pen) -> Iterator[str]:
    finding, colour = d.finding, f"1;{_COLOURS[d.severity]}"
    notes = finding.notes
    lines = (finding.span.start.line, *(note.span.start.line for note in notes))
    gutter = " " * len(str(max(lines)))
    yield pen(f"{d.severity}[{d.code}]", colour) + pen(f": {one_line(finding.message)}", "1")
    yield from _place(finding.span, sources, where, gutter, pen)
    yield from _lines(finding.span, sources, gutter, ("^", finding.label, colour), pen)
    shown = finding.span.path
    for note in notes:
        if note.span.path not in sources:
            # A line of its own, since there is no text to show.
            told = f"{one_line(note.text)} ({visible(place(note.span, where))})"
            yield f"{gutter} {pen('=', '34')} {pen('note', '1')}: {told}"
            continue
        if note.span.path != shown:
            shown = note.span.path
            yield from _place(note.span, sources, where, gutter, pen)
        else:
            yield f"{gutter} {pen('…', '34')}"
        yield from _lines(note.span, sources, gutter, ("-", note.text, "1;34"), pen)
    if finding.hint:
        yield f"{gutter} {pen('=', '34')} {pen('help', '1')}: {one_line(finding.hint)}"


def _place(
    span: Span, sources: Mapping[str, Source], where: Where, gutter: str, pen: _Pen
) -> Iterator[str]:
    yield f"{gutter}{pen('-->', '34')} {visible(place(span, where))}"
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
    under = sign * min(marked, _WIDEST) + (f" {one_line(label)}" if label else "")
    yield f"{gutter} {pen('|', '34')} {' ' * min(before, _WIDEST)}{pen(under, colour)}"


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes: Chinese signs take two, marks none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in visible(text.replace("\t", " "))
    )


def _cut(line: str) -> str:
    return line if len(line) <= _WIDEST else f"{line[: _WIDEST - 1]}…"
