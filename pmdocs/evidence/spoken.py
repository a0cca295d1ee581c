"""The ids that a test names on purpose: in a property, in a tag."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.model.ids import plain_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_ID = re.compile(r"[A-Z][A-Z0-9]{0,15}-[0-9]{1,9}(?:\.[A-Z]{1,8}-[0-9]{1,9})?")
_LOCAL = re.compile(r"[A-Z]{1,8}-[0-9]{1,9}")
_BETWEEN = re.compile(r"[\s,;]+")
# `US-12-AC-3`, `US-12:AC-3` and the like.
_LOOSE = re.compile(r"([A-Z]+-[0-9]+)[^A-Z0-9]*([A-Z]+-[0-9]+)")
_LONGEST, _MOST = 80, 200
USUAL_HINT = "write it as `US-12.AC-3`"


def is_full_id(text: str) -> bool:
    """Whether a text has the form of an id of an item, or of a part."""
    return _ID.fullmatch(text) is not None


def ids_of_value(value: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids in the value of a property, and the words in it that are none.

    Several stand behind each other, with commas, semicolons or spaces between them.
    """
    found = [word[:_LONGEST] for word in _BETWEEN.split(value) if word][:_MOST]
    ids = dict.fromkeys(word for word in found if is_full_id(word))
    return tuple(ids), tuple(word for word in found if word not in ids)


def ids_of_tags(
    tags: Iterable[str], prefixes: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids among the tags of a scenario, and the tags that nearly are one.

    A tag `@AC-3` belongs to the story of a tag `@US-12`, if there is one such tag.
    A tag is no id unless it begins with one of the project's own prefixes.
    """
    plain = dict.fromkeys(tag.removeprefix("@")[:_LONGEST] for tag in tags)
    own = [tag for tag in plain if tag.partition("-")[0] in prefixes]
    ids = [tag for tag in own if is_full_id(tag)]
    owners = [id for id in ids if "." not in id]
    local = [tag for tag in plain if tag not in own and _LOCAL.fullmatch(tag)]
    if len(owners) == 1:
        ids += [f"{owners[0]}.{tag}" for tag in local if tag.startswith("AC-")]
    wrong = [tag for tag in own if tag not in ids and _LOOSE.match(tag)]
    return tuple(dict.fromkeys(ids)), tuple(wrong)


def hint_for(wrong: str) -> str:
    """What to write instead of words that are no id."""
    loose = _LOOSE.fullmatch(plain_id(wrong.strip("[]@\"'`")))
    meant = f"{loose[1]}.{loose[2]}" if loose else plain_id(wrong.strip("[]@\"'`"))
    return f"write `{meant}`" if is_full_id(meant) else USUAL_HINT
