"""What a change means, as a comment of a pull request.

A stakeholder reads the first lines; everything else is folded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.analysis.changes.sentence import Id, Said
from pmdocs.report.diff.shown import PAGES, cut, is_reworded, rest_of, runs, top_of
from pmdocs.report.markdown import cell
from pmdocs.report.places import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pmdocs.analysis.changes.change import Change, ItemChanges
    from pmdocs.analysis.changes.sentence import Sentence
    from pmdocs.analysis.changes.words import Run
    from pmdocs.diagnostics import Diagnostic
    from pmdocs.report.diff.comparison import Comparison

MARK = "<!-- pmdocs-diff -->"
# GitHub takes 65,536 characters; some bytes are kept for what is said at the end.
_MOST = 64_000
_LONGEST, _SHORT = 400, 140
_PLAIN = re.compile(r"(?:[^\W\d_]|\d{1,4}(?!\w)|[ ,;:()“”-])*")
_ID = re.compile(r"[A-Z][A-Z0-9]{0,15}-\d{1,9}(?:\.[A-Z]{1,15}-\d{1,9})?")
_SIGNS = {"weaker": "🔻", "stronger": "🔺", "": "🔹"}
_TAGS = {"gone": "del", "new": "ins"}


def render(comparison: Comparison) -> str:
    """The comment: a mark, a sentence, at most ten changes, and the rest folded."""
    page = _Page()
    page.add(MARK, "### What this change means", "")
    page.add(f"**{comparison.headline}**", "")
    page.add(*map(_line, top_of(comparison.items)), "")
    if more := rest_of(comparison.items):
        page.add(f"…and {more:,} more below.", "")
    page.fold(f"All changes, item by item ({len(comparison.items):,})", _items(comparison))
    page.fold(f"What follows ({len(comparison.follows):,})", _follows(comparison))
    page.fold(
        f"Promises that are weaker ({len(comparison.promises):,})", _findings(comparison.promises)
    )
    page.fold(f"New findings ({len(comparison.found):,})", _findings(comparison.found))
    page.fold(f"Mended findings ({len(comparison.mended):,})", _findings(comparison.mended))
    beside = len(comparison.pages) + len(comparison.settings)
    page.fold(f"Beside the items ({beside:,})", _beside(comparison))
    page.add(f"<sub>{cell(comparison.compared)}</sub>")
    return page.text


class _Page:
    """Takes lines as long as there is room."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._size = 0

    @property
    def text(self) -> str:
        return "\n".join(self._lines) + "\n"

    def add(self, *lines: str) -> None:
        self._lines += lines
        self._size += sum(len(line.encode()) + 1 for line in lines)

    def fold(self, title: str, blocks: Iterable[str]) -> None:
        """Lines that a click shows; those for which there is no room are counted."""
        found = [*blocks]
        if not found:
            return
        self.add("<details>", f"<summary>{title}</summary>", "")
        left = 0
        for block in found:
            if left or self._size + len(block.encode()) > _MOST:
                left += 1
            else:
                self.add(block)
        if left:
            self.add("", f"And {left:,} more, for which there is no room: `pmdocs diff` shows all.")
        self.add("", "</details>", "")


def _line(told: tuple[ItemChanges, Change]) -> str:
    one, change = told
    sentence = _sentence(change.sentence, _SHORT)
    colon = ":" if change.apart else ""
    words = f" <em>{_runs(change)}</em>" if is_reworded(change) and _is_short(change) else ""
    return f"- {_SIGNS[change.effect]} {_named(one, _SHORT)}{colon} {sentence}{words}"


def _named(one: ItemChanges, longest: int) -> str:
    return f"<strong>{_id(one.id)} {cell(cut(one.title, longest))}</strong>"


def _items(comparison: Comparison) -> Iterator[str]:
    for one in comparison.items:
        lines = [_named(one, _LONGEST), ""]
        for change in one.changes:
            lines.append(f"- {_SIGNS[change.effect]} {_sentence(change.sentence, _LONGEST)}")
            if is_reworded(change):
                lines += ["", f"  > {_runs(change)}", ""]
        yield "\n".join([*lines, ""])


def _follows(comparison: Comparison) -> Iterator[str]:
    for one in comparison.follows:
        yield f"- **{_id(one.item)}** {_sentence(one.sentence, _LONGEST)}"


def _findings(found: Sequence[Diagnostic]) -> Iterator[str]:
    for one in found:
        message = cell(cut(one.finding.message, _LONGEST))
        hint = f": {cell(cut(one.finding.hint, _LONGEST))}" if one.finding.hint else ""
        where = cell(place(one.span, str))
        yield f"- **{one.severity}** {one.code} {message}{hint} <sub>{where}</sub>"


def _beside(comparison: Comparison) -> Iterator[str]:
    for setting in comparison.settings:
        old, new = (cut(value, _SHORT) or "not set" for value in (setting.old, setting.new))
        yield f"- the setting {cell(setting.name)} is {cell(new)}; it was {cell(old)}"
    for page in comparison.pages:
        yield f"- the page {cell(page.path)} is {PAGES[page.sort]}"


def _sentence(sentence: Sentence, longest: int) -> str:
    return "".join(_piece(piece, longest) for piece in sentence)


def _piece(piece: str | Said | Id, longest: int) -> str:
    match piece:
        case Said(text, bare):
            words = cell(cut(text, longest))
            return words if bare else f"“{words}”"
        case Id(id):
            return _id(id)
        case _:
            # Our own words; those for a status or a kind may be somebody else's.
            return piece if _PLAIN.fullmatch(piece) else cell(piece)


def _id(id: str) -> str:
    return id if _ID.fullmatch(id) else cell(id)


def _runs(change: Change) -> str:
    return "".join(map(_run, runs(change)))


def _run(run: Run) -> str:
    text = cell(run.text)
    tag = _TAGS.get(run.sort)
    return f"<{tag}>{text}</{tag}>" if tag and text.strip() else text


def _is_short(change: Change) -> bool:
    return max(len(change.old), len(change.new)) <= _SHORT
