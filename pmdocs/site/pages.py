"""A project as the pages of a site, finished but for the theme around them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup

from pmdocs.model.docs import about_kind
from pmdocs.model.ids import number_of
from pmdocs.site.addresses import ITEMS, Addresses, anchor_of, slug
from pmdocs.site.listed import HOME, OVERVIEW, VIEWS, is_made
from pmdocs.site.passages import passages_of, words_of
from pmdocs.site.rendering import Rendering
from pmdocs.views import item, table, trace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.diagnostics import Diagnostic
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project, Unread
    from pmdocs.site.listed import ViewPage
    from pmdocs.site.passages import Passage
    from pmdocs.views.item.values import ItemView


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page that pmdocs makes.

    `address` is where MkDocs would keep its Markdown, `above` the page that it
    stands under. `written` is the file and line that it can be edited in.
    `heading` is the anchor of its title, `anchors` are those of its parts.
    `before` and `after` are the pages beside it, `sections` are the anchors and
    titles of what it is made of. A search finds its `words` and `passages`, and
    shows its `kind`.
    """

    address: str
    title: str
    html: str
    heading: str
    above: str | None = None
    written: tuple[str, int] | None = None
    anchors: frozenset[str] = frozenset()
    tags: tuple[str, ...] = ()
    before: str | None = None
    after: str | None = None
    sections: tuple[tuple[str, str], ...] = ()
    words: str = ""
    passages: tuple[Passage, ...] = ()
    kind: str = ""


def title_of(one: Item | Unread) -> str:
    """What the page of an item is called in the tab of a browser and in the search."""
    return one.id if one.title == one.id else f"{one.id} {one.title}"


@dataclass(frozen=True)
class Site:
    """Makes the pages of a project.

    `overrides` is a folder with templates of the project's own; `pager` says
    whether item pages lead to their neighbours themselves, because the theme
    does not. `proofs` is what tests and people have shown, if anybody asked.
    """

    project: Project
    found: Sequence[Diagnostic]
    folders: bool = True
    overrides: Path | None = None
    pager: bool = True
    proofs: Proofs | None = None
    addresses: Addresses = field(init=False)
    rendering: Rendering = field(init=False)

    def __post_init__(self) -> None:
        """Prepare what all pages share."""
        addresses = Addresses(self.project, self.folders)
        object.__setattr__(self, "addresses", addresses)
        object.__setattr__(self, "rendering", Rendering(self.project, addresses, self.overrides))

    def pages(self) -> Iterator[SitePage]:
        """Every page but those of items that were written as a Markdown page."""
        yield from self._views()
        yield self._index()
        for kind in self._kinds_in_use:
            yield self._table(kind)
        for one in self.project.items.values():
            if one.page is None:
                yield self._item(one)
        for unread in self.project.unread.values():
            if unread.page is None and (address := self.addresses.permanent(unread.id)):
                yield self._unread(unread, address)

    def around(self, one: Item, page: str) -> tuple[str, str]:
        """What stands above and below the text of an item that has a page of its own."""
        return self._filled(self._view(one), page, self._trace(one))

    def above_unread(self, unread: Unread, page: str) -> str:
        """What stands above the text of a page that is an item, but cannot be read."""
        found = self._found_by_item.get(unread.id) or [
            d for d in self.found if d.span.path == unread.span.path
        ]
        view = item.build_unread(unread, found)
        return self.rendering.fill("item/unread.html", page, view=view)

    def neighbours(self, id: str) -> tuple[str | None, str | None]:
        """The pages of the items before and after one, within its kind."""
        before, after = self._order.get(id, (None, None))
        page = self.addresses.page
        return page(before) if before else None, page(after) if after else None

    def redirects(self) -> Iterator[tuple[str, str]]:
        """Files, with their content, at the former addresses of what moved elsewhere.

        That is the permanent address of an item with a page of its own, that of
        each former id, and the page of a file that was named after a former id.
        """
        ones: list[Item | Unread] = [*self.project.items.values(), *self.project.unread.values()]
        homes = {one.id: one.id for one in ones if one.page} | self.project.aliases
        for old, new in homes.items():
            if not self._is_taken(old, new):
                for here in filter(
                    None, (self.addresses.permanent(old), self._page_named(old, new))
                ):
                    yield from self._redirect(here, new)

    def _redirect(self, here: str, id: str) -> Iterator[tuple[str, str]]:
        home = self.addresses.page(id) or ITEMS
        if here == home:
            return
        url = self.addresses.url(here)
        href = self.addresses.up(here) + self.addresses.url(home)
        title = f"{id} {self.project.title_of(id)}".strip()
        text = self.rendering.fill("redirect.html", here, title=title, href=href)
        yield (f"{url}index.html" if self.folders else url), text

    def _page_named(self, old: str, new: str) -> str | None:
        """The page that an item had when its file was named after its former id."""
        item = self.project.items.get(new)
        folder, name = posixpath.split(item.page if item and item.page else "")
        if old == new or not name.startswith(new):
            return None
        path = posixpath.join(folder, old + name.removeprefix(new))
        return None if path in self.project.pages else self.addresses.written(path)

    def _is_taken(self, old: str, new: str) -> bool:
        """Whether a former id is by now that of something else."""
        return old != new and (old in self.project.items or old in self.project.unread)

    def _views(self) -> Iterator[SitePage]:
        for address, page in VIEWS.items():
            if is_made(address, self.project):
                yield self._viewed(address, page)

    def _viewed(self, address: str, page: ViewPage) -> SitePage:
        view = page.build(self.project, self.found, self.proofs)
        body = self.rendering.fill(page.template, address, view=view)
        return self._page(address, page.title, body, page.above)

    def home(self) -> SitePage:
        """The overview once more, as the home page of a site that has none."""
        return self._viewed(HOME, VIEWS[OVERVIEW])

    def _index(self) -> SitePage:
        up = self.addresses.up(ITEMS)
        cards = [
            {
                "label": kind.plural,
                "count": len(self._by_kind.get(kind.kind, ())),
                "about": about_kind(kind).partition("\n\n")[0].replace("\n", " "),
                "href": up + self.addresses.url(self.addresses.kind(kind)),
            }
            for kind in self._kinds_in_use
        ]
        name = self.project.settings.site_name or "the product"
        body = self.rendering.fill("items.html", ITEMS, cards=cards, site_name=name)
        return self._page(ITEMS, "All items", body)

    def _table(self, kind: type[Item]) -> SitePage:
        address = self.addresses.kind(kind)
        view = table.build(self.project, kind)
        body = self.rendering.fill("table/table.html", address, view=view)
        return self._page(address, kind.plural, body, above=ITEMS)

    def _view(self, one: Item) -> ItemView:
        neighbours = self._order.get(one.id, (None, None)) if self.pager else (None, None)
        found = self._found_by_item.get(one.id, ())
        return item.build(self.project, one, found, neighbours, self.proofs)

    def _trace(self, one: Item) -> trace.View:
        return trace.proven(trace.build(self.project, one.id), self.proofs)

    def _filled(self, view: ItemView, page: str, traced: trace.View) -> tuple[str, str]:
        fill, name = self.rendering.fill, self.rendering.template_of(view.kind)
        drawn = Markup(fill("trace/trace.html", page, view=traced))  # noqa: S704 - as below
        above, below = (
            fill(name or frame, page, view=view, frame=frame, trace=drawn)
            for frame in ("item/head.html", "item/body.html")
        )
        return above, below

    def _item(self, one: Item) -> SitePage:
        address, view = f"items/{one.id}.md", self._view(one)
        traced = self._trace(one)
        before, after = self.neighbours(one.id)
        return SitePage(
            address,
            title_of(one),
            "".join(self._filled(view, address, traced)),
            one.id,
            above=self.addresses.kind(type(one)),
            written=(one.path, one.span.start.line),
            anchors=frozenset(map(anchor_of, self._local_ids.get(one.id, ()))),
            tags=one.tags,
            before=before,
            after=after,
            sections=(*item.sections(view), *trace.sections(traced)),
            words=words_of(one),
            passages=passages_of(one),
            kind=one.label,
        )

    def _unread(self, unread: Unread, address: str) -> SitePage:
        place = unread.span
        return SitePage(
            address,
            title_of(unread),
            self.above_unread(unread, address),
            unread.id,
            above=self.addresses.kind(unread.kind),
            written=(place.path, place.start.line),
            kind=unread.kind.label,
        )

    def _page(self, address: str, title: str, body: str, above: str | None = None) -> SitePage:
        html = self.rendering.fill(
            "page.html",
            address,
            id=slug(title),
            heading=title,
            body=Markup(body),  # noqa: S704 - made by our own templates
        )
        return SitePage(address, title, html, slug(title), above)

    @cached_property
    def _by_kind(self) -> dict[str, list[Item]]:
        kinds: dict[str, list[Item]] = {}
        for one in sorted(self.project.items.values(), key=lambda one: number_of(one.id)):
            kinds.setdefault(one.kind, []).append(one)
        return kinds

    @cached_property
    def _kinds_in_use(self) -> list[type[Item]]:
        used = {*self._by_kind, *(unread.kind.kind for unread in self.project.unread.values())}
        return [kind for kind in self.project.settings.kinds if kind.kind in used]

    @cached_property
    def _order(self) -> dict[str, tuple[str | None, str | None]]:
        """The ids before and after each item, within its kind."""
        around: dict[str, tuple[str | None, str | None]] = {}
        for items in self._by_kind.values():
            ids = [one.id for one in items]
            for id, before, after in zip(ids, [None, *ids], [*ids[1:], None], strict=False):
                around[id] = (before, after)
        return around

    @cached_property
    def _local_ids(self) -> dict[str, list[str]]:
        """The ids of parts without their owner's, by owner."""
        ids: dict[str, list[str]] = {}
        for id in self.project.parts:
            owner, _, local = id.partition(".")
            ids.setdefault(owner, []).append(local)
        return ids

    @cached_property
    def _found_by_item(self) -> dict[str, list[Diagnostic]]:
        found: dict[str, list[Diagnostic]] = {}
        for diagnostic in self.found:
            if diagnostic.finding.item:
                found.setdefault(diagnostic.finding.item, []).append(diagnostic)
        return found
