"""Whether two readings of a file say the same, but for blanks that nobody sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pmdocs.model.decode import plain

if TYPE_CHECKING:
    from pmdocs.project.project import Project

_LINE_END = re.compile(r"([ \t]*)(?:\r\n?|\n|\Z)")
_BREAK = 2


def says_the_same(path: str, before: Project, after: Project) -> bool:
    """Whether a file holds the same items, texts, mentions, views and mistakes in both."""
    return _of_file(path, before) == _of_file(path, after)


def _of_file(path: str, project: Project) -> dict[str, Any]:
    page = project.pages.get(path)
    items = (*project.items.values(), *project.again)
    return {
        "items": [_squeezed(item.model_dump()) for item in items if item.path == path],
        "lost": [item.id for item in items if item.path == path and item.partial],
        "unread": [u.id for u in project.unread.values() if u.node.source.path == path],
        "mentions": [
            (m.target, m.explicit, m.source) for m in project.mentions if m.span.path == path
        ],
        "problems": [(p.code, p.message) for p in project.problems if p.span.path == path],
        "front": _squeezed(plain(page.front)) if page and page.front else None,
        "sections": [(s.title, s.level) for s in page.sections] if page else [],
        "body": _squeezed(page.source.text[page.body_start :].strip()) if page else "",
        "blocks": [(block.view, block.options) for block in project.blocks.get(path, ())],
    }


def _squeezed(value: Any) -> Any:
    """The value without blanks at the ends of lines, but for those that break a line."""
    if isinstance(value, str):
        return _LINE_END.sub(_line_end, value.rstrip())
    if isinstance(value, dict):
        return {key: _squeezed(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_squeezed(inner) for inner in value]
    return value


def _line_end(match: re.Match[str]) -> str:
    below = match.string[match.end() :].partition("\n")[0].strip()
    above = match.string[: match.start()].rpartition("\n")[2].strip()
    is_break = below and above and len(match[1].expandtabs(4)) >= _BREAK
    return f"{match[1] if is_break else ''}\n"
