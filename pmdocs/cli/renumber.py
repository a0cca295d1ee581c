"""`pmdocs renumber`: another id for the newer of two items that got the same one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmdocs.cli.patch import patch_of
from pmdocs.cli.renamed import Told, carry_out
from pmdocs.errors import PmdocsError
from pmdocs.history.branches import numbers_on_main
from pmdocs.history.clashes import clashes
from pmdocs.history.git import MAIN_BRANCHES, Git
from pmdocs.history.meant import Meant
from pmdocs.history.proofs import tests_naming
from pmdocs.history.snapshot import project_at
from pmdocs.history.used import was_used
from pmdocs.model.ids import number_of
from pmdocs.project.load import find_root, load
from pmdocs.project.new_id import check_readable
from pmdocs.project.places import places_of
from pmdocs.project.renaming import Left, renaming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.diagnostics import Edit
    from pmdocs.history.clashes import Clash, One
    from pmdocs.project.project import Project
    from pmdocs.text import Source

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORT = 8
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)


@click.command("renumber")
@click.option(
    "--onto",
    metavar="REVISION",
    help="The branch whose items keep their ids (default: the main branch).",
)
@click.option("--dry-run", is_flag=True, help="Show the change, and write nothing.")
def command(onto: str | None, *, dry_run: bool) -> None:
    """Give the newer of two items with one id the next free number.

    Two branches may give the same id to different items. The one that is not on
    the branch of `--onto` gets another number, and so do the references that were
    written with it; those that come from that branch stay. It works on a branch
    before it is merged, while it is merged, and afterwards.
    """
    root = find_root(Path.cwd())
    git = Git.of(root)
    project = load(root)
    _check_merged(project)
    revisions = _revisions(git, onto)
    found = list(clashes(git, project, revisions))
    if not found:
        click.echo(f"no id that is new here has another item on `{revisions[0]}`")
        return
    names = _Names(git, project, root, [clash.newcomer for clash in found], dry_run=dry_run)
    for clash in found:
        names.give(clash)
    patch = patch_of(names.sources, names.edits, names.moves)
    told = Told(names.told, names.left, sorted(names.unread))
    carry_out(patch, root, told, dry_run=dry_run)


def _revisions(git: Git, onto: str | None) -> list[str]:
    """The branches whose items keep their ids, the first that has one counts."""
    if onto is not None:
        git.resolve(onto)
        return [onto]
    # The main branch here may be ahead of the one on the server, or behind it.
    known = [name for name in MAIN_BRANCHES if git.commit(name)]
    if not known:
        message = "there is no branch `main` or `master` to compare with"
        raise PmdocsError(
            message, "say which branch keeps its ids: `pmdocs renumber --onto BRANCH`"
        )
    return known


def _check_merged(project: Project) -> None:
    """Raise `PmdocsError` when a file shows that a merge conflict is not settled yet.

    Either the marks are still there, or what both sides wrote became one item.
    """
    for source in (*project.sources.values(), *project.garbled):
        if _CONFLICT.search(source.text):
            message = f"`{source.path}` holds the marks of a merge conflict"
            hint = (
                "keep what both sides wrote, remove the marks, and run this again; where both"
                " added to one list, the second half needs a line `- id:` of its own"
            )
            raise PmdocsError(message, hint)
    halves = next((one for one in project.problems if one.code == "PM009"), None)
    if halves is not None:
        where = f"`{halves.span.path}`, line {halves.span.start.line}"
        message = f"an item says the same fields twice: {where}"
        hint = (
            "if two items became one in a merge, write a line `- id:` above the second half, give"
            " each half all of its lines, and run this again; otherwise keep one of the two"
        )
        raise PmdocsError(message, hint)


class _Names:
    """Gives newcomers their numbers, and collects what has to change for that."""

    def __init__(
        self, git: Git, project: Project, root: Path, newcomers: Sequence[One], *, dry_run: bool
    ) -> None:
        self._git, self._project, self._root, self._dry_run = git, project, root, dry_run
        self._newcomers = newcomers
        self._given: set[str] = set()
        self.sources: dict[str, Source] = dict(project.sources)
        self.edits: list[Edit] = []
        self.moves: dict[str, str] = {}
        self.left: list[Left] = []
        self.unread: set[str] = set()
        self.told: list[str] = []

    def give(self, clash: Clash) -> None:
        check_readable(self._project, clash.id)
        new = self._next(clash)
        tests = tests_naming(self._project, self._root, clash.id)
        meant = Meant(self._git, self._project, clash, self._newcomers)
        change = renaming(
            self._project, clash.newcomer, new, tests.sources, alias=False, chosen=meant
        )
        self.sources |= {source.path: source for source in tests.sources}
        self.edits += change.edits
        self.moves |= change.moves
        kept = [place for place in places_of(self._project, clash.id) if not meant(place)]
        both = [Left(place.span, "both branches wrote this line") for place in meant.by_both(kept)]
        self.left += (*change.left, *both)
        self.unread |= {*tests.unread}
        verb = "would become" if self._dry_run else "is now"
        stays = f"`{clash.id}` stays with “{clash.title}”, which is {_where(clash)}"
        self.told += [f"`{clash.id}` “{clash.newcomer.title}” {verb} `{new}`", f"  {stays}"]

    def _next(self, clash: Clash) -> str:
        """The next number that is free here, there, and in what was before."""
        prefix = clash.id.partition("-")[0]
        there = project_at(self._git, clash.revision, self._project)
        ids = {*self._given, *(id for one in (self._project, there) for id in ids_of(one))}
        used = {number_of(id) for id in ids if id.startswith(f"{prefix}-")}
        number = max(used | numbers_on_main(self._root, prefix), default=0) + 1
        while any(self._was_used(at, f"{prefix}-{number}") for at in ("HEAD", clash.revision)):
            number += 1
        self._given.add(f"{prefix}-{number}")
        return f"{prefix}-{number}"

    def _was_used(self, revision: str, id: str) -> bool:
        return was_used(self._git, revision, id, self._project)


def _where(clash: Clash) -> str:
    """Where the item is that keeps the id: after a merge, a commit from before it."""
    if _COMMIT.fullmatch(clash.revision):
        return f"in the earlier commit `{clash.revision[:_SHORT]}`"
    return f"on `{clash.revision}`"


def ids_of(project: Project) -> Iterator[str]:
    """The ids that the items of a project have or had."""
    yield from (*project.items, *project.unread, *(one.id for one in project.again))
    yield from (old for one in project.items.values() for old in one.aliases)
