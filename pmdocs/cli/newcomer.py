"""A word to whoever compares a product with a time when it was not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pmdocs.history.snapshot import was_there

if TYPE_CHECKING:
    from pmdocs.project.project import Project


def tell_new(then: Project) -> None:
    """Say beside the report why nothing in it was weakened: there was nothing to compare with."""
    if not was_there(then):
        told = "note: there was no product in this folder then, so all of it is new"
        click.echo(told, err=True)
