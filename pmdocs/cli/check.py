"""`pmdocs check`: review the product's documents."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pmdocs.analysis.proof.gather import gather
from pmdocs.cli import gate, mend
from pmdocs.cli.baseline import record
from pmdocs.cli.choice import Choice
from pmdocs.cli.closing import closing
from pmdocs.cli.newcomer import tell_new
from pmdocs.cli.outputs import Told, outputs, where, write
from pmdocs.cli.paths import start
from pmdocs.cli.sight import eyes
from pmdocs.diagnostics import Severity
from pmdocs.errors import PmdocsError
from pmdocs.history.past import past_of
from pmdocs.project.load import find_root, load
from pmdocs.report import FORMATS, frames
from pmdocs.rules.catalogue import review
from pmdocs.rules.fresh import about_change, without_old
from pmdocs.rules.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.analysis.proof.demand import Answer
    from pmdocs.diagnostics import Diagnostic
    from pmdocs.history.past import Past
    from pmdocs.project.project import Project
    from pmdocs.rules.catalogue import Review
    from pmdocs.rules.rulebook import Rulebook

# The formats that people read at a terminal, where a closing line is welcome.
_FOR_PEOPLE = frozenset({"frames", "concise"})


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "style",
    type=click.Choice(list(FORMATS)),
    default="frames",
    show_default=True,
    help="How findings are written.",
)
@click.option(
    "--output",
    "files",
    multiple=True,
    metavar="FORMAT=FILE",
    help="Write the findings into a file, too; may be given several times.",
)
@click.option(
    "--select",
    multiple=True,
    metavar="CODE",
    help="Only rules whose code begins so, or of this name.",
)
@click.option("--ignore", multiple=True, metavar="CODE", help="All rules but these.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    help="From which severity on the exit code is 1 (default: the setting `fail_on`).",
)
@click.option("--write-baseline", is_flag=True, help="Record all findings, and pass over them.")
@click.option("--no-baseline", is_flag=True, help="Show recorded findings as well.")
@click.option("--allow-python", is_flag=True, help="Run rules in Python, too: that runs programs.")
@mend.options
@click.option(
    "--since",
    metavar="REV",
    help="Judge the change as well: against the commit where this branch left REV.",
)
@click.option("--new", "fresh", is_flag=True, help="With --since: only what was not found there.")
@click.option(
    "--evidence",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILES",
    help="Results of tests, beside those of the settings: `'reports/*.xml'`.",
)
@click.option(
    "--require-proof",
    "required",
    multiple=True,
    metavar="SHARE",
    help="How much has to be proven: `90%`, or `90% of release:REL-1`; several are allowed.",
)
@click.option("--quiet", "-q", is_flag=True, help="Leave out the closing line.")
def command(
    paths: tuple[Path, ...],
    style: str,
    files: tuple[str, ...],
    *,
    fresh: bool,
    **more: Any,
) -> None:
    """Review the documents, all of them or those in PATHS.

    The whole product is always read, since a link may lead anywhere; PATHS only
    chooses which findings are shown. The exit code is 0 when there is nothing to
    complain about, 1 when there is, 2 when the program was called wrongly.
    """
    started = time.perf_counter()
    wanted, asked, demands = outputs(files), mend.asked(more), gate.demands(more["required"])
    paths, evidence = gate.parted(paths, more["evidence"])
    root = find_root(start(paths))
    see = eyes(no_baseline=more["no_baseline"], allow_python=more["allow_python"])
    project, asked = see(load(root)), asked.seen_as(see)
    book = rulebook(project)
    choice = Choice.of(book, root, paths, more["select"], more["ignore"])
    if asked:
        project = mend.mend(project, root, asked, choice.takes)
        book = rulebook(project)
    proofs = gather(project, root, evidence)
    answers = gate.answers(demands, proofs)
    with past_of(root, project, _since(more["since"], fresh=fresh)) as past:
        if more["write_baseline"]:
            click.echo(record(project, root, past, proofs, narrowed=choice.narrows))
            return
        result, found = _reviewed(project, book, past, proofs, fresh=fresh)
    told = Told(choice.among(found), project, root, book.rules)
    write(wanted, told)
    _print(told, style)
    if style in _FOR_PEOPLE and not more["quiet"]:
        line = closing(told.found, project, result, time.perf_counter() - started)
        click.echo(mend.advice(told.found, project, root, asked) + line, err=style != "frames")
    lacking = _tell(answers, style)
    sys.exit(int(lacking or _fails(told.found, more["fail_on"] or project.settings.plugin.fail_on)))


def _reviewed(
    project: Project, book: Rulebook, past: Past | None, proofs: Proofs | None, *, fresh: bool
) -> tuple[Review, list[Diagnostic]]:
    """What there is to say, and what of it counts: all, or what was not found before."""
    result = review(project, about_change(project, past), book, past=past, proofs=proofs)
    if past and past.since:
        tell_new(past.project_then)
    found = without_old(result.found, project, past, proofs) if past and fresh else result.found
    return result, found


def _tell(answers: Sequence[Answer], style: str) -> bool:
    """Print how much is proven, where that was asked for, and whether it is too little."""
    if answers:
        click.echo(gate.told(answers), err=style not in _FOR_PEOPLE)
    return not all(one.is_met for one in answers)


def _since(revision: str | None, *, fresh: bool) -> str | None:
    if fresh and revision is None:
        raise PmdocsError("`--new` needs a revision", "write `--since main --new`")
    return revision


def _print(told: Told, style: str) -> None:
    if style == "frames":
        places, sources = where(style, told.root), told.project.sources
        text = frames.render(told.found, sources, places, colour=_in_colour())
    else:
        text = told.written(style)
    if text:
        click.echo(text)
    if style == "frames" and text:
        click.echo()


def _in_colour() -> bool:
    context = click.get_current_context()
    return sys.stdout.isatty() if context.color is None else context.color


def _fails(found: Sequence[Diagnostic], level: str) -> bool:
    if level == "never":
        return False
    return any(d.severity.rank >= Severity(level).rank for d in found)
