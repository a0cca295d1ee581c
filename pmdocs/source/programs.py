"""Ids in the text of programs, where names cannot hold a hyphen: `test_US_12_AC_3`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.source.occurrences import Manner, Occurrence, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.text import Source


def in_program(source: Source, id: str) -> Iterator[Occurrence]:
    """Each place in the text of a program that names an id, in their order.

    As it is (`US-12.AC-3`) or in the spelling of names (`US_12_AC_3`). In small
    letters it is a mention only with a part, since `us_12` alone may mean anything.
    """
    name = re.escape(as_name(id))
    spelling = rf"(?<![^\W_])(?:{name}|(?P<small>{name.lower()}))(?P<part>_[a-z]{{1,5}}_[0-9]+)?"
    names = (_named(match, id) for match in re.finditer(spelling + r"(?![^\W_])", source.text))
    yield from sorted((*occurrences(source, id), *names), key=lambda one: one.start)


def _named(match: re.Match[str], id: str) -> Occurrence:
    span = match.start(), match.start() + len(id)
    is_meant = match["small"] is None or match["part"] is not None or "." in id
    return Occurrence(*span, Manner.MENTION if is_meant else Manner.ADDRESS, span)


def as_name(id: str) -> str:
    """An id in the spelling of names."""
    return id.replace("-", "_").replace(".", "_")


def spelled(written: str, old: str, new: str) -> str:
    """The new id in the spelling in which the old one was written."""
    if written == old:
        return new
    return as_name(new) if written == as_name(old) else as_name(new).lower()
