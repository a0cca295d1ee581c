"""Which pages are items, and which only look like one because they have no front matter."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit, Finding, Fix
from pmdocs.model.fields import fields_of
from pmdocs.model.sections import key_of
from pmdocs.source.node import Mapping, Scalar

if TYPE_CHECKING:
    from pmdocs.model.item import Item
    from pmdocs.source.markdown import Document

_NAMED_AFTER_ID = re.compile(r"([A-Z][A-Z0-9]*-[0-9]+)(?:[-_ .].*)?")


def id_in_name(document: Document) -> Scalar | None:
    """The id that the name of a page's file begins with, if it begins with one."""
    source, start = document.source, document.front_start
    named = _NAMED_AFTER_ID.fullmatch(PurePosixPath(source.path).stem)
    return Scalar(source, start, start, named[1], quoted=True) if named else None


def written_id(document: Document) -> Scalar | None:
    """The id of a page that is an item: from its front matter, else from its file's name.

    A page without front matter is no item, whatever its name.
    """
    if not document.body_start:
        return None
    if isinstance(document.front, Mapping):
        written = document.front.get("id")
        if isinstance(written, Scalar) and not written.is_null:
            return written
    return id_in_name(document)


def add_title(node: Mapping, document: Document) -> None:
    """Let the first heading be the title of an item that has no other."""
    title = next((s for s in document.sections if s.level == 1), None)
    if title and not node.text("title"):
        words = Scalar(document.source, title.start, title.end, title.title, quoted=True)
        node.keys["title"] = node.entries["title"] = words


def looks_like(kind: type[Item], document: Document) -> bool:
    """Whether a page without front matter has a section that is a field of the kind."""
    fields = fields_of(kind)
    keys = {key_of(one) for one in document.sections if one.level > 1}
    return not document.body_start and any(
        key in fields and (fields[key].rich or fields[key].part) for key in keys
    )


def finding_of(document: Document, id: str) -> Finding:
    """The finding for a page that looks like an item."""
    source = document.source
    title = next((one for one in document.sections if one.level == 1), None)
    span = source.span(title.start, title.end) if title else source.span(0, 0)
    message = f"this page is named like `{id}`, and is no item: it does not begin with `---`"
    hint = f"write two lines `---` at the top, and `id: {id}` between them"
    ending = "\r\n" if "\r\n" in source.text else "\n"
    fence = f"---{ending}id: {id}{ending}---{ending}{ending}"
    fix = Fix((Edit(source.span(0, 0), fence),), safe=False)
    return Finding(span, message, hint, code="PM111", item=id, fix=fix)
