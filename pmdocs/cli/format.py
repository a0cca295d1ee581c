"""`pmdocs format`: put white space in order."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from pmdocs.cli.patch import Patch, show
from pmdocs.cli.paths import is_within, start
from pmdocs.project.draft import drafted
from pmdocs.project.load import find_root, load
from pmdocs.project.same import says_the_same
from pmdocs.report.safe import visible
from pmdocs.source.layout import laid_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.project.project import Project
    from pmdocs.text import Source


@click.command("format")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; 1 if a file would change."
)
@click.option("--diff", is_flag=True, help="Show what would change; write nothing.")
def command(paths: tuple[Path, ...], *, only_check: bool, diff: bool) -> None:
    """Put white space in order, in all documents or in those in PATHS.

    Blanks at line ends and doubled empty lines go, and a file ends with one line
    end. What the documents say stays the same: a file of which that is not certain
    is left alone. With --check and --diff the exit code is 1 if a file would change.
    """
    root = find_root(start(paths))
    project = load(root)
    texts = dict(_changes(project, root, paths))
    after = drafted(root, project, texts)
    unsure = [path for path in texts if not says_the_same(path, project, after)]
    kept = {path: text for path, text in texts.items() if path not in unsure}
    patch = Patch(project.sources, kept, {})
    if diff:
        show(patch, root)
    elif not only_check:
        patch.write(root)
    for line in _told(patch, unsure, written=not (only_check or diff)):
        click.echo(visible(line), err=True)
    sys.exit(int(bool(kept) and (only_check or diff)))


def _changes(project: Project, root: Path, paths: tuple[Path, ...]) -> Iterator[tuple[str, str]]:
    for path, source in project.sources.items():
        is_chosen = _is_document(source, project) and is_within(root / path, paths)
        if is_chosen and (text := laid_out(source)) != source.text:
            yield path, text


def _is_document(source: Source, project: Project) -> bool:
    """Whether this is a page or a roadmap file, and not a setting or something that strayed."""
    settings = project.settings
    is_page = source.path.endswith(".md")
    folder = settings.docs_dir if is_page else settings.plugin.roadmap_dir
    is_yaml = source.path.endswith((".yaml", ".yml"))
    return (is_page or is_yaml) and PurePosixPath(source.path).is_relative_to(folder)


def _told(patch: Patch, unsure: list[str], *, written: bool) -> Iterator[str]:
    verb = "formatted" if written else "would format"
    yield from (f"{verb} {path}" for path in patch.paths)
    for path in unsure:
        yield f"left {path} alone: it might say something else afterwards"
    count = len(patch.paths)
    if not count and not unsure:
        yield "all files are in order"
