"""`pmdocs explain`: the page of a rule."""

from __future__ import annotations

import click

from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.rules.catalogue import builtin, find


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
    click.echo(f"{found.code} {found.name} ({found.severity})\n\n{found.page}")
