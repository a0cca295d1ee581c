"""Words of a stranger in Markdown that GitHub or GitLab shows."""

from __future__ import annotations

import re

from pmdocs.report.words import line

_CODE = re.compile(r"`([^`]+)`")
# Signs that begin something in Markdown, in HTML or in a table.
_SIGNS = re.compile(r"[\\`*_{}\[\]<>()#+!|~&:$\"'/=-]")
# A mention works on what is shown, so that a code for the sign would not stop it.
_MENTION = re.compile("@")


def cell(words: str) -> str:
    """Words as they are, on one line, with code where they stand in backticks.

    Nothing in them becomes a link, a mention, HTML, or the end of a table's cell.
    """
    pieces = _CODE.split(line(words))
    # Every second piece stood in backticks. In code nobody looks for mentions.
    return "".join(
        f"<code>{_signs(piece)}</code>" if at % 2 else _MENTION.sub("@&#8203;", _signs(piece))
        for at, piece in enumerate(pieces)
    )


def _signs(text: str) -> str:
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", text)
