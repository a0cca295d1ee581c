"""One item: its fields in reading order, its parts, and what it is linked with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item, State
from pmdocs.model.kinds.story import Story
from pmdocs.views.item.body import in_body
from pmdocs.views.item.facts import facts, flat, groups, is_fact, parts
from pmdocs.views.item.values import Block, ItemView, LinkGroup, News, Resource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.model.fields import Field
    from pmdocs.project.project import Project, Unread

_ELSEWHERE = {"id", "title", "status", "aliases", "links", "updates", "audience"}
_STORY = {"as_a", "i_want", "so_that"}


def build(
    project: Project,
    item: Item,
    findings: Sequence[Diagnostic] = (),
    neighbours: tuple[str | None, str | None] = (None, None),
) -> ItemView:
    """Work out what to show of an item.

    Fields that a Markdown page shows in its own sections are left out.
    """
    graph, told = project.graph, _in_when(item)
    return ItemView(
        id=item.id,
        title=item.title,
        kind=item.kind,
        kind_label=item.label,
        state=item.state,
        when=item.when.words if item.when else "",
        facts=tuple(facts(item, (f for f in _shown(item) if f.key not in told))),
        sentence=_sentence(item),
        blocks=tuple(_blocks(project, item)),
        serves=_groups(item, ((k.name, k.target) for k in graph.out(item.id))),
        served_by=_groups(item, ((k.inverse, k.source) for k in graph.into(item.id))),
        mentioned_in=_mentions(project, item),
        resources=tuple(Resource(r.title, r.url) for r in item.links),
        news=tuple(News(str(u.date), u.date.words, u.text, u.health or "") for u in item.updates),
        former_ids=item.aliases,
        path=item.path,
        line=item.span.start.line,
        findings=tuple(findings),
        previous=neighbours[0],
        following=neighbours[1],
        is_page=item.page is not None,
    )


def sections(view: ItemView) -> tuple[tuple[str, str], ...]:
    """The anchors and headings of what the page of an item is made of."""
    made = [(f"pm-{block.key.replace('_', '-')}", block.label) for block in view.blocks]
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
        when="",
        facts=(),
        sentence=("", "", ""),
        blocks=(),
        serves=(),
        served_by=(),
        mentioned_in=(),
        resources=(),
        news=(),
        former_ids=(),
        path=unread.span.path,
        line=unread.span.start.line,
        findings=tuple(findings),
        previous=None,
        following=None,
        is_page=unread.page is not None,
    )


def _shown(item: Item) -> list[Field]:
    """The fields that this page shows itself: own ones first, in their order."""
    hidden = _ELSEWHERE | (_STORY if isinstance(item, Story) else set())
    fields = [f for key, f in fields_of(type(item)).items() if key not in hidden]
    common = fields_of(Item)
    own = [f for f in fields if f.key not in common]
    return [f for f in (*own, *(f for f in fields if f.key in common)) if not in_body(item, f)]


def _in_when(item: Item) -> set[str]:
    """The fields that the time of an item is told from."""
    dates = item.dates
    end = "end" if "end" in dates else "deadline"
    return {"start", end} & set(dates) or {"date", "period"}


def _sentence(item: Item) -> tuple[str, str, str]:
    if not isinstance(item, Story):
        return ("", "", "")
    return item.as_a, item.i_want, item.so_that or ""


def _blocks(project: Project, item: Item) -> Iterator[Block]:
    for field in _shown(item):
        value = getattr(item, field.name)
        if is_fact(field) or (field.link and not field.link.or_text) or value in (None, (), ""):
            continue
        values = value if field.many else (value,)
        if field.part:
            label = "Acceptance criteria" if field.key == "criteria" else field.label
            yield Block(field.key, label, "parts", parts=parts(project, item, values))
        elif field.record:
            if rows := tuple(row for v in values if (row := tuple(flat(v)))):
                yield Block(field.key, field.label, "records", records=rows)
        else:
            form = ("texts" if field.many else "text") if field.rich else "words"
            yield Block(field.key, field.label, form, texts=tuple(map(str, values)))
    done = project.settings.plugin.definition_of_done
    if done and isinstance(item, Story) and not item.definition_of_done:
        yield Block("definition_of_done", "Definition of done", "words", texts=done)


def _groups(item: Item, links: Iterable[tuple[str, str]]) -> tuple[LinkGroup, ...]:
    """The links by name, without those from one part of the item to another."""
    return groups((name, id) for name, id in links if id.partition(".")[0] != item.id)


def _mentions(project: Project, item: Item) -> tuple[str, ...]:
    linked = {k.source for k in project.graph.into(item.id)} | {item.id}
    found = project.mentioned_in.get(item.id, ())
    return tuple(id for id in found if id not in linked)
