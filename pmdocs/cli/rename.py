"""`pmdocs rename`: another id for an item or a part, with every reference to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmdocs.cli.patch import patch_of
from pmdocs.cli.renamed import Told, carry_out
from pmdocs.errors import PmdocsError
from pmdocs.history.git import Git
from pmdocs.history.proofs import tests_naming
from pmdocs.history.snapshot import project_at
from pmdocs.history.used import was_used
from pmdocs.project.load import find_root, load
from pmdocs.project.new_id import check_item, check_part, check_readable, found
from pmdocs.project.places import places_of
from pmdocs.project.project import PartPlace
from pmdocs.project.renaming import Left, former_ids, renaming
from pmdocs.project.renaming_parts import renaming_of_part
from pmdocs.rules.renamed_baseline import carried
from pmdocs.source.occurrences import Manner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project, Unread


@click.command("rename")
@click.argument("old")
@click.argument("new")
@click.option("--alias/--no-alias", default=True, help="Whether the item remembers its old id.")
@click.option("--dry-run", is_flag=True, help="Show the change, and write nothing.")
def command(old: str, new: str, *, alias: bool, dry_run: bool) -> None:
    """Give the item OLD the id NEW, with every reference to it.

    References are changed in YAML, in pages and in tests; a file that is named
    after the item gets another name. The old id is remembered in `aliases:`, so
    that its address on the site leads to the new one. A part such as
    `US-12.AC-3` can be renamed as well, within its item. Either all files are
    changed or none.
    """
    root = find_root(Path.cwd())
    project = load(root)
    one = found(project, old)
    check_readable(project, old)
    tests = tests_naming(project, root, old)
    if isinstance(one, PartPlace):
        check_part(project, one, new)
        change = renaming_of_part(project, one, new, tests.sources)
    else:
        check_item(project, one, new)
        _check_main(project, root, one, new)
        change = renaming(project, one, new, tests.sources, alias=alias)
    sources = {**project.sources, **{source.path: source for source in tests.sources}}
    known = carried(project, old, new, change.moves)
    patch = patch_of(sources, (*change.edits, *known), change.moves)
    verb = "would become" if dry_run else "is now"
    left = (*change.left, *_said_already(project, one, new))
    told = Told([f"`{old}` {verb} `{new}`"], left, tests.unread)
    carry_out(patch, root, told, dry_run=dry_run)


def _check_main(project: Project, root: Path, item: Item | Unread, new: str) -> None:
    """Raise `PmdocsError` when another item has or had the id on the main branch."""
    git = Git.find(root)
    main = git.main_branch() if git else None
    if git is None or main is None or new in former_ids(item):
        return
    there = project_at(git, main, project)
    holder = there.items.get(there.aliases.get(new, new)) or there.unread.get(new)
    if holder is not None and holder.title == item.title:
        # The same item under its own id, which this takes back.
        return
    if holder is not None or was_used(git, main, new, project):
        message = f"the id `{new}` {'is' if holder else 'was'} used on the branch `{main}`"
        raise PmdocsError(message, "write a number that is free; no id is used twice")


def _said_already(project: Project, one: Item | Unread | PartPlace, new: str) -> Iterator[Left]:
    """The places that say the new id, and meant nothing until now."""
    if not isinstance(one, PartPlace) and new in former_ids(one):
        return
    for place in places_of(project, new):
        if place.occurrence.manner is Manner.MENTION:
            yield Left(place.span, f"says `{new}` already, which means this from now on")
