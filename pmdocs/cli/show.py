"""`pmdocs show`: an item with what it serves and what serves it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import click

from pmdocs.analysis.trace import affected
from pmdocs.cli.around import project_here
from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.model.ids import plain_id
from pmdocs.model.item import Item
from pmdocs.report.safe import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.project.project import PartPlace, Project


@click.command("show")
@click.argument("id")
@click.option("--impact", is_flag=True, help="Print what is affected if it changes instead.")
def command(id: str, *, impact: bool) -> None:
    """Print the item with this ID, what it serves, and what serves it."""
    project = project_here()
    found = project.find(plain_id(id))
    if found is None:
        ids = [*project.items, *(project.parts if "." in id else ())]
        hint = did_you_mean(id, ids) or "`pmdocs list` prints all items"
        raise PmdocsError(f"there is no `{id}`", hint)
    if impact:
        lines = _impact(found.id, project)
    else:
        lines = _item(found, project) if isinstance(found, Item) else _part(found, project)
    click.echo(visible("\n".join(lines)))


def _item(item: Item, project: Project) -> Iterator[str]:
    status = f", {item.status}" if item.status else ""
    yield f"{item.id} {item.title}"
    yield f"{item.label}{status} — {item.span}"
    if item.when:
        yield f"when: {item.when.words}"
    if item.owner:
        yield f"owner: {item.owner}"
    parts = [place for place in project.parts.values() if place.item is item]
    for place in parts:
        words = project.title_of(place.id).replace("\n", f"\n{'':<10}")
        yield f"  {place.id.partition('.')[2]:<7} {words}"
    yield from _links(item.id, project)


def _part(place: PartPlace, project: Project) -> Iterator[str]:
    yield f"{place.id} {project.title_of(place.id)}"
    yield f"{place.part.kind.capitalize()} of {place.item.id} {place.item.title} — {place.span}"
    scenario = getattr(place.part, "scenario", None) or ""
    if scenario and scenario != project.title_of(place.id):
        yield from ("", *(f"  {line}" for line in scenario.splitlines()))
    yield from _links(place.id, project)


def _links(id: str, project: Project) -> Iterator[str]:
    out = [(link.name, link.target) for link in project.graph.out(id)]
    into = [(link.inverse, link.source) for link in project.graph.into(id)]
    for heading, links in (("serves", out), ("served by", into)):
        if links:
            yield f"\n{heading}:"
        for name, other in dict.fromkeys(links):
            yield f"  {name:<14} {other:<10} {project.title_of(other)}"


def _impact(id: str, project: Project) -> Iterator[str]:
    """What is affected by a change: the nearest first, and for each the link that says so."""
    found = affected(project, id).found
    yield f"{id} {project.title_of(id)}"
    if not found:
        yield "\nnothing is affected if this changes"
    for distance, reached in groupby(found, key=lambda one: one.distance):
        yield f"\n{'directly' if distance == 1 else f'over {distance} links'}:"
        for one in reached:
            yield f"  {one.id:<12} {project.title_of(one.id).partition(chr(10))[0]}"
            if one.link:
                yield f"  {'':<12} because {one.reason}"
