"""All findings, by rule or by owner: what to mend, where, and whose it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from pmdocs.diagnostics import Severity
from pmdocs.views.health.groups import Entry, Group, by_owner, by_rule
from pmdocs.views.health.owners import Owners

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.project.project import Project

By: TypeAlias = Literal["rule", "owner"]


@dataclass(frozen=True, slots=True)
class HealthView:
    """What the health page shows.

    `by` says what the groups are. `touched` counts the items that somebody has
    something to say about, `rules` those that looked.
    """

    by: By
    files: int
    items: int
    touched: int
    rules: int
    errors: int
    warnings: int
    notes: int
    groups: tuple[Group, ...]


def build(
    project: Project,
    found: Sequence[Diagnostic],
    about: Mapping[str, str],
    by: By = "rule",
) -> HealthView:
    """Group the findings; `about` tells in a sentence what a rule is for, by its code."""
    owners = Owners(project)
    entries = [_entry(owners, diagnostic) for diagnostic in found]
    counts = Counter(diagnostic.severity for diagnostic in found)
    return HealthView(
        by=by,
        files=len(project.sources),
        items=len(project.items) + len(project.unread),
        touched=len({entry.item for entry in entries if entry.item}),
        rules=len(about),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.INFO],
        groups=by_rule(entries, about) if by == "rule" else by_owner(entries),
    )


def _entry(owners: Owners, diagnostic: Diagnostic) -> Entry:
    item = owners.item(diagnostic)
    return Entry(diagnostic, item, owners.of(item))
