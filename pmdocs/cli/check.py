"""`pmdocs check`: review the product's documents."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmdocs.analysis.proof.gather import gather
from pmdocs.cli import gate, mend
from pmdocs.cli.baseline import record
from pmdocs.cli.choice import rules_named
from pmdocs.cli.closing import closing
from pmdocs.cli.newcomer import tell_new
from pmdocs.cli.outputs import Told, outputs, where, write
from pmdocs.cli.paths import is_within, start
from pmdocs.cli.sight import eyes
from pmdocs.diagnostics import Severity
from pmdocs.errors import PmdocsError
from pmdocs.history.past import past_of
from pmdocs.project.load import find_root, load
from pmdocs.report import FORMATS, frames
from pmdocs.rules.catalogue import chosen, review
from pmdocs.rules.fresh import about_change, without_old
from pmdocs.rules.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmdocs.diagnostics import Diagnostic


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
def command(  # noqa: PLR0913 - one parameter for each option
    paths: tuple[Path, ...],
    style: str,
    files: tuple[str, ...],
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    write_baseline: bool,
    no_baseline: bool,
    allow_python: bool,
    since: str | None,
    fresh: bool,
    evidence: tuple[Path, ...],
    required: tuple[str, ...],
    quiet: bool,
    **mending: bool,
) -> None:
    """Review the documents, all of them or those in PATHS.

    The whole product is always read, since a link may lead anywhere; PATHS only
    chooses which findings are shown. The exit code is 0 when there is nothing to
    complain about, 1 when there is, 2 when the program was called wrongly.
    """
    started = time.perf_counter()
    wanted, asked, demands = outputs(files), mend.asked(mending), gate.demands(required)
    paths, evidence = gate.parted(paths, evidence)
    root = find_root(start(paths))
    see = eyes(no_baseline=no_baseline, allow_python=allow_python)
    project, asked = see(load(root)), asked.seen_as(see)
    book = rulebook(project)
    selected, ignored = rules_named(select, book), rules_named(ignore, book)

    def of_interest(found: Iterable[Diagnostic]) -> list[Diagnostic]:
        return [d for d in chosen(found, selected, ignored) if is_within(root / d.span.path, paths)]

    if asked:
        project = mend.mend(project, root, asked, lambda one: bool(of_interest([one])))
        book = rulebook(project)
    proofs = gather(project, root, evidence)
    answers = gate.answers(demands, proofs)
    with past_of(root, project, _since(since, fresh=fresh)) as past:
        if write_baseline:
            narrowed = bool(paths or selected or ignored)
            click.echo(record(project, root, past, proofs, narrowed=narrowed))
            return
        result = review(project, about_change(project, past), book, past=past, proofs=proofs)
        found = without_old(result.found, project, past, proofs) if past and fresh else result.found
        if past and past.since:
            tell_new(past.project_then)
    found = of_interest(found)
    told = Told(found, project, root, book.rules)
    write(wanted, told)
    _print(told, style)
    if style in {"frames", "concise"} and not quiet:
        line = closing(found, project, result, time.perf_counter() - started)
        click.echo(mend.advice(found, project, root, asked) + line, err=style != "frames")
    if answers:
        click.echo(gate.told(answers), err=style not in {"frames", "concise"})
    lacking = not all(one.is_met for one in answers)
    sys.exit(int(lacking or _fails(found, fail_on or project.settings.plugin.fail_on)))


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
