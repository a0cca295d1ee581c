"""`pmdocs schema`: JSON Schema, for editors."""

from __future__ import annotations

import json

import click

from pmdocs.cli.around import kinds_here
from pmdocs.model.schema import schema_of


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of this project's YAML files."""
    click.echo(json.dumps(schema_of(kinds_here()), indent=2))
