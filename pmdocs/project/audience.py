"""Who a site is for: the whole project, or what of it is public.

Filtered once, here: whatever is made of the project that `for_public` gives
cannot show what it does not hold.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from pmdocs.diagnostics import closest
from pmdocs.errors import PmdocsError
from pmdocs.model.fields import fields_of
from pmdocs.model.registry import Kinds, builtin
from pmdocs.project.graph import part_ids
from pmdocs.project.inside import Inside, written
from pmdocs.project.project import Mention, Project
from pmdocs.project.public_items import Publisher
from pmdocs.project.public_pages import public_text
from pmdocs.source.markdown import read_markdown, references
from pmdocs.source.node import Scalar
from pmdocs.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmdocs.model.item import Item
    from pmdocs.project.config import Settings
    from pmdocs.source.markdown import Document

Audience: TypeAlias = Literal["internal", "public"]
VARIABLE = "PMDOCS_AUDIENCE"


def audience_of(project: Project) -> Audience:
    """Who the site is for: what the environment says, else what the settings say.

    `PmdocsError` when that is not clear, since a slip must not publish what is internal.
    """
    asked = os.environ.get(VARIABLE, _set(project.settings))
    if asked not in {"internal", "public"}:
        message = f"{VARIABLE} is `{asked}`, and that is no audience"
        raise PmdocsError(message, "write `internal` or `public`")
    wrong = next((problem for problem in project.problems if problem.code == "PM110"), None)
    if asked == "public" and wrong:
        message = f"no site for the public is made while a setting is wrong: {wrong.span}"
        raise PmdocsError(
            message, f"{wrong.message}: {wrong.hint}" if wrong.hint else wrong.message
        )
    return "public" if asked == "public" else "internal"


def for_public(project: Project) -> Project:
    """The project as everybody may see it: it does not hold what stays inside.

    Gone are internal items, fields, updates and pages, and what cannot be read;
    links to them; and their ids in texts. Nothing knows the file that it was
    written in, and nothing is said about mistakes.
    """
    inside = Inside.of(project)
    internal = frozenset(project.settings.plugin.internal_fields)
    documents = dict(_documents(inside, internal))
    publisher = Publisher(
        internal, inside.redaction, _ids(inside, internal), project.settings.kinds
    )
    items = {
        id: publisher.item(item, documents[item.page] if item.page else None)
        for id, item in inside.items.items()
    }
    return replace(
        project,
        sources={path: document.source for path, document in documents.items()},
        items=items,
        unread={},
        again=(),
        problems=(),
        mentions=tuple(_mentions(project.settings, items, documents)),
        pages=documents,
        settings=_settings(project.settings, inside),
        garbled=(),
    )


def _set(settings: Settings) -> str:
    """What the settings say; whatever is not plainly internal counts as public, slips too."""
    known = set(fields_of(type(settings.plugin)))
    for name, node in settings.node.entries.items() if settings.node else ():
        if name == "audience" or (name not in known and closest(name, known) == "audience"):
            is_internal = isinstance(node, Scalar) and (node.is_null or node.text == "internal")
            return "internal" if is_internal else "public"
    return "internal"


def _documents(inside: Inside, internal: frozenset[str]) -> Iterator[tuple[str, Document]]:
    """The pages that are published, with what of their text is."""
    kinds = {item.page: type(item) for item in inside.items.values()}
    for path, document in inside.project.pages.items():
        if path not in inside.pages:
            page = written(inside.project, path)
            text = public_text(document, page, kinds.get(path), internal, inside.redaction)
            yield path, read_markdown(Source("", text))[0]


def _ids(inside: Inside, internal: frozenset[str]) -> frozenset[str]:
    """What a link may lead to: public items, their former ids, and their parts."""
    items = inside.items.values()
    former = {old for item in items for old in item.aliases if not inside.redaction.hides(old)}
    parts = {id for item in items for id, key, _, _ in part_ids(item) if key not in internal}
    return frozenset({*inside.items, *former, *parts})


def _mentions(
    settings: Settings, items: Mapping[str, Item], documents: Mapping[str, Document]
) -> Iterator[Mention]:
    """The ids in texts as they are now, in pages and in the fields of items."""
    homes = {item.page: item.id for item in items.values()}
    texts = [(d.source, d.body_start, homes.get(path)) for path, d in documents.items()]
    texts += [
        (Source("", words.node.text), 0, item.id)
        for item in items.values()
        for words in item.texts
        if words.rich and "-" in words.node.text
    ]
    for source, start, owner in texts:
        found = references(source, start, len(source.text), settings.kinds.by_prefix)
        for one in found:
            yield Mention(one.target, source.span(one.start, one.end), one.explicit, owner)


def _settings(settings: Settings, inside: Inside) -> Settings:
    """The settings without what they tell of the work, such as kinds that are never public."""
    redact = inside.redaction.text
    done = tuple(map(redact, settings.plugin.definition_of_done))
    plugin = settings.plugin.model_copy(update={"audience": "public", "definition_of_done": done})
    used = {*builtin().by_name, *(item.kind for item in inside.items.values())}
    kinds = Kinds.of(kind for kind in settings.kinds if kind.kind in used)
    return replace(settings, plugin=plugin, kinds=kinds, edit_uri="", node=None, docs_node=None)
