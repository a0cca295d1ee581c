"""`pmdocs init`: a small product to write over."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pmdocs.cli.files import write_new
from pmdocs.errors import PmdocsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable


@click.command("init")
@click.argument("folder", required=False, type=click.Path(path_type=Path), default=Path())
def command(folder: Path) -> None:
    """Make a small product in FOLDER that checks clean and builds.

    Files that are there already are never touched: if one of them is in the
    way, nothing is written.
    """
    starter = dict(_texts(files("pmdocs") / "cli" / "starter", ""))
    name = re.sub(r"[^\w']+|_", " ", folder.resolve().name).strip().capitalize()
    taken = next((path for path in starter if (folder / path).exists()), None)
    if taken:
        hint = "run `pmdocs init` in an empty folder, or give the name of a new one"
        raise PmdocsError(f"`{folder / taken}` is there already", hint)
    for path, text in starter.items():
        write_new(folder / path, text.replace("PRODUCT", name or "Product"))
        click.echo(f"wrote {folder / path}")
    way = "" if folder == Path() else f"cd {folder} && "
    click.echo(f"\nNow run `{way}mkdocs serve` and open the address that it prints.")


def _texts(folder: Traversable, way: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        path = f"{way}{entry.name}"
        if entry.is_dir():
            yield from _texts(entry, f"{path}/")
        else:
            yield path, entry.read_text("utf-8")
