"""`pmdocs review`: links to read again, and that somebody did."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmdocs.analysis.changes.words import word_diff
from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.history.git import Git
from pmdocs.history.past import past_of
from pmdocs.history.reviews import Review, record
from pmdocs.history.suspects import suspects, suspects_of
from pmdocs.model.dates import Date
from pmdocs.model.ids import plain_id
from pmdocs.project.load import find_root, load
from pmdocs.report.diff.shown import shortened
from pmdocs.report.safe import visible
from pmdocs.rules.history.pm701_suspect_link import options_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.analysis.changes.words import Run
    from pmdocs.history.past import Past
    from pmdocs.history.suspects import Suspect
    from pmdocs.project.project import Project

_MOST_NAMED = 5


@click.command("review")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--all", "every", is_flag=True, help="Record that you read all of them.")
@click.option("--onto", multiple=True, metavar="ID", help="Only links to this target.")
@click.option("--message", "-m", default="", metavar="TEXT", help="Why they are still right.")
@click.option("--since", metavar="REV", help="Only links that became suspect since REV.")
@click.option("--dry-run", is_flag=True, help="Show what would be recorded, and record nothing.")
def command(  # noqa: PLR0913 - one parameter for each option
    ids: tuple[str, ...],
    onto: tuple[str, ...],
    message: str,
    since: str | None,
    *,
    every: bool,
    dry_run: bool,
) -> None:
    """List the links that somebody should read again; with IDs, record that you did.

    A link is suspect when what its target says has changed since the item that
    builds on it was last touched. Without an ID each of them is shown with the words
    that changed. With IDs, or with --all, a commit is made that changes no file, and says in its
    message what was read: the links are not suspect any more, until the target
    changes again.
    """
    root = find_root(Path.cwd())
    project = load(root)
    git = Git.of(root)
    with past_of(root, project, since) as past:
        if past is None:
            raise PmdocsError("there is no commit here yet", "commit your files first")
        ids, onto = (_known(words, project) for words in (ids, onto))
        found = list(_asked(ids, onto, project, past))
    for suspect in found:
        _show(suspect)
    if not ids and not (every and found):
        click.echo(_count(found))
        return
    if not found:
        what = " and ".join(f"`{id}`" for id in ids)
        hint = "`pmdocs review` lists the links that should be read again"
        raise PmdocsError(f"there is nothing to review for {what}", hint)
    _record(git, found, message, dry_run=dry_run)


def _known(words: Sequence[str], project: Project) -> tuple[str, ...]:
    """The present ids that these words stand for."""
    for word in words:
        if project.find(plain_id(word)) is None:
            ids = [*project.items, *(project.parts if "." in word else ())]
            hint = did_you_mean(word, ids) or "`pmdocs list` prints all items"
            raise PmdocsError(f"there is no `{word}`", hint)
    return tuple(project.present(plain_id(word)) for word in words)


def _asked(
    ids: Sequence[str], onto: Sequence[str], project: Project, past: Past
) -> Iterator[Suspect]:
    told = options_of(project)
    items = [project.items[id] for id in dict.fromkeys(id.partition(".")[0] for id in ids)]
    named = (one for item in items for one in suspects_of(item, project, past, told.fields))
    for one in named if ids else suspects(project, past, told.fields, done=told.done):
        if not onto or one.link.target in onto or one.target.id in onto:
            yield one


def _record(git: Git, found: Sequence[Suspect], message: str, *, dry_run: bool) -> None:
    made = [Review(one.link.item.id, one.link.target, one.digest) for one in found]
    subject = f"Read {_listed([one.item for one in made])} again"
    if dry_run:
        click.echo("this commit would be made, which changes no file:\n")
        click.echo("\n\n".join(filter(None, (subject, message, "\n".join(map(str, made))))))
        return
    id = record(git, subject, message, made)
    count = "1 link" if len(made) == 1 else f"{len(made)} links"
    click.echo(f"recorded in commit {id}: {count} read again")


def _listed(ids: Sequence[str]) -> str:
    names = list(dict.fromkeys(ids))
    if len(names) > _MOST_NAMED:
        return f"{len(names)} items"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _show(suspect: Suspect) -> None:
    link, day = suspect.link, suspect.day
    since = f", changed on {Date.day(day).words}" if day else ""
    head = f"{link.item.id} {link.name} {link.target}{since}"
    click.secho(visible(head), bold=True)
    click.echo(f"  {visible(link.item.title)} → {visible(suspect.target.title)}")
    for name, old, new in suspect.places:
        click.echo(f"  {name}: {''.join(map(_run, shortened(word_diff(old, new))))}")
    click.echo()


def _run(run: Run) -> str:
    text = " ".join(visible(run.text).split("\n"))
    match run.sort:
        case "gone":
            return click.style(f"[-{text}-]", fg="red")
        case "new":
            return click.style(f"{{+{text}+}}", fg="green")
        case _:
            return text


def _count(found: Sequence[Suspect]) -> str:
    if not found:
        return "no link has to be read again"
    count = "1 link" if len(found) == 1 else f"{len(found)} links"
    return f"{count} to read again; `pmdocs review ID` records that you did"
