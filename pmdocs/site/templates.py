"""The templates: a project's own in `overrides/pmdocs/` first, then ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
)

if TYPE_CHECKING:
    from pathlib import Path


def environment(overrides: Path | None = None) -> Environment:
    """The environment that all pages are made in; it escapes whatever it prints.

    A template of a project's own finds the one that it replaces below `pmdocs/`:
    `{% extends "pmdocs/item/story.html" %}`.
    """
    ours = ChoiceLoader(
        [PackageLoader("pmdocs", "views"), PackageLoader("pmdocs", "site/templates")]
    )
    theirs = [FileSystemLoader(overrides / "pmdocs")] if overrides else []
    made = Environment(
        loader=ChoiceLoader([*theirs, ours, PrefixLoader({"pmdocs": ours})]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.tests["text"] = lambda value: isinstance(value, str)
    return made
