"""`pmdocs list`: the items that a query chooses."""

from __future__ import annotations

import click

from pmdocs.cli.around import project_here
from pmdocs.errors import PmdocsError, QueryError
from pmdocs.project.select import select
from pmdocs.report.safe import visible


@click.command("list")
@click.argument("query", nargs=-1)
def command(query: tuple[str, ...]) -> None:
    """Print the items that QUERY chooses, such as `kind:story status:ready`."""
    words = " ".join(query)
    try:
        items = select(project_here(), words)
    except QueryError as error:
        mark = f"{words}\n  {' ' * (error.column - 1)}^"
        hint = f"\n  {error.hint}" if error.hint else ""
        raise PmdocsError(f"column {error.column}: {error.message}\n  {mark}{hint}") from None
    for item in items:
        click.echo(visible(f"{item.id:<9} {item.status:<12} {item.title}"))
