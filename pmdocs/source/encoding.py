"""Characters that no file may hold, and bytes that are no text."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

from pmdocs.diagnostics import Finding
from pmdocs.text import Position, Source, Span

_HINT = "save the file as UTF-8"
_HOW = "save the file as UTF-8: editors ask for this encoding where they save under a name"
# What most files are saved with that are not UTF-8.
_OTHERWISE = "cp1252"
# What YAML 1.2.2 calls not printable, section 5.1: control characters but tab
# and the line breaks, halves of surrogate pairs, and two that are nothing.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MANY = 4


def forbidden_at(text: str, start: int = 0) -> int | None:
    """Where the first character that is no text is, if there is one."""
    match = _FORBIDDEN.search(text, start)
    return match.start() if match else None


def encoding_finding(source: Source, start: int = 0) -> Finding:
    """The finding for the first character from `start` on that is no text."""
    at = forbidden_at(source.text, start)
    at = start if at is None else at
    name = _name(source.text[at : at + 1])
    message = f"{name} stands where text should be"
    hint = f"remove it, and {_HINT}"
    return Finding(source.span(at, at + 1), message, hint, code="PM003")


def decode(path: str, data: bytes) -> Source | Finding:
    """The text in the bytes of a file, without its byte order mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_wide(data):
        return _at_start(path, "the file is saved as UTF-16, not as UTF-8")
    data = data.removeprefix(BOM_UTF8)
    try:
        source = Source(path, data.decode())
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error.start)
    return source if forbidden_at(source.text) is None else encoding_finding(source)


def _looks_wide(data: bytes) -> bool:
    # Every second byte of mostly Latin text in UTF-16 is a NUL.
    head = data[:400]
    return min(len(head), 400) > _MANY and head.count(0) * _MANY > len(head)


def _at_start(path: str, message: str) -> Finding:
    return Finding(Span(path, Position(1, 1), Position(1, 1)), message, _HINT, code="PM003")


def _not_utf8(path: str, data: bytes, at: int) -> Finding:
    # What stands before the byte is good UTF-8, and gives the line and column.
    source = Source(path, data[:at].decode() + "\ufffd")
    end = len(source.text)
    sign = data[at : at + 1].decode(_OTHERWISE, "replace")
    what = f"a sign, perhaps `{sign}`," if sign.isalpha() else "a sign"
    message = f"{what} is not saved as UTF-8"
    return Finding(source.span(end - 1, end), message, _HOW, code="PM003")


def _name(character: str) -> str:
    if character == "\x00":
        return "a NUL character"
    return f"the control character U+{ord(character):04X}" if character else "something"
