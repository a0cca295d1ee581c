"""A product with one public and one internal item of every kind, each with all its fields.

What must not be published holds the word `hush`, what is published the word
`shown`. Public items have the number 1, or 2 where they are Markdown pages, and
internal ones 9 or 8.
"""

from __future__ import annotations

from typing import Any

import yaml

from pmdocs.model.amounts import Effort, Money, Percent
from pmdocs.model.dates import Date
from pmdocs.model.fields import Field, fields_of
from pmdocs.model.item import Item, Part
from pmdocs.model.registry import builtin
from pmdocs.project.internal_fields import USUAL

# Where a part of a kind stands, for links that lead to parts.
_PARTS = {
    "key result": "OBJ-{n}.KR-1",
    "requirement": "PRD-{n}.FR-1",
    "finding": "RES-{n}.F-1",
}
# Kinds that are written as pages too.
_PAGES = ("prd", "story", "vision")
_NAMED = " such as {prefix}-9, [[{prefix}-9]] or [[{prefix}-9|shown words]]"
INTERNAL = {
    "content/notes/hush-memo.md": "---\naudience: internal\n---\n# A hush memo\n\nhush text\n",
    "content/notes/hush-old.md": "Audience: internal\nAuthor: x\n\n# Another hush memo\n\nhush text\n",
    "content/notes/hush-broken.md": "---\naudience: [internal\n---\n# A hush page\n\nhush text\n",
    "content/notes/hush-open.md": "---\naudience: internal\n\n# A hush page\n\nhush text\n",
    "content/notes/hush-slip.md": "---\naudience: pubic\n---\n# A hush page\n\nhush text\n",
    "content/notes/IDEA-99-hush.md": "---\ntitel: x\n---\n# A hush idea\n\nhush text\n",
    "content/hush/index.md": "---\naudience: internal\n---\n# Hush matters\n\nhush text\n",
    "content/data/RM-9-hush.txt": "hush",
    "content/data/more.yaml": "- {id: RM-99, title: hush misplaced, outcome: hush}\n",
    "roadmap/hush-broken.yaml": "- {id: IDEA-98, title: hush, aliases: [OLD-98]\n",
    "roadmap/hush-unread.yaml": "- {id: RSK-97, title: hush, audience: public, aliases: [OLD-97]}\n",
}


def value(kind: type[Item], field: Field, number: int, word: str) -> Any:
    """Something that may stand in a field: for a public item, with links both ways."""
    word = "hush" if field.key in USUAL else word
    if field.link:
        return _links(kind, field, number)
    one = _one(kind, field, number, word)
    return [one] if field.many else one


def _links(kind: type[Item], field: Field, number: int) -> Any:
    assert field.link
    if field.link.local:
        return ["T-2"] if field.many else f"{field.link.local}-1"
    kinds = builtin().by_name
    name = field.link.kinds[0].replace("*", "item")
    way = _PARTS.get(name) or kinds[name].prefix + "-{n}"
    # Among their own kind internal items lead nowhere, or all would wait for each other.
    ids = [way.format(n=n) for n in (1, 9) if name != kind.kind or n > 8 > number]
    return ids if field.many else ids[-1]


def _one(kind: type[Item], field: Field, number: int, word: str) -> Any:
    if field.record:
        inner = record(kind, field.record, number, word)
        if issubclass(field.record, Part):
            inner["id"] = f"{field.record.prefixes[0]}-1"
        return inner
    if field.choices:
        return field.choices[0]
    if field.key == "currency":
        return "EUR"
    if field.address:
        return f"https://example.org/{word}/{kind.prefix}-{number}"
    if field.core is str:
        text = f"{'Given ' * (field.key == 'scenario')}{word} {field.key} of {kind.kind}"
        return text + _NAMED.format(prefix=kind.prefix) if word == "shown" else text
    amounts = {Date: "2027-03-05", Money: "9 EUR", Effort: "3d", Percent: "40%", bool: True}
    return amounts.get(field.core, 3)


def record(kind: type[Item], model: Any, number: int, word: str) -> dict[str, Any]:
    """Everything that a record may hold."""
    fields = fields_of(model).values()
    made = {f.key: value(kind, f, number, word) for f in fields if f.key != "id"}
    return {key: one for key, one in made.items() if one is not None}


def item(kind: type[Item], number: int) -> dict[str, Any]:
    """An item of a kind with everything in it."""
    is_public = number < 8
    word = "shown" if is_public else "hush"
    made = record(kind, kind, number, word)
    made |= {"id": f"{kind.prefix}-{number}", "aliases": [f"OLD{kind.prefix}-{number}"]}
    made["audience"] = "public" if is_public else "internal"
    made["links"] = [
        {"title": f"{word} page", "url": f"https://example.org/{word}"},
        {"title": "hush page", "url": f"https://example.org/browse/{kind.prefix}-9"},
        {"title": "hush page", "url": "notes/hush-memo.md"},
    ]
    made["updates"] = [
        {"date": "2027-01-02", "text": f"{word} news of {kind.prefix}-9"},
        {"date": "2027-01-01", "text": "hush news", "audience": "internal"},
    ]
    made["tags"] = [f"{word}-tag"]
    if kind.kind == "charter":
        made["tasks"].append({"id": "T-2", "title": f"{word} second task"})
    return {"id": made.pop("id"), **made}


def page(kind: type[Item], number: int) -> str:
    """An item as a Markdown page: texts and parts stand in sections of their own."""
    made, fields = item(kind, number), fields_of(kind)
    # So that the definition of the project is shown.
    made.pop("definition_of_done", None)
    body = f"# {made.pop('title')}\n\n{made['tags'][0].removesuffix('-tag')} words of `US-9`.\n"
    for key in [key for key in made if key != "id" and (fields[key].rich or fields[key].part)]:
        body += f"\n## {fields[key].label}\n\n{_section(fields[key], made.pop(key))}\n"
    return f"---\n{yaml.safe_dump(made, sort_keys=False)}---\n\n{body}"


def _section(field: Field, written: Any) -> str:
    if field.part:
        return "\n".join(f"- **{one['id']}** {one['text']}" for one in written)
    return "\n".join(f"- {one}" for one in written) if field.many else str(written)


def files() -> dict[str, str]:
    """The files of the product."""
    made = dict(INTERNAL)
    for number, word in ((1, "shown"), (9, "hush")):
        items = [item(kind, number) for kind in builtin()]
        made[f"roadmap/{word}-file.yaml"] = yaml.safe_dump(items, sort_keys=False)
    for number, word in ((2, "shown"), (8, "hush")):
        for name in _PAGES:
            kind = builtin().by_name[name]
            made[f"content/{name}/{kind.prefix}-{number}-{word}-page.md"] = page(kind, number)
    return made
