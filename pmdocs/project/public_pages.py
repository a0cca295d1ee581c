"""Markdown pages as everybody may read them: what stays inside is not in their text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.model.fields import fields_of
from pmdocs.model.sections import key_of
from pmdocs.source.node import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pmdocs.model.item import Item
    from pmdocs.project.redaction import Redaction
    from pmdocs.source.markdown import Document

# What MkDocs takes for front matter where there is no YAML.
_OLD_STYLE = re.compile(
    r"(?:[ ]{0,3}[\w-]+:.*\n|(?:[ ]{4}|\t).*\n)*?[ ]{0,3}audience:(?!\s*public\s)", re.IGNORECASE
)


def stays_inside(document: Document) -> bool:
    """Whether a page that is no item says that it is not for everybody.

    Whatever is not plainly public is not; a page that says nothing is. A page
    with an id was meant as an item.
    """
    text, front = document.source.text, document.front
    if isinstance(front, Mapping):
        audience = front.get("audience")
        named = isinstance(audience, Scalar) and audience.text == "public"
        return "id" in front.entries or (audience is not None and not named)
    written = text[document.front_start : document.front_end].strip()
    return bool(written) or _OLD_STYLE.match(text) is not None


def public_text(
    document: Document,
    page: str,
    kind: type[Item] | None,
    internal: Collection[str],
    redaction: Redaction,
) -> str:
    """The text of a page without the fields that stay inside, and without ids of what does.

    `page` is its path in the content folder; `kind` is that of the item that it
    is. Of an item's front matter only what the site builder reads is left.
    """
    fields = set(fields_of(kind)) - {"tags"} if kind else set()
    hidden = {*internal, "audience", *fields}
    front = redaction.text("".join(_front(document, hidden)), page)
    body = redaction.text("".join(_body(document, internal if kind else ())), page)
    if front:
        return f"---\n{front}---\n{body}"
    # A rule at the start of the text must not be taken for the start of front matter.
    return f"\n{body}" if document.body_start else body


def _front(document: Document, hidden: Collection[str]) -> Iterator[str]:
    front, text = document.front, document.source.text
    if isinstance(front, Mapping):
        for name, key in front.keys.items():
            if name not in hidden:
                yield text[key.start : front.entries[name].end].rstrip() + "\n"


def _body(document: Document, internal: Collection[str]) -> Iterator[str]:
    """What stands around the sections of these fields."""
    text, at = document.source.text, document.body_start
    for section in document.sections:
        start = max(text.rfind("\n", 0, section.start), text.rfind("\r", 0, section.start)) + 1
        if start >= at and section.level > 1 and key_of(section) in internal:
            yield text[at:start]
            at = section.body_end
    yield text[at:]
