"""An item or a part in a few lines: what one sees while pointing at a link to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.advance import advance_of
from pmdocs.analysis.summary import plain, shortened, summary_of
from pmdocs.project.project import PartPlace, Unread
from pmdocs.views.card.parts import part_card
from pmdocs.views.card.values import MOST, Bar, CardView, Few, Health, News, few

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

_NEWS = 120
# Links that do not lead to what an item is there for, and those that its sentence tells already.
_NOT_SERVED = {"depends_on", "evidence", "supersedes", "as_a", "persona"}
_ROLES = {"on track": "done", "at risk": "at-risk", "off track": "blocked"}


def build(
    project: Project, one: Item | PartPlace | Unread, proofs: Proofs | None = None
) -> CardView:
    """Work out the card of an item, of a part, or of something that cannot be read.

    With `proofs` the card of a criterion tells what is shown of it.
    """
    if isinstance(one, Unread):
        return CardView(one.id, one.kind.label, one.title, "cannot be read", "blocked")
    if isinstance(one, PartPlace):
        return part_card(project, one, proofs)
    return CardView(
        id=one.id,
        kind=one.label,
        title=one.title,
        status=one.state.word,
        role=one.state.role,
        text=shortened(summary_of(project, one)),
        when=_when(one),
        bar=_bar(project, one),
        owner=one.owner or "",
        team=_word(one, "team"),
        confidence=_word(one, "confidence"),
        health=_health(_word(one, "health")),
        links=tuple(_links(project, one)),
        news=_news(one),
    )


def _when(item: Item) -> str:
    """Its dates in words, or the horizon where nothing dates it."""
    return item.when.words if item.when else _word(item, "horizon").capitalize()


def _word(item: Item, name: str) -> str:
    """What stands in a field that not all kinds have; a project's own may hold anything."""
    value = getattr(item, name, None)
    return value if isinstance(value, str) else ""


def _bar(project: Project, item: Item) -> Bar | None:
    advance = advance_of(project, item)
    return Bar(advance.percent, advance.words) if advance else None


def _health(word: str | None) -> Health | None:
    return Health(word, _ROLES[word]) if word in _ROLES else None


def _links(project: Project, item: Item) -> Iterator[Few]:
    """What it waits for, and then what it serves, by the names of the links."""
    open_work = list(_waits_for(project, item))
    if open_work:
        yield few(project, "waits for", open_work)
    served: dict[str, list[str]] = {}
    for link in project.graph.out(item.id):
        if link.field not in _NOT_SERVED and link.target.partition(".")[0] != item.id:
            served.setdefault(link.name, []).append(link.target)
    yield from (few(project, name, ids) for name, ids in list(served.items())[:MOST])


def _waits_for(project: Project, item: Item) -> Iterator[str]:
    """What has to be done first and is not done yet."""
    for link in project.graph.out(item.id, "depends_on"):
        target = project.items.get(link.target)
        if link.source == item.id and not (target and target.state.closed):
            yield link.target


def _news(item: Item) -> News | None:
    if not item.updates:
        return None
    last = max(item.updates, key=lambda update: update.date.last)
    return News(last.date.words, _health(last.health), shortened(plain(last.text), _NEWS))
