"""Signs of a word processor, or of another keyboard, where YAML wants its own.

A bullet or a long dash stands for `-`, an equals sign or a wide colon for `:`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.source.yaml_trouble import shorten

if TYPE_CHECKING:
    from pmdocs.diagnostics import Finding
    from pmdocs.source.yaml_trouble import Trouble

_BULLET = re.compile(
    r"[ ]*+(?P<sign>[‐-―−•‣·▪◦●∙*+])(?P<gap>\s*+)(?P<rest>[A-Za-z_][\w-]*+:(?:\s.*)?)"
)
_GLUED_DASH = re.compile(r"[ ]*+(?P<sign>-)(?P<gap>)(?P<rest>[A-Za-z_][\w-]*+:(?:[ ].*)?)")
_NO_COLON = re.compile(
    r"[ ]*+(?:-[ ]++)?+(?P<key>[A-Za-z_][\w-]*+)(?P<sign>\s*+[=：﹕∶]\s*+)(?P<value>[^\s=].*)"
)
_ONE_VALUE = re.compile(r"\S+(?:\s+\S+)?")


def bullet(trouble: Trouble) -> Finding | None:
    """Another sign than `- `, with a key behind it, at the beginning of an item."""
    for at in _lines_in_question(trouble):
        line = trouble.line(at)
        match = _BULLET.fullmatch(line) or _GLUED_DASH.fullmatch(line)
        if match is None:
            continue
        start, end = (trouble.line_start(at) + place for place in match.span("sign"))
        gap = match["gap"].replace("\t", "  ")
        message = f"`{match['sign']}` does not begin an item of a list, `- ` does"
        if match["sign"] == "-":
            message = "a space is missing after `-`"
        # The lines below keep standing under the first letter.
        fix = trouble.instead(start, end + len(match["gap"]), "-" + (" " * len(gap) or " "))
        hint = f"write `- {shorten(match['rest'])}`"
        return trouble.finding(start, end, message, hint, fix=fix)
    return None


def other_colon(trouble: Trouble) -> Finding | None:
    """A key with `=` or a wide colon behind it."""
    if trouble.context_at is None and "mapping values" not in trouble.problem:
        return None
    for at in _lines_in_question(trouble):
        match = _NO_COLON.fullmatch(trouble.line(at))
        if match is None:
            continue
        start = trouble.line_start(at)
        sign, key, value = match["sign"].strip(), match["key"], match["value"]
        safe = sign != "=" or key in trouble.keys or bool(_ONE_VALUE.fullmatch(value))
        place = start + match.start("sign"), start + match.end("sign")
        message = f"`{sign}` stands where a colon should be"
        fix = trouble.instead(*place, ": ", safe=safe)
        place_of_sign = trouble.source.text.index(sign, place[0])
        return trouble.finding(
            place_of_sign, place_of_sign + 1, message, f"write `{key}: {shorten(value)}`", fix=fix
        )
    return None


def _lines_in_question(trouble: Trouble) -> list[int]:
    """The line where the parser gave up, where it began to wonder, and what that hangs below."""
    found = [trouble.at]
    if trouble.context_at is not None and "key" in trouble.context:
        found.insert(0, trouble.context_at)
    above = trouble.line_above(trouble.at)
    if above is not None and trouble.indent(above) < trouble.indent(trouble.at):
        found.append(above)
    return found
