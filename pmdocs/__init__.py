"""Product management as code: documents in git, checked, linked and published.

```python
from pathlib import Path
import pmdocs

project = pmdocs.load(Path("."))
for diagnostic in pmdocs.check(project):
    print(diagnostic.span, diagnostic.code, diagnostic.finding.message)
for story in pmdocs.select(project, "kind:story status:ready"):
    print(story.id, story.title)
```
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pmdocs.diagnostics import Diagnostic, Edit, Finding, Fix, Note, Severity
    from pmdocs.errors import PmdocsError, QueryError
    from pmdocs.model.dates import Date, Period, Precision
    from pmdocs.model.item import Item
    from pmdocs.project.config import Settings, read_settings
    from pmdocs.project.graph import Graph, Link
    from pmdocs.project.load import find_root, load
    from pmdocs.project.project import Project
    from pmdocs.project.reader import build
    from pmdocs.project.select import select
    from pmdocs.rules.catalogue import check
    from pmdocs.rules.rule import Options, Rule, rule
    from pmdocs.text import Position, Source, Span

# Each name with its room: a room is only entered when somebody asks for it.
_ROOMS = {
    "load": "project.load",
    "find_root": "project.load",
    "build": "project.reader",
    "read_settings": "project.config",
    "check": "rules.catalogue",
    "rule": "rules.rule",
    "Rule": "rules.rule",
    "Options": "rules.rule",
    "select": "project.select",
    "Project": "project.project",
    "Settings": "project.config",
    "Graph": "project.graph",
    "Link": "project.graph",
    "Item": "model.item",
    "Date": "model.dates",
    "Period": "model.dates",
    "Precision": "model.dates",
    "Diagnostic": "diagnostics",
    "Finding": "diagnostics",
    "Note": "diagnostics",
    "Edit": "diagnostics",
    "Fix": "diagnostics",
    "Severity": "diagnostics",
    "Source": "text",
    "Span": "text",
    "Position": "text",
    "PmdocsError": "errors",
    "QueryError": "errors",
}

__all__ = [
    "load",
    "find_root",
    "build",
    "read_settings",
    "check",
    "rule",
    "Rule",
    "Options",
    "select",
    "Project",
    "Settings",
    "Graph",
    "Link",
    "Item",
    "Date",
    "Period",
    "Precision",
    "Diagnostic",
    "Finding",
    "Note",
    "Edit",
    "Fix",
    "Severity",
    "Source",
    "Span",
    "Position",
    "PmdocsError",
    "QueryError",
]


def __getattr__(name: str) -> Any:
    """Fetch a public name from its room."""
    if name not in _ROOMS:
        raise AttributeError(f"module `pmdocs` has no `{name}`")
    return getattr(importlib.import_module(f"pmdocs.{_ROOMS[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
