"""`pmdocs init`: a small product to write over, or a large one to look around in."""

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
@click.option("--example", is_flag=True, help="Make a large example instead: a fictional product.")
def command(folder: Path, *, example: bool) -> None:
    """Make a small product in FOLDER that checks clean and builds.

    Files that are there already are never touched: if one of them is in the
    way, nothing is written.
    """
    texts = dict(_packaged("example")) if example else _starter(folder)
    taken = next((path for path in texts if (folder / path).exists()), None)
    if taken:
        called = "pmdocs init --example" if example else "pmdocs init"
        hint = f"run `{called}` in an empty folder, or give the name of a new one"
        raise PmdocsError(f"`{folder / taken}` is there already", hint)
    for path, text in texts.items():
        write_new(folder / path, text)
        if not example:
            click.echo(f"wrote {folder / path}")
    if example:
        click.echo(f"wrote {len(texts)} files of Lighthouse, a fictional product")
    way = "" if folder == Path() else f"cd {folder} && "
    click.echo(f"\nNow run `{way}mkdocs serve` and open the address that it prints.")


def _starter(folder: Path) -> dict[str, str]:
    """The files of the small product, which gets the name of its folder."""
    name = re.sub(r"[^\w']+|_", " ", folder.resolve().name).strip().capitalize()
    return {path: text.replace("PRODUCT", name or "Product") for path, text in _packaged("starter")}


def _packaged(name: str) -> Iterator[tuple[str, str]]:
    """The files of a product that comes with pmdocs, with their paths in it."""
    return _texts(files("pmdocs") / "cli" / name, "")


def _texts(folder: Traversable, way: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        path = f"{way}{entry.name}"
        if entry.is_dir():
            yield from _texts(entry, f"{path}/")
        else:
            yield path, entry.read_text("utf-8")
