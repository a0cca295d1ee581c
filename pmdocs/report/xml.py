"""XML that every reader accepts, whatever a stranger wrote into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.report.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# What XML 1.0, section 2.2, has no way to write. `visible` replaces the others.
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_CODES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;"}
_SIGNS = re.compile("[" + "".join(_CODES) + "]")


def document(root: str) -> str:
    """A whole document with one element in it. All is ASCII."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}'


def element(name: str, facts: Mapping[str, object], inside: Iterable[str] = ()) -> str:
    """An element with attributes, and with elements or escaped text inside."""
    attributes = "".join(f' {key}="{escaped(str(value))}"' for key, value in facts.items())
    body = "".join(inside)
    return f"<{name}{attributes}>{body}</{name}>" if body else f"<{name}{attributes}/>"


def lines(elements: Iterable[str]) -> str:
    """Elements each on a line of its own."""
    return "".join(f"\n{each}" for each in elements) + "\n"


def escaped(text: str) -> str:
    """Text that means itself, within an element or an attribute."""
    shown = _NOT_IN_XML.sub("\ufffd", visible(text))
    coded = _SIGNS.sub(lambda sign: _CODES[sign[0]], shown)
    return coded.encode("ascii", "xmlcharrefreplace").decode()
