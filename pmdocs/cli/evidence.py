"""`pmdocs evidence`: what the results of tests say about the criteria."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmdocs.analysis.proof.lost import lost
from pmdocs.cli.files import overwrite
from pmdocs.cli.outputs import where
from pmdocs.diagnostics import Severity
from pmdocs.errors import PmdocsError
from pmdocs.evidence.collect import collect
from pmdocs.evidence.moment import address, commit_id
from pmdocs.evidence.results import as_text, schema
from pmdocs.history.wording import Wording
from pmdocs.project.load import find_root, load
from pmdocs.report import concise
from pmdocs.report.evidence import shown
from pmdocs.report.evidence.json import render as as_json
from pmdocs.report.evidence.text import render as as_words
from pmdocs.rules.judge import Judge
from pmdocs.rules.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.diagnostics import Diagnostic, Finding
    from pmdocs.evidence.collect import Collected
    from pmdocs.evidence.result import Result
    from pmdocs.project.project import Project


@click.command("evidence")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How it is written.",
)
@click.option(
    "--merge",
    "merged",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OUT",
    help="Write all results into one file, in pmdocs' own form.",
)
@click.option("--commit", help="The commit that was tested, where the results do not say it.")
@click.option("--url", help="The page of the run, where the results do not say it.")
@click.option("--schema", "form", is_flag=True, help="Print the JSON Schema of pmdocs' own form.")
def command(  # noqa: PLR0913 - one parameter for each option
    files: tuple[Path, ...],
    style: str,
    merged: Path | None,
    commit: str | None,
    url: str | None,
    *,
    form: bool,
) -> None:
    """Print what the results of tests in FILES say about the criteria.

    Without FILES, those of the setting `evidence` are read. The exit code is 1 when
    there is something wrong with a file.
    """
    if form:
        click.echo(schema(), nl=False)
        return
    root = find_root(Path.cwd())
    project = load(root)
    _check_named(files, project)
    collected = _completed(collect(project, root, files, merged), commit, url)
    wording = Wording(project, root)
    found = _judged(
        project, (*collected.evidence.findings, *lost(collected.evidence.results, wording))
    )
    seen_from = where("frames" if style == "text" else "json", root)
    if merged:
        _merge(merged, collected, found)
    told = shown(project, collected, wording, found)
    click.echo((as_json if style == "json" else as_words)(told, seen_from))
    if found and style == "text":
        click.echo(f"\n{concise.render(found, {}, seen_from)}")
    sys.exit(int(_fails(found, project.settings.plugin.fail_on)))


def _check_named(files: tuple[Path, ...], project: Project) -> None:
    """Raise `PmdocsError` where there are no files to read, or a folder is among them."""
    if not files and not project.settings.plugin.evidence.files:
        hint = (
            "write `pmdocs evidence reports/*.xml`, or name them in mkdocs.yml: `evidence: [...]`"
        )
        raise PmdocsError("nobody has named files with results", hint)
    # `Path.is_dir` raises where a name is too long.
    if folder := next((one for one in files if os.path.isdir(one)), None):  # noqa: PTH112
        hint = f"name the files in it: `pmdocs evidence '{folder.as_posix()}/*.xml'`"
        raise PmdocsError(f"`{folder}` is a folder", hint)


def _completed(collected: Collected, commit: str | None, url: str | None) -> Collected:
    """The results with the commit and the page of the run, where they say nothing of it."""
    if commit is not None and commit_id(commit) is None:
        raise PmdocsError(
            f"`{commit}` is not the id of a commit", "write what `git rev-parse` says"
        )
    if url is not None and address(url) is None:
        raise PmdocsError(f"`{url}` is no address", "write one that begins with `https://`")

    def completed(results: tuple[Result, ...]) -> tuple[Result, ...]:
        return tuple(
            replace(one, commit=one.commit or commit_id(commit), url=one.url or address(url))
            for one in results
        )

    evidence = collected.evidence
    return replace(
        collected,
        evidence=replace(
            evidence,
            results=completed(evidence.results),
            nameless=completed(evidence.nameless),
        ),
    )


def _judged(project: Project, findings: Iterable[Finding]) -> list[Diagnostic]:
    book = rulebook(project)
    judge = Judge(project, book.rules, book.complete)
    judged = (judge.judged(finding) for finding in findings)
    return sorted((one for one in judged if one), key=lambda one: one.span)


def _merge(path: Path, collected: Collected, found: list[Diagnostic]) -> None:
    if not path.absolute().parent.is_dir():
        raise PmdocsError(f"there is no folder `{path.parent}`", "make it first")
    broken = [one for one in found if one.severity is Severity.ERROR]
    if broken:
        # What is missing in the whole may be what failed.
        places = ", ".join(dict.fromkeys(one.span.path for one in broken))
        click.echo(f"pmdocs: `{path}` was not written, because of {places}", err=True)
        return
    evidence = collected.evidence
    overwrite(path, as_text((*evidence.results, *evidence.nameless), "pmdocs evidence"))
    click.echo(f"wrote {evidence.tests:,} tests into {path}", err=True)


def _fails(found: list[Diagnostic], level: str) -> bool:
    if level == "never":
        return False
    return any(one.severity.rank >= Severity(level).rank for one in found)
