"""What a plain word means by the core schema of YAML 1.2.

Source: YAML 1.2.2, section 10.3.2, "Tag Resolution". `yes`, `no`, `on`,
`12:30`, `010` (ten, not eight) and `1_000` are therefore what they look like.
"""

from __future__ import annotations

import re
from typing import TypeAlias

Plain: TypeAlias = str | int | float | bool | None

_NULL = re.compile(r"~|null|Null|NULL|")
_BOOL = re.compile(r"true|True|TRUE|false|False|FALSE")
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITY = re.compile(r"[-+]?\.(?:inf|Inf|INF)")
_NOT_A_NUMBER = re.compile(r"\.(?:nan|NaN|NAN)")
_BASES = {"0o": 8, "0x": 16}
_STARTS = frozenset("~nNtTfF+-.0123456789")
LONGEST_NUMBER = 100


def resolve(text: str) -> Plain:
    """The value of a plain scalar; numbers of over 100 digits stay text."""
    if text and text[0] not in _STARTS:
        return text
    if _NULL.fullmatch(text):
        return None
    if _BOOL.fullmatch(text):
        return text[0] in "tT"
    if len(text) > LONGEST_NUMBER:
        return text
    return _number(text)


def is_too_long(text: str) -> bool:
    """Whether a plain scalar is a number with more digits than are read."""
    return len(text) > LONGEST_NUMBER and bool(_INT.fullmatch(text) or _FLOAT.fullmatch(text))


def _number(text: str) -> str | int | float:
    if _INT.fullmatch(text):
        base = _BASES.get(text[:2])
        return int(text[2:], base) if base else int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _INFINITY.fullmatch(text):
        return float(text.replace(".", "").lower())
    return float("nan") if _NOT_A_NUMBER.fullmatch(text) else text
