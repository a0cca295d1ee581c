"""Texts of several lines whose lines stand where a key should."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Fix
from pmdocs.source.yaml_trouble import shorten

if TYPE_CHECKING:
    from pmdocs.diagnostics import Finding
    from pmdocs.source.yaml_trouble import Trouble

_BLOCK = re.compile(r"[ ]*+(?:-[ ]++)*+(?P<key>[^:#]++):[ ]++(?P<sign>[|>])[+0-9-]*+(?:[ ]++#.*)?")
_WITH_TEXT = re.compile(r"[ ]*+(?:-[ ]++)*+(?P<key>[\w -]++):(?:[ ]++(?![|>'\"\[{#]).*)?")
_LINE = re.compile(r"(?P<margin>[ ]*+)(?P<dash>-[ ])?[ ]*+(?:(?P<key>[\w-]++):(?:\s|$))?")
_STEP = 2


def block_not_indented(trouble: Trouble) -> Finding | None:
    """Text that stands below `|` or `>`, and is not indented."""
    first = _first_line(trouble)
    above = None if first is None else trouble.line_above(first)
    if first is None or above is None:
        return None
    head = _BLOCK.fullmatch(trouble.line(above))
    if head is None or trouble.indent(first) > _column(trouble, above):
        return None
    message = f"the text of `{head['key']}` is not indented below the `{head['sign']}`"
    hint = f"indent each line of it {_STEP} spaces deeper than `{head['key']}`"
    start = trouble.line_start(first) + trouble.indent(first)
    fix = _indented(trouble, first, _column(trouble, above) + _STEP)
    return trouble.finding(start, trouble.line_end(first), message, hint, fix=fix)


def goes_on(trouble: Trouble) -> Finding | None:
    """Words that go on with the text above, and are not indented."""
    first = _first_line(trouble)
    above = None if first is None else trouble.line_above(first)
    if first is None or above is None:
        return None
    line, head = trouble.line(first), _WITH_TEXT.fullmatch(trouble.line(above))
    word, _, rest = line.strip().partition(" ")
    # Of `status ready` it is the colon that is missing.
    is_field = word in trouble.keys or " " not in rest
    if head is None or is_field or trouble.indent(first) > _column(trouble, above):
        return None
    message = f"`{shorten(line.strip())}` is neither a key nor a value here"
    hint = f"indent it, so that it goes on with the text of `{head['key']}`"
    if word.isidentifier():
        hint += f"; if `{word}` is a field, write `{word}:`"
    start = trouble.line_start(first) + trouble.indent(first)
    fix = _indented(trouble, first, _column(trouble, above) + _STEP)
    return trouble.finding(start, trouble.line_end(first), message, hint, fix=fix)


def _first_line(trouble: Trouble) -> int | None:
    """The line without a key that the parser stumbled over, if there is one."""
    if "expected ':'" in trouble.problem and trouble.context_at is not None:
        at = trouble.context_at
    elif "mapping values" in trouble.problem:
        above = trouble.line_above(trouble.at)
        if above is None or trouble.indent(above) != trouble.indent(trouble.at):
            return None
        at = above
    else:
        return None
    return None if ":" in trouble.line(at) or trouble.line(at).lstrip()[:1] in "-'\"" else at


def _column(trouble: Trouble, at: int) -> int:
    """How far the key of a line is from its margin."""
    line = trouble.line(at)
    return len(line) - len(line.lstrip(" -"))


def _indented(trouble: Trouble, first: int, column: int) -> Fix:
    """The lines of a text moved to a column: where it ends is a guess."""
    edits, at, keys = [], trouble.line_start(first), trouble.keys
    while at < trouble.end:
        line = trouble.line(at)
        match = _LINE.match(line)
        if not line.strip() or match is None or (at > first and _begins(match, keys)):
            break
        margin = len(match["margin"])
        edits.append(Edit(trouble.source.span(at, at + margin), " " * max(column, margin)))
        newline = trouble.source.text.find("\n", at)
        at = trouble.end if newline < 0 else newline + 1
    return Fix(tuple(edits), safe=False)


def _begins(match: re.Match[str], keys: frozenset[str]) -> bool:
    return bool(match["dash"]) or match["key"] in keys
