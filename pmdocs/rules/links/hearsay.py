"""What may be there, although it could not be read.

One mistake must not look like many: a rule that misses something asks here
first whether a file or an item that nobody could understand may hold it.
"""

import re
from collections.abc import Iterator

from pmdocs.model.ids import plain_id
from pmdocs.project.graph import Link
from pmdocs.project.project import Project
from pmdocs.source.node import Mapping

_ID = re.compile(r"[A-Z][A-Z0-9]*-\d+(?:\.[A-Z]+-\d+)?")
_NO_ID = frozenset({"PM106", "PM107"})


class Hearsay:
    """Ids that something unread may hold; all of them, where the settings are unread."""

    def __init__(self, ids: Iterator[str], *, anything: bool) -> None:
        """Keep the ids."""
        self._ids = set(ids)
        self._anything = anything

    def __contains__(self, id: str) -> bool:
        """Whether this may be there: an item that may be there may have any parts."""
        return self._anything or id in self._ids or id.partition(".")[0] in self._ids


def existing(project: Project) -> Hearsay:
    """The ids of items and parts that may exist."""
    return Hearsay(_existing(project), anything=_is_blind(project))


def named(project: Project) -> Hearsay:
    """The ids that something may refer to."""
    return Hearsay(_named(project), anything=_is_blind(project))


def is_astray(project: Project, field: str) -> bool:
    """Whether a link of this field leads to the wrong place, so that it misses elsewhere."""
    return any(link.field == field for link in project.graph.dangling) or any(
        is_wrong_kind(link, project)
        for item in project.items.values()
        for link in project.graph.out(item.id, field)
    )


def is_wrong_kind(link: Link, project: Project) -> bool:
    """Whether a link leads to something that its field is not for."""
    return "*" not in link.kinds and project.kind_of(link.target) not in link.kinds


def _existing(project: Project) -> Iterator[str]:
    yield from project.unclear
    yield from _in_broken_files(project)
    yield from (item.id for item in project.again)
    for problem in project.problems:
        if problem.code in _NO_ID and problem.span.path in project.sources:
            source, span = project.sources[problem.span.path], problem.span
            yield plain_id(source.text[source.offset(span.start) : source.offset(span.end)])
            yield problem.item or ""


def _named(project: Project) -> Iterator[str]:
    yield from _in_broken_files(project)
    for unread in project.unread.values():
        yield from _written(unread.node, unread.page)
    for item in (*project.items.values(), *project.again):
        if item.partial or project.items[item.id] is not item:
            yield from _written(item.node, item.page)


def _in_broken_files(project: Project) -> Iterator[str]:
    """The ids in files that were not read, or not all of them, and in their names."""
    for path in {p.span.path for p in project.problems if p.code.startswith("PM0")}:
        yield from _ID.findall(path)
        if path in project.sources:
            yield from _ID.findall(project.sources[path].text)
    for source in project.garbled:
        yield from _ID.findall(source.text)


def _written(node: Mapping, page: str | None) -> Iterator[str]:
    text = node.source.text
    yield from _ID.findall(text if page else text[node.start : node.end])


def _is_blind(project: Project) -> bool:
    """Whether the settings are wrong in a way that may hide whole files or kinds."""
    if project.settings.unclear:
        return True
    settings = project.settings.node.source.path if project.settings.node else "mkdocs.yml"
    return any(p.span.path == settings and p.code.startswith("PM0") for p in project.problems)
