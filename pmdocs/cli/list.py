"""`pmdocs list`: the items that a query chooses."""

from __future__ import annotations

import click

from pmdocs.cli.around import project_here
from pmdocs.cli.chosen import chosen_by
from pmdocs.report.safe import visible


@click.command("list")
@click.argument("query", nargs=-1)
def command(query: tuple[str, ...]) -> None:
    """Print the items that QUERY chooses, such as `kind:story status:ready`."""
    for item in chosen_by(project_here(), " ".join(query)):
        click.echo(visible(f"{item.id:<9} {item.status:<12} {item.title}"))
