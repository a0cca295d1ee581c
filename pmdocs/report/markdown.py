"""Words of a stranger in Markdown that GitHub or GitLab shows."""

from __future__ import annotations

import re

from pmdocs.report.words import line

_CODE = re.compile(r"`([^`]+)`")
# Signs that begin something in Markdown, in HTML or in a table.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>()#+!|~&:$\"'/=-]")
# A mention works on what is shown, so that a code for the sign would not stop it.
# What a service makes a link of, or a call to somebody, after Markdown was read: `@name`,
# `#12`, `!12`, `GH-12`, an address, the id of a commit. In code nobody looks for these.
_CALL = re.compile(
    r"@|(?:&#(?:33|35|36|38|126);|%|\bGH&#45;)(?=\w)|\bwww(?=\.)|&#58;(?=&#47;&#47;)"
    r"|\b(?=[a-f]*\d)[0-9a-f]{7,40}\b",
    re.IGNORECASE,
)
_BREAK = "&#8203;"
_SHORTEST_COMMIT = 7


def cell(words: str) -> str:
    """Words as they are, on one line, with code where they stand in backticks.

    Nothing in them becomes a link, a mention, HTML, or the end of a table's cell.
    """
    pieces = _CODE.split(line(words))
    # Every second piece stood in backticks.
    return "".join(
        f"<code>{_signs(piece)}</code>" if at % 2 else _CALL.sub(_broken, _signs(piece))
        for at, piece in enumerate(pieces)
    )


def _broken(call: re.Match[str]) -> str:
    text = call[0]
    if len(text) < _SHORTEST_COMMIT or "&" in text:
        return text + _BREAK
    return _BREAK.join(text[at : at + 5] for at in range(0, len(text), 5))


def _signs(text: str) -> str:
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", text)
