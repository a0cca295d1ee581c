"""Several ids that were written as one: `objectives: OBJ-1, OBJ-2`."""

import re

from pmdocs.diagnostics import Edit, Fix
from pmdocs.model.ids import plain_id
from pmdocs.model.item import locate
from pmdocs.model.wrong import either
from pmdocs.project.graph import Link
from pmdocs.project.project import Project
from pmdocs.source.node import Scalar, Sequence

_JOINT = re.compile(r"\s*(?:[,;/&+]|\b(?:and|or|und|oder)\b)\s*|\s+")
_LONGEST = 300


def several(link: Link, project: Project) -> tuple[str, Fix | None] | None:
    """What to write for ids that all exist, as a list if the field takes one. None for others."""
    words = [word for word in _JOINT.split(link.target[:_LONGEST]) if word]
    ids = [plain_id(word) for word in words]
    if len(ids) < 2 or not all(project.find(id) or id in project.unread for id in ids):  # noqa: PLR2004 - more than one
        return None
    if not isinstance(link.steps[-1], int):
        # Which of them was meant, nobody can tell.
        return f"write one id alone: {either(ids)}", None
    listed = ", ".join(ids)
    node = locate(link.item.node, link.steps)
    inside = isinstance(locate(link.item.node, link.steps[:-1]), Sequence)
    if inside and not _in_brackets(link):
        return f"write `[{listed}]`, or each on a line of its own", None
    text = listed if inside else f"[{listed}]"
    fix = Fix((Edit(node.span, text),)) if isinstance(node, Scalar) else None
    return f"write `[{listed}]`", fix


def _in_brackets(link: Link) -> bool:
    """Whether the list stands between brackets, where a comma parts its ids."""
    node = locate(link.item.node, link.steps[:-1])
    return node.source.text.startswith("[", node.start)
