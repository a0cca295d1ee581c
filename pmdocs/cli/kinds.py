"""`pmdocs kinds`: what one can write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pmdocs.cli.around import kinds_here
from pmdocs.cli.draft import as_yaml
from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.model.docs import about_fields, about_kind, example_of
from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item
from pmdocs.model.registry import builtin
from pmdocs.project.load import today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel


@click.command("kinds")
@click.argument("kind", required=False)
def command(kind: str | None) -> None:
    """Print the fields of KIND with an example that is valid, or list all kinds."""
    kinds = kinds_here()
    if kind is None:
        for each in kinds:
            told = about_kind(each).partition("\n\n")[0].replace("\n", " ")
            click.echo(f"{each.kind:<12} {each.prefix + '-1':<8} {told}")
        return
    found = kinds.named(kind)
    if found is None:
        hint = did_you_mean(kind, kinds.by_name) or "`pmdocs kinds` lists all kinds"
        raise PmdocsError(f"there is no kind `{kind}`", hint)
    click.echo("\n".join(_page(found)))


def _page(kind: type[Item]) -> Iterator[str]:
    yield f"{kind.label} ({kind.prefix}-1)\n\n{about_kind(kind)}\n"
    yield "Fields (* must be there):\n"
    own = {k: f for k, f in fields_of(kind).items() if k not in fields_of(Item) or k == "status"}
    yield from _fields(kind, {"id", "title"} | set(own), "  ")
    yield "\nFields of every kind:\n"
    yield from _fields(kind, set(fields_of(Item)) - {"id", "title", "status"}, "  ")
    yield f"\nExample:\n\n{_example(kind)}"


def _example(kind: type[Item]) -> str:
    if builtin().by_name.get(kind.kind):
        return example_of(kind)
    return as_yaml(kind, f"{kind.prefix}-1", f"An example of the kind {kind.label}", today())


def _fields(model: type[BaseModel], keys: set[str], indent: str) -> Iterator[str]:
    told = about_fields(model)
    for key, field in fields_of(model).items():
        if key not in keys:
            continue
        star = "*" if field.required else " "
        about = told.get(field.name, "")
        yield f"{indent}{star} {key:<{22 - len(indent)}} {field.words:<22} {about}".rstrip()
        if field.choices:
            yield f"{indent}  {'':<{45 - len(indent)}} {', '.join(field.choices)}"
        if field.link:
            ways = f"to {', '.join(field.link.kinds)}; from there: {field.link.inverse}"
            yield f"{indent}  {'':<{45 - len(indent)}} {ways}"
        if field.record:
            yield from _fields(field.record, set(fields_of(field.record)), indent + "    ")
