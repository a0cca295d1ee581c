"""What the settings say about rules: how much each matters, where, and what it is told."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BeforeValidator, ConfigDict, model_validator

from pmdocs.model.item import Record
from pmdocs.model.values import Folder, Line, Text

Weight: TypeAlias = Literal["error", "warning", "info", "off"]
Preset: TypeAlias = Literal["minimal", "recommended", "strict"]


def _listed(value: object) -> object:
    # One word needs no brackets: people write `paths: roadmap/old/**`.
    return [value] if isinstance(value, str) else value


Lines: TypeAlias = Annotated[tuple[Line, ...], BeforeValidator(_listed)]
Folders: TypeAlias = Annotated[tuple[Folder, ...], BeforeValidator(_listed)]


class RuleSettings(Record):
    """How much a rule matters, and what it is told.

    A word alone is the severity. Options stand beside `severity`; which ones
    there are differs from rule to rule, so that they are looked at where rules are.
    """

    model_config = ConfigDict(extra="allow")

    severity: Weight | None = None
    """How much it matters, or `off`."""

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, value: Any) -> Any:
        return {"severity": value} if isinstance(value, str) else value


class Override(Record):
    """Other settings of rules for some files, or for some kinds."""

    paths: Lines = ()
    """The files, as in a `.gitignore`: `roadmap/archive/`, `content/**/*.md`."""
    kinds: Lines = ()
    """The kinds of items, such as `story`."""
    rules: dict[str, RuleSettings]
    """The rules, by code or name, as in `rules`."""


class HouseRule(Record):
    """A rule of a team's own, told by queries."""

    code: Line
    """What it is called in reports: `ACME-1`."""
    name: Line | None = None
    """Words with hyphens that it may be called by, too: `must-stories-have-points`."""
    select: Line | None = None
    """A query that chooses the items it is for; without it, all."""
    require: Lines = ()
    """Queries of which each must hold for such an item."""
    forbid: Lines = ()
    """Queries of which none may hold."""
    message: Line
    """What is wrong then; `{id}`, `{title}` and other fields in it stand for the item's own."""
    hint: Line | None = None
    """What to write instead."""
    severity: Literal["error", "warning", "info"] = "warning"
    """How much it matters."""
    because: Text | None = None
    """Why the team has agreed on this; `pmdocs explain` prints it."""
