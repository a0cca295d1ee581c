"""`pmdocs explain`: the page of a rule, or the list of all rules."""

from __future__ import annotations

import importlib
import inspect
from typing import TYPE_CHECKING

import click

from pmdocs.cli.around import judge_here
from pmdocs.cli.choice import no_rule
from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.model.docs import about_fields
from pmdocs.report.safe import visible
from pmdocs.rules.catalogue import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.rules.judge import Judge
    from pmdocs.rules.rule import Rule


@click.command("explain")
@click.argument("rule", required=False)
@click.option("--topic", help="List only the rules of this topic.")
def command(rule: str | None, topic: str | None) -> None:
    """Print the page of RULE, by its code or name, or list all rules.

    The severities are those that your settings give.
    """
    book, judge = judge_here()
    if rule is None:
        click.echo("\n\n".join(_topics(judge, topic)))
        return
    found = find(rule, book.rules)
    if found is None:
        raise no_rule(rule, book)
    click.echo(f"{found.code} {found.name} ({_severity(found, judge)})\n\n{visible(found.page)}")
    if lines := list(_options(found)):
        click.echo("\n" + "\n".join(["## Options", *lines]))


def _topics(judge: Judge, wanted: str | None) -> Iterator[str]:
    topics: dict[str, list[Rule]] = {}
    for rule in judge.rules:
        topics.setdefault(rule.topic, []).append(rule)
    if wanted is not None and wanted.lower() not in topics:
        hint = did_you_mean(wanted, topics) or f"the topics are {', '.join(topics)}"
        raise PmdocsError(f"there is no topic `{wanted}`", hint)
    for topic, rules in topics.items():
        if wanted is None or topic == wanted.lower():
            rows = (
                f"{rule.code}  {judge.everywhere(rule):<7}  {rule.name:<28}  {rule.summary}"
                for rule in rules
            )
            yield visible("\n".join([f"{topic}: {_about(rules[0])}", *rows]))


def _about(rule: Rule) -> str:
    """What a topic is for: the sign on the door of its folder."""
    if rule.group:
        return "Rules of this product."
    return inspect.getdoc(importlib.import_module(rule.module.rpartition(".")[0])) or ""


def _severity(rule: Rule, judge: Judge) -> str:
    here = judge.everywhere(rule)
    if rule.pedantic and here == "off":
        return f"{rule.severity}, only where the settings ask for it"
    return here if here == str(rule.severity) else f"{here} here, {rule.severity} by itself"


def _options(rule: Rule) -> Iterator[str]:
    """What can be set, as it is written in mkdocs.yml, each with what it is for."""
    told = about_fields(rule.options)
    for name, info in rule.options.model_fields.items():
        yield f"    {name}: {_written(info.default)}  # {told.get(name, '')}"


def _written(value: object) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, tuple) else str(value)
