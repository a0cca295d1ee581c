"""Slips in how lines stand to each other: tabs, indentation, keys without a colon.

Each function recognises one slip in what the parser complains about, and
points at the slip, which is not always where the parser gave up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Finding, Fix, Note
from pmdocs.source.yaml_trouble import shorten

if TYPE_CHECKING:
    from pmdocs.source.yaml_trouble import Trouble

_GLUED = re.compile(r"[ ]*+(?:-[ ]++)*+(?P<key>[A-Za-z_][\w -]*+):(?P<value>[^\s:/][^\n]*+)")
_GLUED_DASH = re.compile(r"[ ]*+-(?P<item>[^\s-][^\n]*+)")
_INDENT = re.compile(r"^[ \t]+(?=\S)", re.MULTILINE)
_BEGINS = "what it should line up with may begin here"


def tab(trouble: Trouble) -> Finding | None:
    """A tab in the indentation."""
    start = trouble.line_start(trouble.at)
    line = trouble.line(trouble.at)
    indent = line[: len(line) - len(line.lstrip())]
    at = start + indent.index("\t") if "\t" in indent else trouble.at
    if trouble.source.text[at : at + 1] != "\t" or at >= trouble.end:
        return None
    message = "a tab is used to indent; YAML takes spaces only"
    hint = "replace the tab by spaces, two for each level"
    return trouble.finding(at, at + 1, message, hint, fix=_without_tabs(trouble))


def _without_tabs(trouble: Trouble) -> Fix:
    """Two spaces for each tab before a line's words: how deep it stands is then a guess."""
    text, edits = trouble.source.text, []
    for match in _INDENT.finditer(text, trouble.start, trouble.end):
        if "\t" in match[0]:
            span = trouble.source.span(*match.span())
            edits.append(Edit(span, match[0].replace("\t", "  ")))
    return Fix(tuple(edits), safe=False)


def second_document(trouble: Trouble) -> Finding | None:
    """Text behind the end of the document."""
    above = trouble.line_above(trouble.at)
    if above is None or trouble.line(above)[:3] not in ("...", "---"):
        return None
    message = "a second document begins here, and a file holds one"
    hint = "remove the line above, or move what follows to a file of its own"
    span = trouble.source.span(trouble.at, max(trouble.at, trouble.line_end(trouble.at)))
    return Finding(span, message, hint, code="PM008")


def no_colon(trouble: Trouble) -> Finding | None:
    """A line without the colon or the space that makes it a key or an item."""
    if "expected ':'" in trouble.problem and trouble.context_at is not None:
        return _line_slip(trouble, trouble.context_at)
    if "mapping values" not in trouble.problem:
        return None
    above = trouble.line_above(trouble.at)
    if above is None or trouble.indent(above) != trouble.indent(trouble.at):
        return None
    return _line_slip(trouble, above)


def indentation(trouble: Trouble) -> Finding | None:
    """A line that lines up with nothing, or with the wrong thing."""
    wanted = ("expected key", "'-' indicator", "mapping values", "<document start>")
    line_start = trouble.line_start(trouble.at)
    line = trouble.line(trouble.at)
    if not line.strip() or not any(words in trouble.problem for words in wanted):
        return None
    first, end = line_start + len(line) - len(line.lstrip()), line_start + len(line)
    block = _block_start(trouble)
    if block is None or (first != trouble.at and "mapping values" not in trouble.problem):
        return None
    level = block - trouble.line_start(block) == first - line_start
    if level and first == trouble.at:
        return _odd_one_out(trouble, first, end, block)
    message = "the indentation of this line fits nothing above it"
    hint = "line it up with the line it belongs to"
    note = Note(trouble.source.span(block, block + 1), _BEGINS)
    return trouble.finding(first, end, message, hint, note)


def _line_slip(trouble: Trouble, at: int) -> Finding | None:
    start = trouble.line_start(at)
    line = trouble.line(at)
    first, end = start + len(line) - len(line.lstrip()), start + len(line)
    if match := _GLUED.match(line):
        key, value = match["key"], match["value"]
        at = start + match.start("value") - 1
        hint = f"write `{key}: {shorten(value)}`"
        message, fix = f"a space is missing after `{key}:`", trouble.instead(at + 1, at + 1, " ")
        return trouble.finding(at, at + 1, message, hint, fix=fix)
    if match := _GLUED_DASH.match(line):
        hint = f"write `- {shorten(match['item'])}`"
        message, fix = "a space is missing after `-`", trouble.instead(first + 1, first + 1, " ")
        return trouble.finding(first, first + 1, message, hint, fix=fix)
    if ":" in line:
        return None
    word = shorten(line.strip())
    message = f"`{word}` is neither a key nor a value here"
    key, _, value = line.strip().partition(" ")
    if not value:
        hint = f"write `{word}:` and a value, or remove it"
        return trouble.finding(first, end, message, hint)
    hint = f"write a colon after the key: `{key}: {shorten(value)}`"
    colon = first + len(key)
    fix = trouble.instead(colon, colon, ":", safe=False)
    return trouble.finding(first, end, message, hint, fix=fix)


def _odd_one_out(trouble: Trouble, first: int, end: int, block: int) -> Finding:
    if "'-' indicator" in trouble.problem:
        message, hint = "a key stands among the items of a list", "indent it, or begin it with `- `"
    else:
        message = "this stands among keys, and is none"
        hint = "indent it below its key, or write a key and `:` before it"
    note = Note(trouble.source.span(block, block + 1), _BEGINS)
    return trouble.finding(first, end, message, hint, note)


def _block_start(trouble: Trouble) -> int | None:
    if "block" in trouble.context:
        return trouble.context_at
    return trouble.line_above(trouble.at)
