"""The plain values that fields hold: words, Markdown, numbers, addresses."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Field, WithJsonSchema

from pmdocs.model.wrong import Meant, said, wrong
from pmdocs.source.scalars import resolve

LONGEST_LINE = 300
LONGEST_TEXT = 20_000

_SAFE_URL = re.compile(
    r"(?:https?://[^\s/]|mailto:\S|(?!www\.)(?![\w+.-]+:)(?![/\\]{2})\S)\S*", re.IGNORECASE
)
_BARE_SITE = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_NOT_A_FOLDER = re.compile(r"[\\%\x00-\x1f]|^[A-Za-z]:|^~")
_DECIMAL_COMMA = re.compile(r"[-+]?[0-9]+,[0-9]+")
# `12,500` may be twelve thousand five hundred, or twelve and a half.
_UNCLEAR_COMMA = re.compile(r"[-+]?[1-9][0-9]{0,2},[0-9]{3}")
_NUMBER_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_FLAGS = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
URL_HINT = "write an address that starts with `https://`, or a path in this site"
_QUOTE = "put quotes around a text that holds `: ` or begins with a sign"
STRING: dict[str, Any] = {"type": "string", "minLength": 1}


@dataclass(frozen=True, slots=True)
class Rich:
    """Marks a text that is Markdown."""


@dataclass(frozen=True, slots=True)
class Address:
    """Marks the address of a page, here or elsewhere."""


def read_line(value: object) -> str:
    """Read words that stand on one line, at most 300 characters."""
    text = _text(value)
    if len(text) > LONGEST_LINE:
        raise wrong("too_long", f"this has {len(text):,} characters, {LONGEST_LINE} is the most")
    return " ".join(text.split())


def read_text(value: object) -> str:
    """Read Markdown, at most 20,000 characters: ten printed pages."""
    text = _text(value)
    if len(text) > LONGEST_TEXT:
        hint = "move the long part to a Markdown page of its own"
        message = f"this has {len(text):,} characters, {LONGEST_TEXT:,} is the most"
        raise wrong("too_long", message, hint)
    return text


def read_number(value: object) -> float:
    """Read a finite number as YAML 1.2 spells it."""
    number = resolve(value) if isinstance(value, str) else value
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise wrong("number", f"expected a number, not {said(value)}", *_as_number(str(value)))
    if not math.isfinite(number):
        raise wrong("number", f"{said(value)} is not a number to count with", "write digits alone")
    return number


def _as_number(text: str) -> tuple[str, Meant | None]:
    """How to write a number that is not written as one."""
    point = text.strip().replace(",", ".")
    if _UNCLEAR_COMMA.fullmatch(text.strip()):
        return f"write `{point.replace('.', '')}`, or with a point `{point}`", None
    if _DECIMAL_COMMA.fullmatch(text.strip()):
        return f"write a point: `{point}`", Meant(point)
    if text.strip().lower() in _NUMBER_WORDS:
        digits = str(_NUMBER_WORDS.index(text.strip().lower()))
        return f"write `{digits}`", Meant(digits)
    return "write digits alone", None


def read_whole(value: object) -> int:
    """Read a whole number."""
    number = read_number(value)
    if number != int(number):
        raise wrong("number", f"expected a whole number, not {said(value)}")
    return int(number)


def read_flag(value: object) -> bool:
    """Read `true` or `false`."""
    flag = resolve(value) if isinstance(value, str) else value
    if not isinstance(flag, bool):
        word = _FLAGS.get(str(value).strip().lower(), str(value).strip().lower())
        meant = Meant(word) if word in {"true", "false"} else None
        hint = f"write `{word}`" if meant else ""
        raise wrong("flag", f"expected `true` or `false`, not {said(value)}", hint, meant)
    return flag


def read_url(value: object) -> str:
    """Read an address that is safe to publish: http, https, mailto or a path in the site."""
    text = _text(value)
    if _BARE_SITE.fullmatch(text):
        meant = Meant(f"https://{text}", safe=False)
        message = f"{said(text)} is an address without its beginning, and is taken for a page here"
        raise wrong("url", message, f"write `{meant.text}`", meant)
    if not _SAFE_URL.fullmatch(text) or _CONTROL.search(text):
        raise wrong("url", f"{said(text)} is not an address that is safe to publish", URL_HINT)
    return text


def is_inside(path: str) -> bool:
    """Whether a path, as it is written, stays inside the project."""
    return not (path.startswith("/") or _NOT_A_FOLDER.search(path) or ".." in path.split("/"))


def read_folder(value: object) -> str:
    """Read the path of a folder inside the project, with `/` on every system."""
    text = _text(value)
    if not is_inside(text):
        hint = "write a path below the folder of mkdocs.yml, with `/` between names"
        raise wrong("text", f"{said(text)} is not a folder inside this project", hint)
    return text.removeprefix("./").rstrip("/")


def _text(value: object) -> str:
    if not isinstance(value, str):
        hint = "write one text, without brackets or `- `" if isinstance(value, list) else _QUOTE
        raise wrong("text", f"expected text here, not {said(value)}", hint)
    if not value.strip():
        raise wrong("text", "this text is empty", "write something, or remove the field")
    return value.strip()


Line: TypeAlias = Annotated[
    str, BeforeValidator(read_line), WithJsonSchema({**STRING, "maxLength": LONGEST_LINE})
]
Text: TypeAlias = Annotated[
    str, BeforeValidator(read_text), Rich(), WithJsonSchema({**STRING, "maxLength": LONGEST_TEXT})
]
Url: TypeAlias = Annotated[
    str,
    BeforeValidator(read_url),
    Address(),
    WithJsonSchema({**STRING, "format": "uri-reference"}),
]
Folder: TypeAlias = Annotated[str, BeforeValidator(read_folder), WithJsonSchema(STRING)]
Number: TypeAlias = Annotated[
    float, BeforeValidator(read_number), WithJsonSchema({"type": "number"})
]
Whole: TypeAlias = Annotated[int, BeforeValidator(read_whole), WithJsonSchema({"type": "integer"})]
Flag: TypeAlias = Annotated[bool, BeforeValidator(read_flag), WithJsonSchema({"type": "boolean"})]
Score: TypeAlias = Annotated[float, Field(ge=0), BeforeValidator(read_number)]
