"""What a change means, for people at a terminal."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from pmdocs.analysis.changes.sentence import Said
from pmdocs.report import frames
from pmdocs.report.diff.shown import PAGES, cut, is_reworded, runs
from pmdocs.report.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.changes.change import Change, ItemChanges
    from pmdocs.analysis.changes.sentence import Sentence
    from pmdocs.analysis.changes.words import Run
    from pmdocs.report.diff.comparison import Comparison

_WIDTH = 100
_LONGEST = 160
_MOST_PAGES = 10
_SIGNS = {"weaker": ("-", "31"), "stronger": ("+", "32"), "": ("·", "34")}
_BOLD, _DIM = "1", "2"
# Crossed out where the terminal can do that, and red in any case.
_CODES = {"same": "", "gone": "9;31", "new": "32"}
_BRACKETS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
_WORD = re.compile(r"\s+|\S+")


def render(comparison: Comparison, *, colour: bool = False) -> str:
    """All that differs, the weightiest first; `-` stands before what promises less."""
    return "\n".join(_Writer(colour=colour).lines(comparison))


class _Writer:
    """Writes in colour, or does not."""

    def __init__(self, *, colour: bool) -> None:
        self._colour = colour

    def lines(self, comparison: Comparison) -> Iterator[str]:
        compared = self._pen(f"  {visible(comparison.compared)}", _DIM)
        yield self._pen(comparison.headline, _BOLD) + compared
        for one in comparison.items:
            yield ""
            yield from self._item(one)
        if comparison.follows:
            yield from ("", self._pen("What follows", _BOLD))
            for follows in comparison.follows:
                yield from self._point((f"{follows.item} ", *follows.sentence), "weaker")
        yield from self._others(comparison)
        yield from self._findings(comparison)

    def _item(self, one: ItemChanges) -> Iterator[str]:
        title = visible(cut(one.title, _LONGEST))
        yield f"{self._pen(one.id, _BOLD)}  {title}"
        for change in one.changes:
            yield from self._point(change.sentence, change.effect)
            yield from self._words(change)

    def _point(self, sentence: Sentence, effect: str) -> Iterator[str]:
        sign, code = _SIGNS[effect]
        lines = textwrap.wrap(_plain(sentence), _WIDTH - 4, break_on_hyphens=False) or [""]
        yield f"  {self._pen(sign, code)} {lines[0]}"
        yield from (f"    {line}" for line in lines[1:])

    def _words(self, change: Change) -> Iterator[str]:
        if is_reworded(change):
            pieces = [piece for run in runs(change) for piece in self._run(run)]
            yield from (f"      {line}" for line in self._wrapped(pieces))

    def _run(self, run: Run) -> Iterator[tuple[str, str]]:
        """The words of a stretch, each with the code of its colour; signs stand in for colours."""
        text = visible(run.text.replace("\n", " "))
        before, after = _BRACKETS[run.sort] if not self._colour else ("", "")
        for word in _WORD.findall(f"{before}{text}{after}"):
            yield word, _CODES[run.sort]

    def _wrapped(self, pieces: list[tuple[str, str]]) -> Iterator[str]:
        """Lines of words that may be broken where there is a space, whatever colours cost."""
        line, width = "", 0
        for word, code in pieces:
            if line and word.isspace() and width >= _WIDTH - 16:
                yield line
                line, width = "", 0
                continue
            line += self._pen(word, code) if code else word
            width += len(word)
        yield from [line] if line else []

    def _others(self, comparison: Comparison) -> Iterator[str]:
        if comparison.pages or comparison.settings:
            yield from ("", self._pen("Beside the items", _BOLD))
        for setting in comparison.settings:
            old, new = (cut(v, _LONGEST) or "not set" for v in (setting.old, setting.new))
            yield from self._point((f"the setting {setting.name} is {new}; it was {old}",), "")
        for page in comparison.pages[:_MOST_PAGES]:
            yield from self._point((f"the page {page.path} is {PAGES[page.sort]}",), "")
        if more := len(comparison.pages[_MOST_PAGES:]):
            yield from self._point((f"and {more:,} more pages",), "")

    def _findings(self, comparison: Comparison) -> Iterator[str]:
        groups = (
            ("Promises that are weaker", comparison.promises),
            ("New findings", comparison.found),
        )
        for title, found in groups:
            if found:
                yield from ("", self._pen(f"{title}: {len(found):,}", _BOLD), "")
                yield frames.render(found, comparison.sources, colour=self._colour)
        if comparison.mended:
            yield from ("", self._pen(f"Mended: {len(comparison.mended):,}", _BOLD))
            for one in comparison.mended:
                message = cut(one.finding.message, _LONGEST)
                yield from self._point((f"{one.code} {message}",), "stronger")

    def _pen(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour and text else text


def _plain(sentence: Sentence) -> str:
    """The sentence with long quotations cut, and without signs that move the cursor."""
    pieces = (
        (cut(p.text, _LONGEST) if p.bare else f"“{cut(p.text, _LONGEST)}”")
        if isinstance(p, Said)
        else p
        if isinstance(p, str)
        else p.id
        for p in sentence
    )
    return visible("".join(pieces))
