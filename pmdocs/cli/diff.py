"""`pmdocs diff`: what a change means."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmdocs.analysis.changes.compare import slipping
from pmdocs.cli.newcomer import tell_new
from pmdocs.cli.sides import sides
from pmdocs.diagnostics import Severity
from pmdocs.errors import PmdocsError
from pmdocs.history.ends import ends_of
from pmdocs.history.past import Past
from pmdocs.report.diff import FORMATS, render
from pmdocs.report.diff.comparison import compare

if TYPE_CHECKING:
    from pmdocs.cli.sides import Sides
    from pmdocs.report.diff.comparison import Comparison


@click.command("diff")
@click.argument("what", nargs=-1, metavar="[BASE | BASE..HEAD | OLD NEW]")
@click.option(
    "--format",
    "style",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How it is written.",
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="never",
    show_default=True,
    help="From which severity of new findings on the exit code is 1.",
)
def command(what: tuple[str, ...], style: str, output: Path | None, fail_on: str) -> None:
    """Say in plain words what a change means: dates, scope, status, links, and what follows.

    Without anything, the files here are compared with the commit where this branch left the
    main branch. BASE compares them with another revision; BASE..HEAD compares two, and
    BASE...HEAD begins where they parted. OLD and NEW are two folders, or two revisions.

    The exit code is 0, or 1 when there are new findings (weaker promises among them) from the
    severity on that --fail-on names, or 2 when the program was called wrongly.
    """
    if len(what) > 2:  # noqa: PLR2004 - old and new
        raise click.UsageError("more than two things cannot be compared")
    found = _compared(sides(what))
    context = click.get_current_context()
    colour = sys.stdout.isatty() if context.color is None else context.color
    text = render(found, style, colour=colour and output is None)
    if output is None:
        click.echo(text)
    else:
        _write(output, text if text.endswith("\n") else f"{text}\n")
    sys.exit(int(_fails(found, fail_on)))


def _compared(told: Sides) -> Comparison:
    if told.git is None or told.base is None:
        return compare(told.old, told.new, told.names)
    tell_new(told.old)
    slipped = slipping(told.old, told.new)
    ends = ends_of(told.git, told.base, told.old, slipped) if slipped else None
    if not told.is_here:
        return compare(told.old, told.new, told.names, ends)
    with closing(Past(told.git, told.new, told.base, since=True)) as past:
        return compare(told.old, told.new, told.names, ends, past)


def _write(path: Path, text: str) -> None:
    try:
        with click.open_file(str(path), "w", encoding="utf-8", atomic=True) as file:
            file.write(text)
    except OSError as error:
        raise PmdocsError(f"`{path}` cannot be written: {error.strerror}") from None


def _fails(found: Comparison, level: str) -> bool:
    if level == "never":
        return False
    return any(d.severity.rank >= Severity(level).rank for d in (*found.promises, *found.found))
