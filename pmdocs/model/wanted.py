"""What a field wants, in words for a hint: what to write where it is empty or wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.model.amounts import HOURS_A_DAY, read_effort
from pmdocs.model.docs import about_fields
from pmdocs.model.fields import fields_of, record_at
from pmdocs.model.wrong import Meant, either
from pmdocs.source.node import Mapping

if TYPE_CHECKING:
    from pydantic import BaseModel

    from pmdocs.model.fields import Field
    from pmdocs.source.node import Node, Scalar

_BARE = {"named values", "`true` or `false`", "money", "effort"}
_PLAIN = {
    "words": "a short text",
    "Markdown": "a text",
    "list of words": "a list of short texts",
    "list of Markdown": "a list of texts",
}
_EFFORT = re.compile(
    r"([0-9]+(?:[.,][0-9]+)?)\s*([hdwm])(?:(?<=h)rs?|(?<=h)ours?|(?<=d)ays?|(?<=w)ks?|(?<=w)eeks?|(?<=m)onths?)?",
    re.IGNORECASE,
)
_SCALE = re.compile(r"From (\d+ \(.+\) to \d+ \(.+\))\.")


def wanted(field: Field | None) -> str:
    """What to write into a field: `a text`, ``one of `now`, `next` or `later` ``."""
    if field is None:
        return "a value"
    if field.choices:
        one = f"one of {either(field.choices)}"
        return f"a list, each {one}" if field.many else one
    return article(_PLAIN.get(field.words, field.words))


def empty_or_missing(
    field: Field | None, name: str, record: Node, *, is_whole: bool
) -> tuple[str, str]:
    """The message and the hint for a field that must be there; `is_whole` of the item itself.

    On a page, what is Markdown or a list of parts is a section.
    """
    key = record.keys.get(name) if isinstance(record, Mapping) else None
    if key is not None and field is not None and _is_heading(key):
        return f"the section `{field.label}` is empty", f"write {_below(field)} below its heading"
    if key is not None:
        return f"`{name}` has no value", f"write `{name}:` with {wanted(field)}"
    is_page = is_whole and record.source.path.endswith(".md")
    if is_page and field is not None and (field.rich or field.part):
        hint = f"add the section `## {field.label}`, and {_below(field)} below it"
        return f"`{name}` is missing", hint
    return f"`{name}` is missing", f"add `{name}:` with {wanted(field)}"


def _is_heading(key: Scalar) -> bool:
    """Whether a key is the heading of a section, and no name before a colon."""
    is_page = key.source.path.endswith(".md")
    return is_page and not key.source.text[key.end :].lstrip(" \t").startswith(":")


def _below(field: Field) -> str:
    if not field.many:
        return "a text"
    example = f"- **{field.part.prefixes[0]}-1** …" if field.part else "- …"
    return f"a list (`{example}`)"


def article(words: str) -> str:
    """Words with `a` or `an` in front, where they can have one."""
    if words in _BARE or words.startswith(("one of", "a ")):
        return words
    return f"an {words}" if words[0] in "aei" else f"a {words}"


def number_hint(
    model: type[BaseModel], steps: tuple[str | int, ...], value: object
) -> tuple[str, Meant | None] | None:
    """How to write a number in this very field: on its scale, or in hours.

    None where the field has neither.
    """
    name = next((str(step) for step in reversed(steps) if isinstance(step, str)), "")
    owner = record_at(model, steps[: steps.index(name)] if name in steps else ()) or model
    field = fields_of(owner).get(name)
    told = about_fields(owner).get(field.name, "") if field else ""
    if scale := _SCALE.fullmatch(told):
        return f"write a number from {scale[1]}", None
    if told.startswith("Hours") and (hours := _hours(value)):
        return hours
    return None


def _hours(value: object) -> tuple[str, Meant | None] | None:
    """Hours for `5d` or `6 hours`, of which this field takes the number alone."""
    match = _EFFORT.fullmatch(str(value).strip())
    if match is None:
        return None
    effort = read_effort(f"{match[1].replace(',', '.')}{match[2].lower()}")
    number = f"{effort.hours:g}"
    if match[2] in "hH":
        return f"write the hours alone: `{number}`", Meant(number)
    days = f"`{number}` where a day has {HOURS_A_DAY}"
    return f"write the hours, without a unit: {days}", Meant(number, safe=False)
