"""Files that belong to the review of a project, and hold nothing of the product itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding
from pmdocs.model.values import is_inside
from pmdocs.source.encoding import decode
from pmdocs.source.place import LARGEST_FILE
from pmdocs.text import Source

if TYPE_CHECKING:
    from pmdocs.project.config import Settings
    from pmdocs.source.place import Place

BASELINE = ".pmdocs-baseline.jsonl"


def beside(place: Place, settings: Settings) -> tuple[list[Source], list[Finding]]:
    """All these files, and what is wrong with those that cannot be read."""
    sources, findings = _recorded(place)
    for index, path in enumerate(settings.plugin.python_rules):
        read = _python(place, path)
        node = settings.at("python_rules", index)
        if isinstance(read, Source):
            sources.append(read)
        elif node is not None:
            hint = "write the path of a file with rules, seen from mkdocs.yml: `tools/rules.py`"
            message = f"`{path}` cannot be read: {read}"
            findings.append(Finding(node.span, message, hint, code="PM110"))
    return sources, findings


def _python(place: Place, path: str) -> Source | str:
    if not path.endswith(".py"):
        return "it is no Python file"
    return _read(place, path) if is_inside(path) else "it leads out of the project"


def _recorded(place: Place) -> tuple[list[Source], list[Finding]]:
    """The file of known findings beside mkdocs.yml, if there is one, or why it cannot be read."""
    if not place.exists(place.root / BASELINE):
        return [], []
    read = _read(place, BASELINE)
    if isinstance(read, Source):
        return [read], []
    hint = "mend it, or remove it and record the findings anew"
    start = Source(BASELINE, "").start
    return [], [Finding(start, f"the baseline cannot be read: {read}", hint, code="PM906")]


def _read(place: Place, name: str) -> Source | str:
    """The text of a file in the project, or in words why it cannot be had."""
    path, error = place.real(place.root / name)
    if not path.is_relative_to(place.root):
        return "it leads out of the project"
    try:
        if error is not None:
            raise error
        data = place.read(path)
    except OSError as failed:
        return (failed.strerror or type(failed).__name__).lower()
    if len(data) > LARGEST_FILE:
        return f"it is larger than the {LARGEST_FILE:,} bytes that are read"
    read = decode(name, data)
    return read if isinstance(read, Source) else read.message
