"""Texts become items, known ids, mentions and findings."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, Note
from pmdocs.model.decode import decode_item
from pmdocs.model.fields import fields_of
from pmdocs.model.ids import check_id, check_part_id, ids_written, plain_id
from pmdocs.model.item import locate
from pmdocs.model.sections import with_sections
from pmdocs.project import addresses, page_items
from pmdocs.project.block_reader import read_blocks
from pmdocs.project.config import Settings
from pmdocs.project.damage import Damage
from pmdocs.project.feature_criteria import joined
from pmdocs.project.features import ENDING, Features, read_features
from pmdocs.project.project import Mention, Project, Unread
from pmdocs.source.markdown import read_markdown, references, too_heavy
from pmdocs.source.node import Mapping, Scalar, Sequence
from pmdocs.source.yaml import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.model.item import Item
    from pmdocs.project.blocks import Block
    from pmdocs.source.markdown import Document
    from pmdocs.source.node import Node
    from pmdocs.text import Source, Span

# Unknown kinds and fields: not to be blamed while the settings of them are wrong.
_UNKNOWN = frozenset({"PM104", "PM107"})
# Front matter that MkDocs and its themes read; it is not ours to judge.
_FOR_THE_SITE = frozenset(
    [
        "comments",
        "description",
        "hide",
        "icon",
        "image",
        "robots",
        "search",
        "social",
        "subtitle",
        "template",
    ]
)


def build(
    sources: Iterable[Source], settings: Settings | None = None, today: dt.date | None = None
) -> Project:
    """Make a project of texts, wherever they come from; needs no disk."""
    reader = _Reader(settings or Settings())
    by_path = {source.path: source for source in sources}
    reader.learn([source for source in by_path.values() if source.path.endswith(ENDING)])
    for source in by_path.values():
        reader.read(source)
    reader.look_at_pages()
    return Project(
        by_path,
        reader.items,
        reader.unread,
        tuple(reader.again),
        tuple(reader.problems),
        tuple(reader.mentions),
        reader.pages,
        reader.settings,
        today or dt.date.today(),  # noqa: DTZ011 - the reader's own day
        blocks=reader.blocks,
        features=tuple(reader.features.named),
    )


@dataclass
class _Reader:
    """Collects what the files hold, one after the other."""

    settings: Settings
    items: dict[str, Item] = field(default_factory=dict)
    unread: dict[str, Unread] = field(default_factory=dict)
    again: list[Item] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    pages: dict[str, Document] = field(default_factory=dict)
    damage: Damage = field(default_factory=Damage)
    blocks: dict[str, tuple[Block, ...]] = field(default_factory=dict)
    features: Features = field(default_factory=Features)

    def learn(self, sources: list[Source]) -> None:
        """Read the scenarios first: they belong to stories in other files."""
        if sources:
            self.features = read_features(sources, self.settings)
            self.problems += self.features.problems

    def read(self, source: Source) -> None:
        if source.path.endswith(".md"):
            self._read_page(source)
        elif not source.path.endswith(ENDING):
            self._read_yaml(source)

    def look_at_pages(self) -> None:
        """Find the pages that were meant as items, now that all other items are known."""
        for path, document in self.pages.items():
            id = None if document.body_start else page_items.id_in_name(document)
            kind = self.settings.kinds.of_id(id.text) if id else None
            known = id and (id.text in self.items or id.text in self.unread)
            if id and kind and not known and page_items.looks_like(kind, document):
                self.problems.append(page_items.finding_of(document, id.text))
                self._leave(id, kind, path)

    def _read_yaml(self, source: Source) -> None:
        node, findings = read_yaml(source)
        self.problems += findings
        self.damage = Damage().and_by(findings)
        for entry in self._entries(node):
            self._read_item(entry, None)
        if findings:
            self._salvage(source, None, sure=node is None)

    def _salvage(self, source: Source, page: str | None, *, sure: bool = True) -> None:
        """Keep the ids that nobody could read in a file, so that links to them stay unbroken.

        It is not `sure` that they are ids where a part of the file was read: they may be words.
        """
        for match in ids_written(source.text):
            kind = self.settings.kinds.of_id(match[1])
            if kind and match[1] not in self.items:
                id = Scalar(source, match.start(1), match.end(1), match[1], quoted=True)
                self._leave(id, kind, page, sure=sure)

    def _leave(self, id: Scalar, kind: type[Item], page: str | None, *, sure: bool = True) -> None:
        named = {"id": id} if sure else {}
        node = Mapping(id.source, id.start, id.end, named, dict(named))
        self.unread.setdefault(id.text, Unread(id.text, kind, id.text, node, page))

    def _entries(self, node: Node | None) -> Iterator[Mapping]:
        for entry in node.items if isinstance(node, Sequence) else [node] if node else []:
            if isinstance(entry, Mapping):
                yield entry
            else:
                hint = "write `id:`, `title:` and the rest, or a list of such items"
                problem = Finding(entry.span, "expected an item here", hint, code="PM111")
                self.problems += self.damage.without_echoes([problem])

    def _read_page(self, source: Source) -> None:
        document, findings = read_markdown(source)
        self.problems += findings
        self.damage = Damage().and_by(findings)
        if any(finding.code == "PM015" for finding in findings):
            self._salvage_page(source, document)
            return
        if heavy := too_heavy(source, document.body_start, len(source.text)):
            self.problems.append(heavy)
            self._salvage_page(source, document)
            return
        self.pages[source.path] = document
        broken = bool(findings) and document.front is None
        item = None if broken else self._page_item(source, document)
        if broken:
            self._salvage_page(source, document)
        id = item.id if item else None
        self._mention(source, document.body_start, len(source.text), id)
        self.problems += addresses.in_page(source, document.body_start, id)
        self._read_blocks(source, document.body_start, id)

    def _read_blocks(self, source: Source, start: int, item: str | None) -> None:
        found, problems = read_blocks(source, start, self.settings)
        self.problems += problems
        if found:
            self.blocks[source.path] = found
        self.mentions += [
            Mention(id, span, explicit=True, source=item)
            for block in found
            for id, span in block.ids
        ]

    def _salvage_page(self, source: Source, document: Document) -> None:
        self._salvage(source, source.path)
        id = page_items.written_id(document)
        if id and (kind := self.settings.kinds.of_id(id.text)):
            self._leave(id, kind, source.path)

    def _page_item(self, source: Source, document: Document) -> Item | None:
        id = page_items.written_id(document)
        if id is None:
            return None
        kind = self.settings.kinds.of_id(plain_id(id.text))
        if kind is None and not (isinstance(document.front, Mapping) and document.front.get("id")):
            return None
        node, findings = (
            with_sections(kind, document) if kind else (Mapping(source, 0, 0, {}, {}), [])
        )
        self.problems += findings
        self.damage = self.damage.and_by(findings)
        for name in _FOR_THE_SITE.difference(fields_of(kind) if kind else ()):
            node.entries.pop(name, None)
        node.keys.setdefault("id", id)
        node.entries["id"] = id
        page_items.add_title(node, document)
        return self._read_item(node, source.path)

    def _read_item(self, node: Mapping, page: str | None) -> Item | None:
        id = node.get("id")
        if not isinstance(id, Scalar) or id.is_null:
            hint = "begin with `id:`, such as `id: US-12`"
            self.problems.append(Finding(node.head, "`id` is missing", hint, code="PM101"))
            return None
        problem = check_id(id, self.settings.kinds)
        meant = id.text if problem is None else plain_id(id.text)
        kind = self.settings.kinds.of_id(meant)
        if problem:
            self._tell([problem])
        if kind is None:
            return None
        node, contradictions = joined(node, kind, meant, self.features)
        self.problems += contradictions
        item, findings = decode_item(kind, node, meant, page)
        self._tell(findings)
        if item is not None and meant in self.features.unread:
            item.damaged("criteria")
        if item is not None and (self.damage.lines if page else self.damage.touches(node)):
            item.damaged()
        if item is None or problem:
            unread = Unread(meant, kind, node.text("title") or meant, node, page)
            first = self.items.get(meant) or self.unread.get(meant)
            if first is not None and problem is None:
                self._taken(unread, first.span)
            self.unread.setdefault(meant, unread)
            return None
        return self._keep(item)

    def _taken(self, later: Item | Unread, first: Span) -> None:
        # The rule for this compares items; of these two, one at least is none.
        message = f"the id `{later.id}` is taken already"
        note = Note(first, "first used here")
        hint = "write a number that is free"
        self.problems.append(
            Finding(later.span, message, hint, (note,), code="PM202", item=later.id)
        )

    def _tell(self, findings: list[Finding]) -> None:
        """Keep what is wrong in an item, but for what follows from another mistake."""
        unclear = _UNKNOWN if self.settings.unclear else ()
        told = self.damage.without_echoes(findings)
        self.problems += [finding for finding in told if finding.code not in unclear]

    def _keep(self, item: Item) -> Item:
        if item.id in self.items:
            self.again.append(item)
            return item
        self.items[item.id] = item
        before = self.unread.pop(item.id, None)
        if before and before.node.text("id") == item.id:
            self._taken(item, before.span)
        for name, index, part in item.parts():
            written = locate(item.node, (name, index, "id"))
            if part.id and (problem := check_part_id(part, item, written)):
                self.problems.append(problem)
        self._look_at_fields(item)
        return item

    def _look_at_fields(self, item: Item) -> None:
        for node in (words.node for words in item.texts if words.rich):
            if item.page and node.source is item.node.source and node.start > item.node.end:
                # A section of its page: that is looked at as a whole.
                continue
            if "-" in node.text:
                self._mention(node.source, node.start, node.end, item.id)
            self.problems += addresses.in_field(node, item.id)

    def _mention(self, source: Source, start: int, end: int, item: str | None) -> None:
        prefixes = self.settings.kinds.by_prefix
        self.mentions += [
            Mention(r.target, source.span(r.start, r.end), r.explicit, item)
            for r in references(source, start, end, prefixes)
        ]
