"""What an id looks like, and what is wrong with one that does not."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, did_you_mean
from pmdocs.model.wrong import said

if TYPE_CHECKING:
    from pmdocs.model.item import Item, Part
    from pmdocs.model.registry import Kinds
    from pmdocs.text import Span

_ID = re.compile(r"[A-Z][A-Z0-9]{0,15}-[0-9]{1,9}")
_WRITTEN = re.compile(
    r"""^[ ]*(?:-[ ]+)?\{?[ ]*id:[ ]*["']?([A-Z][A-Z0-9]*-[0-9]+)""", re.MULTILINE
)
# Letters of other scripts that look like Latin capitals.
_LATIN = str.maketrans("АВСЕНІЈКМОРЅТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABCEHIJKMOPSTXYABEZHIKMNOPTYX")


def ids_written(text: str) -> list[re.Match[str]]:
    """Where a text that is no YAML seems to give an item its id; group 1 is the id."""
    return list(_WRITTEN.finditer(text))


def is_id(text: str) -> bool:
    """Whether a text has the form of an item's id, of whatever kind."""
    return _ID.fullmatch(text) is not None


def number_of(id: str) -> int:
    """The number of an item's id: 12 in `US-12`."""
    number = id.rpartition("-")[2]
    return int(number) if number.isdecimal() else 0


def plain_id(text: str) -> str:
    """The id that somebody most likely meant: Latin capitals, no hidden characters."""
    folded = unicodedata.normalize("NFKC", text)
    digits = (str(unicodedata.decimal(c, c)) for c in folded)
    visible = "".join(c for c in digits if unicodedata.category(c) != "Cf")
    return visible.strip().upper().translate(_LATIN).replace("_", "-").replace(" ", "-")


def check_id(text: str, span: Span, kinds: Kinds) -> Finding | None:
    """What is wrong with the id of an item, if anything is."""
    meant = plain_id(text)
    if _ID.fullmatch(text):
        return None if kinds.of_id(text) else _unknown_kind(text, span, kinds)
    hint = "write the prefix of a kind, a hyphen and a number, such as `US-12`"
    if meant != text and _ID.fullmatch(meant) and kinds.of_id(meant):
        hint = f"write `{meant}`"
    return Finding(span, _what_is_wrong(text, meant), hint, code="PM106")


def check_part_id(part: Part, item: Item, span: Span) -> Finding | None:
    """What is wrong with the id of a part, if anything is."""
    local = part.id.removeprefix(f"{item.id}.")
    wanted = " or ".join(f"`{prefix}-1`" for prefix in part.prefixes)
    prefix, _, number = local.partition("-")
    if prefix in part.prefixes and number.isascii() and number.isdigit() and len(number) < 10:  # noqa: PLR2004
        return None
    message = f"{said(part.id)} is not an id of a {part.kind}"
    return Finding(span, message, f"write {wanted}", code="PM106", item=item.id)


def local_id(part: Part, item: Item) -> str:
    """The part's half of its id: `AC-3`, even where `US-12.AC-3` was written."""
    return part.id.removeprefix(f"{item.id}.")


def _what_is_wrong(text: str, meant: str) -> str:
    if not text.isascii() and _ID.fullmatch(meant):
        names = ", ".join(unicodedata.name(c, hex(ord(c))).lower() for c in text if not c.isascii())
        return f"the id {said(text)} only looks like `{meant}`: it holds {names}"
    if any(sign in text for sign in "/\\") or text.startswith("."):
        return f"the id {said(text)} is a path"
    return f"{said(text)} is not an id"


def _unknown_kind(text: str, span: Span, kinds: Kinds) -> Finding:
    prefix, _, number = text.partition("-")
    close = did_you_mean(prefix, kinds.by_prefix)
    hint = (
        close.replace("`?", f"-{number}`?")
        if close
        else (
            f"ids begin with {', '.join(f'`{p}-`' for p in kinds.by_prefix)};"
            " a kind of your own is written under `kinds:` in mkdocs.yml"
        )
    )
    return Finding(span, f"no kind has ids that begin with `{prefix}-`", hint, code="PM107")
