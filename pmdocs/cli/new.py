"""`pmdocs new`: a file for a new item, with the next free id."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmdocs.cli.draft import as_markdown, as_yaml
from pmdocs.cli.files import write_new
from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.history.branches import numbers_on_main
from pmdocs.project.load import find_root, load

if TYPE_CHECKING:
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project


@click.command("new")
@click.argument("kind")
@click.argument("title")
@click.option(
    "--as",
    "form",
    type=click.Choice(["yaml", "markdown"]),
    help="How the file is written (default: a PRD as Markdown, all else as YAML).",
)
def command(kind: str, title: str, form: str | None) -> None:
    """Write a file for a new item of KIND with this TITLE and the next free id.

    An id that was ever used on the main branch is not used again.
    """
    root = find_root(Path.cwd())
    project = load(root)
    chosen = _kind(kind, project)
    title = " ".join(title.split())
    if not title:
        raise PmdocsError("the title is empty", 'write it in quotes: `pmdocs new story "A title"`')
    id = f"{chosen.prefix}-{_next_number(chosen, project, root)}"
    markdown = form == "markdown" or (form is None and chosen.kind == "prd")
    name = f"{id}-{_slug(title)}".rstrip("-") + (".md" if markdown else ".yaml")
    path = _folder(chosen, project, markdown=markdown) / name
    write_new(root / path, (as_markdown if markdown else as_yaml)(chosen, id, title, project.today))
    click.echo(f"wrote {path.as_posix()}\nNow replace each TODO in it, then run `pmdocs check`.")


def _kind(word: str, project: Project) -> type[Item]:
    kinds = project.settings.kinds
    found = kinds.named(word)
    if found is None:
        hint = did_you_mean(word, kinds.by_name) or f"the kinds are {', '.join(kinds.by_name)}"
        raise PmdocsError(f"there is no kind `{word}`", hint)
    return found


def _folder(kind: type[Item], project: Project, *, markdown: bool) -> Path:
    """Where the last item of the kind has a file to itself, else a folder named after the kind."""
    alike = [
        one
        for one in project.items.values()
        if one.kind == kind.kind and bool(one.page) == markdown and one.id in Path(one.path).name
    ]
    if alike:
        return Path(alike[-1].path).parent
    settings = project.settings
    above = settings.docs_dir if markdown else settings.plugin.roadmap_dir
    return Path(above) / _slug(kind.plural)


def _next_number(kind: type[Item], project: Project, root: Path) -> int:
    ids = (*project.items, *project.unread, *project.aliases, *(i.id for i in project.again))
    pairs = (id.split("-", 1) for id in ids if "-" in id)
    used = {int(n) for prefix, n in pairs if prefix == kind.prefix and n.isdecimal()}
    return max(used | numbers_on_main(root, kind.prefix), default=0) + 1


def _slug(words: str) -> str:
    """The words as part of a file's name: small letters, without accents where that can be."""
    plain = unicodedata.normalize("NFKD", words.lower().replace("ß", "ss"))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"\W+", "-", letters).strip("-")[:50].strip("-")
