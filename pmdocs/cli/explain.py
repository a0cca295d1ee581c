"""`pmdocs explain`: the page of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.model.docs import about_fields
from pmdocs.rules.catalogue import builtin, find
from pmdocs.rules.mends import mends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.rules.rule import Rule


@click.command("explain")
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Print the page of RULE, by its code or name, or list all rules."""
    if rule is None:
        for each in builtin():
            click.echo(f"{each.code}  {each.severity:<7}  {each.name:<28}  {each.summary}")
        return
    found = find(rule)
    if found is None:
        names = [name for each in builtin() for name in (each.code, each.name)]
        hint = did_you_mean(rule, names) or "`pmdocs explain` lists all rules"
        raise PmdocsError(f"there is no rule `{rule}`", hint)
    off = ", only where the settings ask for it" if found.pedantic else ""
    click.echo(f"{found.code} {found.name} ({found.severity}{off})\n\n{found.page}")
    if sentence := mends(found):
        click.echo(f"\n{sentence}")
    if lines := list(_options(found)):
        click.echo("\n" + "\n".join(["## Options", *lines]))


def _options(rule: Rule) -> Iterator[str]:
    """What can be set, as it is written in mkdocs.yml, each with what it is for."""
    told = about_fields(rule.options)
    for name, info in rule.options.model_fields.items():
        yield f"    {name}: {_written(info.default)}  # {told.get(name, '')}"


def _written(value: object) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, tuple) else str(value)
