"""What an id looks like, and what is wrong with one that does not."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, closest
from pmdocs.model import mending
from pmdocs.model.wrong import Meant, either, said

if TYPE_CHECKING:
    from pmdocs.model.item import Item, Part
    from pmdocs.model.registry import Kinds
    from pmdocs.source.node import Node, Scalar

_ID = re.compile(r"[A-Z][A-Z0-9]{0,15}-[0-9]{1,9}")
_ANY_ID = re.compile(rf"{_ID.pattern}(?:\.[A-Z]+-[0-9]{{1,9}})?")
_WRITTEN = re.compile(
    r"""^[ ]*(?:-[ ]+)?\{?[ ]*id:[ ]*["']?([A-Z][A-Z0-9]*-[0-9]+)""", re.MULTILINE
)
_NO_HYPHEN = re.compile(r"(?<![A-Z0-9-])([A-Z]+)([0-9]+)(?![A-Z0-9-])")
# Letters of other scripts that look like Latin capitals.
_LATIN = str.maketrans("АВСЕНІЈКМОРЅТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABCEHIJKMOPSTXYABEZHIKMNOPTYX")


# Dashes that editors write for a hyphen, and the quotes that they make curly.
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−﹘﹣－", "-"))
_QUOTES = "“”„‟‘’‚‛«»‹›\"'"


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
    folded = visible.translate(_DASHES).strip().strip(_QUOTES).strip().upper().translate(_LATIN)
    folded = folded.replace("_", "-").replace(" ", "-")
    return _NO_HYPHEN.sub(r"\1-\2", folded)


def looks_like_id(text: str) -> str | None:
    """The id that words look like to a reader, where only its letters or dashes are others.

    None for ids as they should be, and for anything else.
    """
    if text.isascii():
        return None
    meant = plain_id(text)
    is_same = len(meant) == len(text) and " " not in text and "_" not in text
    return meant if is_same and _ANY_ID.fullmatch(meant) and text.upper() == text else None


def check_id(id: Scalar, kinds: Kinds) -> Finding | None:
    """What is wrong with the id of an item, if anything is."""
    text, meant = id.text, plain_id(id.text)
    if _ID.fullmatch(text):
        return None if kinds.of_id(text) else _unknown_kind(id, kinds)
    hint, fix = "write capital letters, a hyphen and a number, such as `US-12`", None
    if meant != text and _ID.fullmatch(meant) and kinds.of_id(meant):
        hint, fix = f"write `{meant}`", mending.instead(id, Meant(meant))
    return Finding(id.span, _what_is_wrong(text, meant), hint, code="PM106", fix=fix)


def check_part_id(part: Part, item: Item, node: Node) -> Finding | None:
    """What is wrong with the id of a part, if anything is; `node` is where it stands."""
    local = part.id.removeprefix(f"{item.id}.")
    if _is_part_id(local, part):
        return None
    meant = plain_id(part.id).removeprefix(f"{item.id}.")
    hint = f"write an id such as {either(f'{prefix}-1' for prefix in part.prefixes)}"
    fix = None
    if _is_part_id(meant, part):
        hint, fix = f"write `{meant}`", mending.instead(node, Meant(meant))
    message = f"{said(part.id)} is not an id of a {part.kind}"
    return Finding(node.span, message, hint, code="PM106", item=item.id, fix=fix)


def local_id(part: Part, item: Item) -> str:
    """The part's half of its id: `AC-3`, even where `US-12.AC-3` was written."""
    return part.id.removeprefix(f"{item.id}.")


def ids_twice(item: Item) -> frozenset[str]:
    """The halves of ids that two parts of an item have, so that a link says too little."""
    counts = Counter(local_id(part, item) for _, _, part in item.parts())
    return frozenset(id for id, count in counts.items() if id and count > 1)


def _is_part_id(local: str, part: Part) -> bool:
    prefix, _, number = local.partition("-")
    is_number = number.isascii() and number.isdigit()
    return prefix in part.prefixes and is_number and len(number) < 10  # noqa: PLR2004


def _what_is_wrong(text: str, meant: str) -> str:
    if not text.isascii() and _ID.fullmatch(meant):
        names = ", ".join(unicodedata.name(c, hex(ord(c))).lower() for c in text if not c.isascii())
        return f"the id {said(text)} only looks like `{meant}`: it holds {names}"
    if any(sign in text for sign in "/\\") or text.startswith("."):
        return f"the id {said(text)} is a path"
    return f"{said(text)} is not an id"


def _unknown_kind(id: Scalar, kinds: Kinds) -> Finding:
    prefix, _, number = id.text.partition("-")
    near = closest(prefix, kinds.by_prefix)
    message = f"no kind has ids that begin with `{prefix}-`"
    if near:
        fix = mending.instead(id, Meant(f"{near}-{number}", safe=False))
        hint = f"did you mean `{near}-{number}`?"
        return Finding(id.span, message, hint, code="PM107", fix=fix)
    begins = ", ".join(f"`{p}-`" for p in kinds.by_prefix)
    hint = f"ids begin with {begins}; a kind of your own is written under `kinds:` in mkdocs.yml"
    return Finding(id.span, message, hint, code="PM107")
