"""All findings, grouped by rule: what to mend, and where."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one rule."""

    code: str
    name: str
    severity: str
    about: str
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class HealthView:
    """What the health page shows; the gravest rules come first."""

    files: int
    items: int
    errors: int
    warnings: int
    groups: tuple[Group, ...]


def build(project: Project, found: Sequence[Diagnostic], about: Mapping[str, str]) -> HealthView:
    """Group the findings; `about` tells in a sentence what a rule is for, by its code."""
    counts = Counter(d.severity for d in found)
    groups: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        groups.setdefault(diagnostic.code, []).append(diagnostic)
    ordered = sorted(groups.values(), key=lambda g: (-g[0].severity.rank, g[0].code))
    return HealthView(
        files=len(project.sources),
        items=len(project.items) + len(project.unread),
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        groups=tuple(_group(group, about) for group in ordered),
    )


def _group(found: list[Diagnostic], about: Mapping[str, str]) -> Group:
    first = found[0]
    return Group(
        first.code, first.name, str(first.severity), about.get(first.code, ""), tuple(found)
    )
