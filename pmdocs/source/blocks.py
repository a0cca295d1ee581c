"""Fenced blocks for pmdocs in Markdown: ` ```pmdocs timeline `, with options as YAML inside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.source.prose import fences

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING = re.compile(
    r"[ ]{0,3}+(?:`{3,}+|~{3,}+)[ \t]*+(?P<name>pmdocs)(?![\w-])[ \t]*+(?P<view>[^\r\n`]*+)"
)
_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Fence:
    """One block; all places are offsets into the text.

    `view` is what stands behind `pmdocs`, from `view_start` on. The options stand from
    `body_start` to `body_end`, the whole block from `start` to `end`.
    """

    view: str
    view_start: int
    start: int
    end: int
    body_start: int
    body_end: int


def blocks(text: str, start: int = 0) -> Iterator[Fence]:
    """The blocks for pmdocs in a Markdown text, from an offset on.

    One that is shown as an example, inside a longer fence or indented by four
    columns, is none.
    """
    if "pmdocs" not in text:
        return
    for begin, end in fences(text, start, len(text)):
        opening = _OPENING.match(text, begin, end)
        if opening is None:
            continue
        after = _LINE_END.search(text, opening.end(), end)
        body = after.end() if after else end
        last = max(text.rfind("\n", body, end), text.rfind("\r", body, end)) + 1
        view = opening["view"].rstrip()
        at = opening.start("view") if view else opening.start("name")
        yield Fence(view, at, begin, end, body, max(last, body))
