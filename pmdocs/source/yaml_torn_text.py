"""A text in `{text: …}` that YAML takes apart, since it holds a sign that needs quotes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from pmdocs.source.yaml_trouble import in_quotes, whole_in_quotes

if TYPE_CHECKING:
    from pmdocs.diagnostics import Finding
    from pmdocs.source.yaml_trouble import Trouble

_RECORD = re.compile(r"[ ]*+(?:-[ ]++)*+(?:[\w-]++:[ ]++)?(?P<open>\{)(?P<inner>[^\r\n]*)\}")
_PARTS = re.compile(r",[ ]++(?=[A-Za-z_]\w*:[ ])")
_PART = re.compile(r"[ ]*(?P<key>[A-Za-z_]\w*):[ ]+(?P<value>\S.*?)[ ]*")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LONGEST = 2_000


def torn_text(trouble: Trouble) -> Finding | None:
    """The value of a record on one line that needs quotes, if it is the only one."""
    for at in _lines_in_question(trouble):
        line, start = trouble.line(at), trouble.line_start(at)
        record = _RECORD.fullmatch(line) if len(line) <= _LONGEST else None
        if record is None:
            continue
        torn = [part for part in _parts(record) if _needs_quotes(part[0]["value"])]
        if len(torn) == 1:
            return _finding(trouble, start, *torn[0])
    return None


def _lines_in_question(trouble: Trouble) -> list[int]:
    """The line where the parser gave up, that of the bracket, and the one above."""
    places = (trouble.at, trouble.context_at, trouble.bracket, trouble.line_above(trouble.at))
    starts = [trouble.line_start(at) for at in places if at is not None]
    return list(dict.fromkeys(starts))


def _parts(record: re.Match[str]) -> list[tuple[re.Match[str], int]]:
    """The names with their values, each with the place in the line where it begins."""
    inner, base, found, done = record["inner"], record.start("inner"), [], 0
    for end, following in [*(m.span() for m in _PARTS.finditer(inner)), (len(inner), 0)]:
        if match := _PART.fullmatch(inner[done:end]):
            found.append((match, base + done))
        done = following
    return found


def _needs_quotes(value: str) -> bool:
    # A double quote that is not closed is told as that.
    if value[0] in "[{" or (value[0] == '"' and value.count('"') == 1):
        return False
    try:
        # What a comma has torn can be read, and is told by whoever knows the names.
        list(yaml.parse(f"{{k: {value}}}", Loader=_LOADER))
    except yaml.YAMLError:
        return True
    return False


def _finding(trouble: Trouble, start: int, part: re.Match[str], base: int) -> Finding:
    key, value = part["key"], part["value"]
    first = start + base + part.start("value")
    message = f"the text of `{key}` holds a sign that means something in YAML"
    if ": " in value or value.endswith(":"):
        message = "a `: ` inside an unquoted value"
    elif value.startswith("#") or " #" in value:
        message = "a ` #` inside an unquoted value begins a note, and the rest is not read"
    elif value[0] in "\"'":
        message = f"the text of `{key}` begins with a quote, and goes on behind it"
    hint = f"put the value in quotes: `{key}: {in_quotes(value)}`"
    # Where the text holds a colon, what looks like the next name may be a part of it.
    names = re.findall(r",[ ]+([A-Za-z_]\w*):[ ]", trouble.line(start)[base + part.end() :])
    safe = ": " not in value or all(trouble.source.text.count(f"{name}:") > 1 for name in names)
    end = first + len(value)
    fix = trouble.instead(first, end, whole_in_quotes(value), safe=safe)
    return trouble.finding(first, end, message, hint, fix=fix)
