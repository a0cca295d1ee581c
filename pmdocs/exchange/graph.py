"""A whole product as one JSON file: its items, their parts, and all links between them.

The format has a number, and a JSON Schema beside this file. The same product
always gives the same text.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pmdocs.analysis.progress import progress_of
from pmdocs.analysis.summary import summary_of
from pmdocs.exchange.proof import evidence_of, proof_of, share_of
from pmdocs.exchange.values import json_of
from pmdocs.model.ids import number_of
from pmdocs.project.graph import part_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.model.dates import Period
    from pmdocs.model.item import Item, Part
    from pmdocs.project.graph import Link
    from pmdocs.project.project import Project

FORMAT = 1
NAME, SCHEMA_NAME = "graph.json", "graph.schema.json"
_TOLD = {"id", "title", "status", "audience", "owner"}


def graph_of(
    project: Project, url: Callable[[str], str], proofs: Proofs | None = None
) -> dict[str, Any]:
    """The product as plain values; `url` gives the address of an item or a part.

    With `proofs` it tells what is proven.
    """
    kinds = list(project.settings.kinds.by_name)

    def place(id: str) -> tuple[int, int, str, int]:
        owner, _, part = id.partition(".")
        kind = project.settings.kinds.of_id(owner)
        found = kinds.index(kind.kind) if kind else len(kinds)
        return found, number_of(owner), part.partition("-")[0], number_of(part)

    def order(link: Link) -> tuple[object, ...]:
        return place(link.source), link.field, place(link.target), link.source, link.target

    items = [project.items[id] for id in sorted(project.items, key=place)]
    links = [link for item in items for link in project.graph.out(item.id)]
    unread = [project.unread[id] for id in sorted(project.unread, key=place)]
    return {
        "$schema": SCHEMA_NAME,
        "format": FORMAT,
        "generator": f"pmdocs {version('pmdocs')}",
        "site_name": project.settings.site_name,
        **({"proof": evidence_of(proofs)} if proofs else {}),
        "kinds": [_kind(kind) for kind in project.settings.kinds],
        "items": [_item(project, item, url, proofs) for item in items],
        "links": [_link(link) for link in sorted(links, key=order)],
        "unread": [
            {"id": one.id, "kind": one.kind.kind, "title": one.title, "url": url(one.id)}
            for one in unread
        ],
    }


def as_text(value: dict[str, Any]) -> str:
    """The values as JSON with one line for each entry, harmless inside of a page as well."""
    lines = ",\n".join(f"{json.dumps(key)}:{_listed(one)}" for key, one in value.items())
    # In JSON these only stand in texts, where they may be written like this.
    return f"{{\n{lines}\n}}\n".replace("<", "\\u003c")


def schema() -> str:
    """The JSON Schema of the format."""
    return (files("pmdocs") / "exchange" / SCHEMA_NAME).read_text("utf-8")


def _listed(value: object) -> str:
    if not isinstance(value, list):
        return _line(value)
    return f"[\n{_joined(value)}\n]" if value else "[]"


def _joined(values: Iterable[object]) -> str:
    return ",\n".join(map(_line, values))


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _kind(kind: type[Item]) -> dict[str, Any]:
    states = [{"word": state.word, "role": state.role} for state in kind.states]
    return {
        "name": kind.kind,
        "label": kind.label,
        "plural": kind.plural,
        "prefix": kind.prefix,
        "states": states,
    }


def _item(
    project: Project, item: Item, url: Callable[[str], str], proofs: Proofs | None
) -> dict[str, Any]:
    progress = progress_of(project, item.id)
    parts = list(part_ids(item))
    elsewhere = {field for _, field, _, _ in parts} - _with_loose_parts(item)
    counted = progress and {
        "done": progress.done,
        "total": progress.total,
        "percent": progress.percent,
        "words": progress.words,
    }
    return {
        "id": item.id,
        "kind": item.kind,
        "title": item.title,
        "status": item.status,
        "role": item.state.role,
        "audience": item.audience,
        "owner": item.owner,
        "when": _when(item.when),
        "progress": counted,
        **({"proof": share_of(proofs, item.id)} if proofs and proofs.share(item.id).total else {}),
        "summary": summary_of(project, item),
        "url": url(item.id),
        "written": {"path": item.path, "line": item.span.start.line},
        "fields": json_of(item, _TOLD | elsewhere),
        "parts": [_part(id, field, part, url, proofs) for id, field, _, part in parts],
    }


def _when(period: Period | None) -> dict[str, Any] | None:
    """The first and the last day, how exactly each of them was meant, and all of it in words."""
    if period is None:
        return None
    return {
        "start": period.start.first.isoformat(),
        "end": period.end.last.isoformat(),
        "precision": {"start": period.start.precision, "end": period.end.precision},
        "words": period.words,
    }


def _with_loose_parts(item: Item) -> set[str]:
    """The fields with parts that have no id, which stay where they were written."""
    return {field for field, _, part in item.parts() if not part.id}


def _part(
    id: str, field: str, part: Part, url: Callable[[str], str], proofs: Proofs | None
) -> dict[str, Any]:
    proof = proof_of(proofs, id) if proofs else None
    texts = (getattr(part, name, None) for name in ("title", "words", "text"))
    return {
        "id": id,
        "kind": part.kind,
        "field": field,
        "text": next(filter(None, texts), ""),
        "url": url(id),
        **({"proof": proof} if proof else {}),
        "fields": json_of(part, {"id"}),
    }


def _link(link: Link) -> dict[str, str]:
    return {
        "source": link.source,
        "name": link.name,
        "inverse": link.inverse,
        "target": link.target,
        "field": link.field,
    }
