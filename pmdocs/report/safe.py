"""Text of a stranger on our terminal."""

from __future__ import annotations

import re

# Control characters could move the cursor or colour the screen; marks of
# direction could show a line in another order than it is read.
_HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """The text with what cannot be seen shown as the sign for it."""
    return _HIDDEN.sub("\ufffd", text)


def encodable(text: str) -> str:
    """The text with a question mark for each half of a sign, which UTF-8 cannot write."""
    return text.encode("utf-8", "replace").decode()
