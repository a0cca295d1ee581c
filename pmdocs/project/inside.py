"""What of a project is public, and what stays inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.ids import ids_written, is_id
from pmdocs.project.internal_fields import needs
from pmdocs.project.public_pages import stays_inside
from pmdocs.project.redaction import Redaction
from pmdocs.source.node import Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmdocs.model.item import Item
    from pmdocs.project.project import Project, Unread


@dataclass(frozen=True)
class Inside:
    """Tells apart what is public and what is not.

    `items` are those that are published; `pages` are the paths of Markdown files
    that are not.
    """

    project: Project
    items: Mapping[str, Item]
    pages: frozenset[str]
    redaction: Redaction

    @classmethod
    def of(cls, project: Project) -> Inside:
        """Look through a whole project."""
        # Where something could not be read, nobody knows what was meant for whom.
        broken = {p.span.path for p in project.problems if p.code.startswith("PM0")}
        internal = project.settings.plugin.internal_fields
        whole = {k.kind for k in project.settings.kinds if any(needs(k, name) for name in internal)}
        items = {
            id: item
            for id, item in project.items.items()
            if item.audience == "public"
            and item.knows(("audience",))
            and item.page not in broken
            and item.kind not in whole
        }
        pages = broken & project.pages.keys() | set(_pages(project, items))
        redaction = Redaction(
            frozenset(_ids(project, items) - items.keys()),
            frozenset(written(project, path) for path in pages),
            frozenset(written(project, path) for path in project.pages.keys() - pages),
            project.settings.docs_dir,
        )
        return cls(project, items, frozenset(pages), redaction)

    @property
    def words(self) -> str:
        """How much is public, in numbers alone."""
        known, pages = len(self.project.items), len(self.project.pages)
        return f"{len(self.items)} of {known} items, {pages - len(self.pages)} of {pages} pages"

    def holds_page(self, path: str) -> bool:
        """Whether a page, by its path in the project, must not be published."""
        return path in self.pages or path not in self.project.pages

    def holds_file(self, path: str) -> bool:
        """Whether another file must not be: it has items in it, or is named after one."""
        settings, source = self.project.settings, self.project.sources.get(path)
        folder = "" if settings.plugin.roadmap_dir == "." else f"{settings.plugin.roadmap_dir}/"
        if path.startswith(folder) and path.lower().endswith((".yaml", ".yml")):
            return True
        ids = ids_written(source.text) if source else ()
        if source and path.endswith(".feature") and self.redaction.hides(source.text):
            return True
        return self.redaction.hides(path) or any(settings.kinds.of_id(id[1]) for id in ids)


def written(project: Project, path: str) -> str:
    """The path of a page in the content folder."""
    return path.removeprefix(f"{project.settings.docs_dir}/")


def _pages(project: Project, items: Mapping[str, Item]) -> Iterator[str]:
    """The Markdown files of what is internal, and those that say so themselves."""
    public = {item.page for item in items.values()}
    others: list[Item | Unread] = [*project.items.values(), *project.unread.values()]
    internal = {one.page for one in (*others, *project.again)} - public
    for path, document in project.pages.items():
        if path in internal or (path not in public and stays_inside(document)):
            yield path


def _ids(project: Project, items: Mapping[str, Item]) -> set[str]:
    """Every id that something has or had; the former ones of public items are not among them."""
    internal = [*(one for id, one in project.items.items() if id not in items), *project.again]
    ids = {*project.items, *project.unread, *(old for one in internal for old in one.aliases)}
    ids.update(old for one in project.unread.values() for old in _former_ids(one))
    texts = [source for path, source in project.sources.items() if path not in project.pages]
    found = (match[1] for s in (*texts, *project.garbled) for match in ids_written(s.text))
    ids.update(id for id in found if project.settings.kinds.of_id(id))
    return {id for id in ids if is_id(id)}


def _former_ids(unread: Unread) -> Iterator[str]:
    node = unread.node.get("aliases")
    for one in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(one, Scalar):
            yield one.text
