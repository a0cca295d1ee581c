"""Views in the midst of prose: ` ```pmdocs timeline ` becomes what it asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from markupsafe import Markup

from pmdocs.project.block_reader import read_blocks
from pmdocs.project.select import select
from pmdocs.text import Source
from pmdocs.views import (
    board,
    card,
    chart,
    matrix,
    overview,
    progress,
    proof,
    roadmap,
    table,
    trace,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.model.item import Item
    from pmdocs.project import blocks as asked
    from pmdocs.project.blocks import Block, Options
    from pmdocs.project.project import Project
    from pmdocs.site.rendering import Rendering

# A template, and what fills it: nothing where there is nothing to show.
Filled: TypeAlias = tuple[str, object | None]

_PLACE = re.compile(r'<div data-pm-block="(\d+)"></div>')


class Blocks:
    """Takes the blocks out of a page's Markdown, and puts their views into its HTML.

    Views are large, and Markdown need not look at them.
    """

    def __init__(
        self, project: Project, rendering: Rendering, proofs: Proofs | None = None
    ) -> None:
        """Begin with a page that has none."""
        self._project, self._rendering, self._proofs = project, rendering, proofs
        self._found: tuple[Block, ...] = ()

    def taken_out(self, markdown: str) -> str:
        """The text with a mark in the place of each block."""
        source = Source("", markdown)
        self._found, _ = read_blocks(source, 0, self._project.settings)
        for number, block in reversed(list(enumerate(self._found))):
            mark = f'\n<div data-pm-block="{number}"></div>\n'
            markdown = markdown[: block.start] + mark + markdown[block.end :]
        return markdown

    def put_in(self, html: str, page: str) -> str:
        """The HTML with a view in the place of each mark."""
        if not self._found:
            return html
        views = [self._filled(block, page) for block in self._found]
        marked = _PLACE.finditer(html)
        places = [(match.span(), int(match[1])) for match in marked]
        for (start, end), number in reversed(places):
            if number < len(views):
                html = html[:start] + views[number] + html[end:]
        return html

    def _filled(self, block: Block, page: str) -> str:
        options = block.options
        fill = self._rendering.fill
        if options is None:
            return self._trouble(block.trouble, page)
        make = _PROVEN.get(block.view) or _VIEWS[block.view]
        proofs = (self._proofs,) if block.view in _PROVEN else ()
        template, view = make(self._project, options, *proofs)
        if view is None:
            return self._trouble("there is nothing to show", page)
        html = Markup(fill(template, page, view=view, embedded=True))  # noqa: S704 - our templates
        # A chart has its title in itself, for those who cannot see it.
        title = "" if block.view == "chart" else options.title or ""
        return fill("block.html", page, title=title, view=html, embedded=True)

    def _trouble(self, words: str, page: str) -> str:
        """Why a view cannot be shown; the public need not know."""
        if self._project.settings.is_public:
            return ""
        return self._rendering.fill("block.html", page, trouble=words, embedded=True)


def _items(project: Project, options: Options) -> Sequence[Item] | None:
    where = getattr(options, "where", None)
    return select(project, where) if where else None


def _timeline(project: Project, options: asked.Timeline) -> Filled:
    view = roadmap.build(project, options.group, items=_items(project, options), whole=True)
    return "roadmap/roadmap.html", view


def _board(project: Project, options: asked.Board) -> Filled:
    named = project.settings.kinds.named(options.kind)
    kind = named.kind if named else "item"
    by = options.by or ("horizon" if kind == "item" else "status")
    items = _items(project, options)
    return "board/board.html", board.build(project, kind=kind, by=by, items=items)


def _table(project: Project, options: asked.Table) -> Filled:
    items = _items(project, options) or ()
    view = table.build(
        project, items=items, columns=options.columns or None, sort=options.sort or ""
    )
    return "table/table.html", view


def _item(project: Project, options: asked.OneItem, proofs: Proofs | None) -> Filled:
    found = project.find(options.id) or project.unread.get(options.id)
    return "card/placed.html", card.build(project, found, proofs) if found else None


def _matrix(project: Project, options: asked.Matrix, proofs: Proofs | None) -> Filled:
    # The public would take for a gap what is only hidden.
    if project.settings.is_public:
        return "matrix/matrix.html", None
    return "matrix/matrix.html", matrix.build(project, _items(project, options), proofs)


def _proof(project: Project, options: asked.Proof, proofs: Proofs | None) -> Filled:
    # It judges the work, as the matrix does.
    shown = None if project.settings.is_public else proofs
    return "proof/proof.html", proof.build(project, shown, _items(project, options))


def _progress(project: Project, options: asked.Progress) -> Filled:
    return "progress/progress.html", progress.build(project, items=_items(project, options))


def _trace(project: Project, options: asked.Trace, proofs: Proofs | None) -> Filled:
    if project.find(options.id) is None:
        return "trace/trace.html", None
    view = trace.build(project, options.id, options.depth)
    return "trace/trace.html", trace.proven(view, proofs)


def _chart(project: Project, options: asked.Chart) -> Filled:
    view = chart.build(
        project,
        type=options.type,
        items=_items(project, options),
        by=options.by or "status",
        metric=options.metric,
        title=options.title or "",
    )
    return "chart/chart.html", view


def _overview(project: Project, options: asked.Overview) -> Filled:
    return "overview/overview.html", overview.build(project, None, items=_items(project, options))


_VIEWS: dict[str, Callable[..., Filled]] = {
    "timeline": _timeline,
    "board": _board,
    "table": _table,
    "progress": _progress,
    "chart": _chart,
    "overview": _overview,
}
# Those that also tell what is proven.
_PROVEN: dict[str, Callable[..., Filled]] = {
    "item": _item,
    "matrix": _matrix,
    "proof": _proof,
    "trace": _trace,
}
