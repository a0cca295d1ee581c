"""`pmdocs criteria`: the acceptance criteria of stories, as words or as beginnings of tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from pmdocs.analysis.proof.gather import gather
from pmdocs.analysis.proof.state import State
from pmdocs.cli import gate
from pmdocs.cli.chosen import stories_chosen
from pmdocs.cli.files import write_new
from pmdocs.errors import PmdocsError
from pmdocs.exchange.skeletons import SKELETONS
from pmdocs.exchange.skeletons.sketch import is_named, plain, sketch_of
from pmdocs.model.ids import local_id, plain_id
from pmdocs.project.load import find_root, load
from pmdocs.report.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.exchange.skeletons.sketch import Sketch
    from pmdocs.model.kinds.story import Criterion, Story
    from pmdocs.project.project import Project

    # A story with those of its criteria that are asked for.
    Chosen: TypeAlias = tuple[Story, tuple[Criterion, ...]]

_SHOWN_BY = {"manual": "shown by a person", "analysis": "shown by analysis"}


@click.command("criteria")
@click.argument("what", nargs=-1, required=True)
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", *SKELETONS]),
    default="text",
    show_default=True,
    help="Print the words, or beginnings of tests.",
)
@click.option("--missing", is_flag=True, help="Only what no test and nobody has shown yet.")
@click.option(
    "--evidence",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILES",
    help="Results of tests, beside those of the settings: `'reports/*.xml'`.",
)
@click.option("--output", type=click.Path(path_type=Path), help="Write into this new file.")
def command(
    what: tuple[str, ...],
    style: str,
    output: Path | None,
    evidence: tuple[Path, ...],
    *,
    missing: bool,
) -> None:
    """Print the acceptance criteria of WHAT, or the beginnings of tests that name them.

    WHAT are ids of stories, or of what stories hang on, such as a PRD or a release; or
    a query, such as `kind:story sprint:SPR-3`. Each test is skipped until it is written,
    so that it shows nothing before. A file that is there is never written over.
    """
    root = find_root(Path.cwd())
    project = load(root)
    chosen = _chosen(project, what)
    if not any(criteria for _, criteria in chosen):
        raise PmdocsError("there are no such criteria", "name a story that has some")
    if missing:
        chosen = _untested(chosen, gate.needed(gather(project, root, evidence)))
        if not chosen:
            click.echo("none of these criteria is untested", err=True)
            return
    if style == "text":
        _put("".join(f"{line}\n" for line in _listed(chosen)), output)
        return
    sketches = [one for one in _sketches(chosen, project) if one.tasks]
    if not sketches:
        raise PmdocsError("no such criterion is to be shown by a test", _WHY)
    _put(SKELETONS[style](sketches), output)
    for line in _left_out(chosen):
        click.echo(visible(line), err=True)


_WHY = "each has no id, or says `verification: manual` or `analysis`"


def _chosen(project: Project, what: Sequence[str]) -> list[Chosen]:
    """The criteria that are named, or else all, of each story that is chosen."""
    named = {project.present(plain_id(word)) for word in what}

    def of(story: Story) -> tuple[Criterion, ...]:
        own = (c for c in story.criteria if f"{story.id}.{local_id(c, story)}" in named)
        return tuple(own) or story.criteria

    return [(story, of(story)) for story in stories_chosen(project, what)]


def _untested(chosen: Sequence[Chosen], proofs: Proofs) -> list[Chosen]:
    """Without the criteria that a test names, or that somebody has shown."""
    left = [
        (story, tuple(c for c in criteria if _is_untested(story, c, proofs)))
        for story, criteria in chosen
    ]
    return [(story, criteria) for story, criteria in left if criteria]


def _is_untested(story: Story, criterion: Criterion, proofs: Proofs) -> bool:
    proof = proofs.get(f"{story.id}.{local_id(criterion, story)}")
    return proof is None or proof.state is State.UNTESTED


def _put(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
    else:
        write_new(output, text)
        click.echo(f"wrote {output}")


def _listed(chosen: Sequence[Chosen]) -> Iterator[str]:
    for story, criteria in chosen:
        yield f"{story.id} {plain(story.title)}"
        for one in criteria:
            yield f"  {local_id(one, story) or '(no id)':<7} {plain(one.words)}"


def _sketches(chosen: Sequence[Chosen], project: Project) -> Iterator[Sketch]:
    prefixes = frozenset(project.settings.kinds.by_prefix)
    for story, criteria in chosen:
        tested = (one for one in criteria if one.verification == "test")
        yield sketch_of(story, tested, prefixes)


def _left_out(chosen: Sequence[Chosen]) -> Iterator[str]:
    """Which criteria no test was begun for, and why."""
    for story, criteria in chosen:
        for one in criteria:
            if one.verification != "test":
                yield f"left out {story.id}.{local_id(one, story)}: {_SHOWN_BY[one.verification]}"
            elif not is_named(story, one):
                yield f"left out a criterion of {story.id} that has no id: {plain(one.words)[:60]}"
