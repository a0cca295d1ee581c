"""Making a change of ids, or showing it, and saying what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from pmdocs.cli.patch import show
from pmdocs.history.git import Git
from pmdocs.report.safe import visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pmdocs.cli.patch import Patch
    from pmdocs.project.renaming import Left

_MOST_LEFT = 20


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to say: which ids change, what is left alone, and files that are no UTF-8."""

    ids: Sequence[str]
    left: Sequence[Left]
    unread: Sequence[str]


def carry_out(patch: Patch, root: Path, told: Told, *, dry_run: bool) -> None:
    """Write the patch and say what was done, or print it and say what would be done."""
    if dry_run:
        show(patch, root)
    else:
        patch.write(root)
    lines = [*told.ids, f"{_sum(patch)}:", *_changes(patch), *_left(told)]
    if patch.moves and not dry_run and Git.find(root):
        lines.append(_for_git(len(patch.moves)))
    # What is printed can be piped into `git apply`, so that words go elsewhere.
    click.echo("\n".join(map(visible, lines)), err=dry_run)


def _changes(patch: Patch) -> list[str]:
    """A line for each file that changes, with how often or with its new name."""
    lines = []
    width = max(map(len, patch.paths), default=0)
    for path in patch.paths:
        count = patch.counts.get(path, 0)
        moved = f"  → {patch.moves[path]}" if path in patch.moves else ""
        lines.append(f"  {path:<{width}}  {_number(count, 'place')}{moved}".rstrip())
    return lines


def _left(told: Told) -> list[str]:
    """What names the id and was left as it is, for a person to look at."""
    lines = [f"  {one.span}  {one.reason}" for one in sorted(told.left, key=lambda one: one.span)]
    lines += [f"  {path}  not UTF-8" for path in told.unread]
    if len(lines) > _MOST_LEFT:
        more = len(lines) - _MOST_LEFT
        lines = [*lines[:_MOST_LEFT], f"  and {_number(more, 'more place')}"]
    return ["Left as it is, please look at it yourself:", *lines] if lines else []


def _for_git(count: int) -> str:
    """What to type so that a commit holds the files under their new names, too."""
    files = "a file has a new name" if count == 1 else f"{count:,} files have new names"
    # `git commit --all` knows the old name only, and would commit that the file is gone.
    left_out = "the file" if count == 1 else "the files"
    return f"{files}: run `git add --all` before you commit, or git leaves {left_out} out"


def _sum(patch: Patch) -> str:
    places = _number(sum(patch.counts.values()), "place")
    return f"{places} in {_number(len(patch.paths), 'file')}"


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
