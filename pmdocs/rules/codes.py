"""What a rule that does not come with pmdocs may be called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_CODE = re.compile(r"(?!PM-?[0-9])[A-Z][A-Z0-9]{0,19}-?[0-9]{1,6}")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def wrong_code(code: str, taken: Collection[str]) -> tuple[str, str] | None:
    """What is wrong with a code and what to write; `taken` are codes in small letters."""
    if not _CODE.fullmatch(code):
        hint = "write capital letters of your own and a number, such as `ACME-1`"
        if code.upper().startswith("PM"):
            hint = "codes with `PM` come with pmdocs: choose letters of your own, as in `ACME-1`"
        return f"`{code}` cannot be the code of a rule", hint
    if code.lower() in taken:
        return f"there is a rule `{code}` already", "write a number that is free"
    return None


def wrong_name(name: str, taken: Collection[str]) -> tuple[str, str] | None:
    """What is wrong with a name and what to write."""
    if not _NAME.fullmatch(name):
        hint = "write small letters with hyphens, such as `story-without-points`"
        return f"`{name}` cannot be the name of a rule", hint
    if name in taken:
        return f"there is a rule `{name}` already", "choose another"
    return None
