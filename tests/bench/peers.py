"""The same product in the formats of doorstop, TRLC and plain Markdown: same words, same links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.product import LISTS, WELCOME, Entry, as_yaml, files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

PARENTS = {"objective": "VIS", "roadmap": "OBJ", "prd": "RM", "story": "PRD"}

MATERIAL = """\
site_name: Synthetic product
docs_dir: content
theme: {name: material, font: false}
plugins: [search]
"""

OUT_OF_NAV = "nav: [index.md]\nnot_in_nav: /items/\n"

TYPES = """\
package Product

tuple Part {
  id String
  text String
}

"""

TYPE_OF = {
    "vision": "Vision",
    "objectives": "Objective",
    "item": "Roadmap",
    "prd": "Prd",
}


def write_doorstop(folder: Path, found: Sequence[Entry]) -> None:
    """Write one doorstop document a kind, each the child of the one above it."""
    for number, entry in enumerate(found, start=1):
        place = folder / entry.kind
        if not place.exists():
            place.mkdir(parents=True)
            settings = doorstop_settings(entry)
            (place / ".doorstop.yml").write_text(as_yaml(settings), encoding="utf-8")
        text = as_yaml(doorstop_item(entry, number))
        (place / f"{entry.id}.yml").write_text(text, encoding="utf-8")


def doorstop_settings(entry: Entry) -> dict[str, object]:
    """The settings of the document that holds an item."""
    settings: dict[str, object] = {"digits": 1, "itemformat": "yaml"}
    if entry.kind in PARENTS:
        settings["parent"] = PARENTS[entry.kind]
    prefix = entry.id.partition("-")[0]
    return {"settings": {**settings, "prefix": prefix, "sep": "-"}}


def doorstop_item(entry: Entry, number: int) -> dict[str, object]:
    """The item with the keys that doorstop writes itself; `number` gives its outline level."""
    facts = [f"{name}: {value}" for name, value in entry.facts.items()]
    parts = [f"{part.id}: {part.text}" for part in entry.parts]
    return {
        "active": True,
        "derived": False,
        "header": entry.title,
        "level": number,
        "links": [{target: None} for target in entry.targets],
        "normative": True,
        "ref": "",
        "reviewed": None,
        "text": "\n\n".join([*facts, *entry.words.values(), *parts]),
    }


def write_trlc(folder: Path, found: Sequence[Entry], per_file: int) -> None:
    """Write the types into `product.rsl`, and the items beside it."""
    folder.mkdir(parents=True)
    # the last of a kind has all the fields that the kind can have
    kinds = {entry.kind: entry for entry in found}
    types = TYPES + "\n".join(trlc_type(entry) for entry in kinds.values())
    (folder / "product.rsl").write_text(types, encoding="utf-8")
    for name, some in files(found, per_file):
        text = "package Product\n\n" + "\n".join(trlc_object(entry) for entry in some)
        (folder / f"{name}.trlc").write_text(text, encoding="utf-8")


def trlc_type(entry: Entry) -> str:
    """The type of an item's kind."""
    plain = ["title", *entry.facts, *entry.words]
    lines = [f"  {name} String" for name in plain]
    for name in entry.links:
        optional = "optional " if name == "depends_on" else ""
        many = " [1 .. *]" if name in LISTS else ""
        lines.append(f"  {name} {optional}{TYPE_OF.get(name, entry.kind.title())}{many}")
    if entry.parts:
        lines.append(f"  {entry.parts_field} Part [1 .. *]")
    return "\n".join([f"type {entry.kind.title()} {{", *lines, "}", ""])


def trlc_object(entry: Entry) -> str:
    """The item as a TRLC object."""
    plain = {"title": entry.title, **entry.facts, **entry.words}
    lines = [f'  {name} = "{value}"' for name, value in plain.items()]
    for name, target in zip(entry.links, entry.targets, strict=True):
        known = trlc_name(target)
        lines.append(f"  {name} = [{known}]" if name in LISTS else f"  {name} = {known}")
    if entry.parts:
        parts = ", ".join(f'("{part.id}", "{part.text}")' for part in entry.parts)
        lines.append(f"  {entry.parts_field} = [{parts}]")
    return "\n".join([f"{entry.kind.title()} {trlc_name(entry.id)} {{", *lines, "}", ""])


def trlc_name(id: str) -> str:
    """An id as TRLC spells a name: letters, digits and underlines."""
    return id.replace("-", "_")


def write_markdown(folder: Path, found: Sequence[Entry], *, in_nav: bool) -> None:
    """Write a plain Material site with one Markdown page an item."""
    (folder / "content" / "items").mkdir(parents=True)
    settings = MATERIAL if in_nav else MATERIAL + OUT_OF_NAV
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    (folder / "content" / "index.md").write_text(WELCOME, encoding="utf-8")
    for entry in found:
        page = folder / "content" / "items" / f"{entry.id}.md"
        page.write_text("\n\n".join(markdown_blocks(entry)) + "\n", encoding="utf-8")


def markdown_blocks(entry: Entry) -> Iterator[str]:
    """The title, facts, sentences, links and parts of an item, block by block."""
    yield f"# {entry.id} {entry.title}"
    for name, value in {**entry.facts, **entry.words}.items():
        yield f"**{name.replace('_', ' ').capitalize()}**: {value}"
    for name, target in zip(entry.links, entry.targets, strict=True):
        yield f"**{name.replace('_', ' ').capitalize()}**: [{target}]({target}.md)"
    if entry.parts:
        yield f"## {entry.parts_field.replace('_', ' ').capitalize()}"
        yield "\n".join(f"- **{part.id}** {part.text}" for part in entry.parts)
