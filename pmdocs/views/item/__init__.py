"""One item: its fields in reading order and in the way of its kind, and what it is linked with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.model.item import State
from pmdocs.model.kinds.story import Story
from pmdocs.views.item.blocks import blocks_of, facts_of
from pmdocs.views.item.facts import HEALTH, groups
from pmdocs.views.item.forms import form_of
from pmdocs.views.item.proven import meter_of
from pmdocs.views.item.values import ItemView, LinkGroup, News, Resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.diagnostics import Diagnostic
    from pmdocs.model.item import Item, Update
    from pmdocs.project.project import Project, Unread
    from pmdocs.views.item.pieces import Meter


def build(
    project: Project,
    item: Item,
    findings: Sequence[Diagnostic] = (),
    neighbours: tuple[str | None, str | None] = (None, None),
    proofs: Proofs | None = None,
) -> ItemView:
    """Work out what to show of an item.

    Fields that a Markdown page shows in its own sections are left out. Without
    `proofs` nothing is said about what is proven.
    """
    graph, form = project.graph, form_of(project, item, proofs)
    return ItemView(
        id=item.id,
        title=item.title,
        kind=item.kind,
        kind_label=item.label,
        state=item.state,
        path=item.path,
        line=item.span.start.line,
        when=item.when.words if item.when else "",
        opening=form.opening,
        lead=form.lead,
        meter=form.meter,
        proven=_proven(item, proofs),
        facts=facts_of(item, form),
        blocks=blocks_of(project, item, form),
        serves=_groups(item, ((k.name, k.target) for k in graph.out(item.id))),
        served_by=_groups(item, ((k.inverse, k.source) for k in graph.into(item.id))),
        mentioned_in=_mentions(project, item),
        resources=tuple(Resource(r.title, r.url) for r in item.links),
        news=tuple(map(_news, item.updates)),
        former_ids=item.aliases,
        findings=tuple(findings),
        previous=neighbours[0],
        following=neighbours[1],
        is_page=item.page is not None,
    )


def sections(view: ItemView) -> tuple[tuple[str, str], ...]:
    """The anchors and headings of what the page of an item is made of."""
    made = [(block.anchor, block.label) for block in view.blocks]
    rest = (("pm-updates", "Updates", view.news), ("pm-links", "Pages elsewhere", view.resources))
    return (*made, *((anchor, title) for anchor, title, shown in rest if shown))


def build_unread(unread: Unread, findings: Sequence[Diagnostic]) -> ItemView:
    """Work out what to show of something that cannot be read: what is wrong with it."""
    return ItemView(
        id=unread.id,
        title=unread.title,
        kind=unread.kind.kind,
        kind_label=unread.kind.label,
        state=State("", "blocked"),
        path=unread.span.path,
        line=unread.span.start.line,
        findings=tuple(findings),
        is_page=unread.page is not None,
    )


def _news(update: Update) -> News:
    health = update.health or ""
    date = update.date
    return News(str(date), date.words, update.text, health, HEALTH.get(health, ""))


def _proven(item: Item, proofs: Proofs | None) -> Meter | None:
    """How much is proven of the criteria that hang on an item; a story tells it at its criteria."""
    if proofs is None or isinstance(item, Story):
        return None
    share = proofs.share(item.id)
    return meter_of(share) if share.total else None


def _groups(item: Item, links: Iterable[tuple[str, str]]) -> tuple[LinkGroup, ...]:
    """The links by name, without those from one part of the item to another."""
    return groups((name, id) for name, id in links if id.partition(".")[0] != item.id)


def _mentions(project: Project, item: Item) -> tuple[str, ...]:
    linked = {k.source for k in project.graph.into(item.id)} | {item.id}
    found = project.mentioned_in.get(item.id, ())
    return tuple(id for id in found if id not in linked)
