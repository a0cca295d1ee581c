"""The sections of a Markdown page fill the fields of the same name.

`## Problem` is the field `problem`, `## Acceptance criteria` the field
`criteria`. They become nodes with places of their own, so that everything after
them works the same for Markdown and for YAML.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, Note
from pmdocs.model import mending
from pmdocs.model.criteria_nodes import by_place, criterion_node
from pmdocs.model.fields import fields_of
from pmdocs.model.list_slips import with_hyphens
from pmdocs.model.wrong import Meant, said, same_word
from pmdocs.source.gherkin import read_scenarios
from pmdocs.source.markdown import entries
from pmdocs.source.node import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from pmdocs.model.fields import Field
    from pmdocs.model.item import Item, Part
    from pmdocs.source.markdown import Document, Entry, Section
    from pmdocs.text import Source

_OTHER_TITLES = {"acceptance_criteria": "criteria", "non_goals": "out_of_scope"}
# Close enough to be a slip of the fingers, and not another word.
_ALMOST = 0.85
# What people write for a priority who come from another tool: it must not become text.
_NO_PRIORITY = (
    r"(?:very |highest|lowest|m)?(?:high|medium|low|normal)|(?:must|should|could)[ -]have|mandatory"
    r"|required|optional|critical|nice[ -]to[ -]have|shall|p[0-4]|prio(?:rity)? ?[0-9]|[mscw]"
    r"|mus[st]t|shoud|shuold|sould|coud|cuold|wont|would"
)
_PART = re.compile(
    r"(?:\[[ xX]\]\s+)?(?P<strong>\*\*|__|)(?P<id>(?:[A-Z][A-Z0-9]*-\d+\.)?[A-Z]+-\d+)"
    rf"[:.]?(?P=strong)[:.]?\s*(?:[–—-]\s+)?(?:\((?P<priority>(?i:must|should|could|won['’]?t|{_NO_PRIORITY}))\)\s*:?\s*)?"
)
_GHERKIN = re.compile(
    r"^\s*(?:#+\s*)?(?:@\S+\s+)*(?:Scenario(?: Outline)?|Example)\s*:", re.MULTILINE
)


def with_sections(kind: type[Item], document: Document) -> tuple[Mapping, list[Finding]]:
    """The front matter of a page, with the fields that its sections fill."""
    node = _front(document)
    findings: list[Finding] = []
    for section in document.sections:
        field = _field(kind, section)
        if section.level == 1:
            continue
        if field is None and (meant := _meant(kind, section, document)):
            findings.append(meant[1])
            # Read as what it was meant for, so that one slip is not told as a missing field.
            field = None if meant[0].key in {*node.entries, *_titled(document)} else meant[0]
        if field is None:
            continue
        key = Scalar(document.source, section.start, section.end, field.key)
        if field.key in node.entries:
            findings.append(_twice(field, key, node.keys[field.key], document))
            continue
        value, problems = _value(field, section, document.source)
        findings += problems
        if value is not None:
            node.keys[field.key], node.entries[field.key] = key, value
    return node, findings


def _meant(kind: type[Item], section: Section, document: Document) -> tuple[Field, Finding] | None:
    """The field whose name a heading almost is, and the finding: its text would be lost."""
    fields = {field.label: field for field in fields_of(kind).values() if _fills(field)}
    criteria = next((field for field in fields.values() if field.key == "criteria"), None)
    fields |= {"Acceptance criteria": criteria} if criteria else {}
    close = get_close_matches(section.title.strip().capitalize(), fields, n=1, cutoff=_ALMOST)
    if not close:
        return None
    title = Scalar(document.source, section.start, section.end, section.title)
    meant = Meant(close[0], same_word(section.title, close[0]))
    fix = None if fields[close[0]].key in _titled(document) else mending.instead(title, meant)
    message = f"{said(section.title)} is no section that is known here"
    hint = f"did you mean `## {close[0]}`?"
    return fields[close[0]], Finding(title.span, message, hint, code="PM104", fix=fix)


def _titled(document: Document) -> set[str]:
    """The names of the fields that sections of a page are for."""
    return {key_of(one) for one in document.sections}


def _front(document: Document) -> Mapping:
    front, source = document.front, document.source
    if isinstance(front, Mapping):
        return Mapping(source, front.start, front.end, dict(front.keys), dict(front.entries))
    return Mapping(source, document.body_start, document.body_start, {}, {})


def key_of(section: Section) -> str:
    """The name that a field has if this section is the one that fills it."""
    name = re.sub(r"\W+", "_", section.title.strip().lower()).strip("_")
    return _OTHER_TITLES.get(name, name)


def _field(kind: type[Item], section: Section) -> Field | None:
    field = fields_of(kind).get(key_of(section))
    return field if field and _fills(field) else None


def _fills(field: Field) -> bool:
    return field.rich or field.part is not None


def _value(field: Field, section: Section, source: Source) -> tuple[Node | None, list[Finding]]:
    start, end = section.body_start, section.body_end
    body = source.text[start:end]
    if not body.strip():
        # Its heading is there: that it is empty is another mistake than that it is missing.
        return Scalar(source, section.end, section.end, ""), []
    if field.key == "criteria" and _GHERKIN.search(body):
        return _scenarios(section, source)
    if not field.many:
        return _trimmed(source, start, end), []
    part = field.part
    spelt, slips = with_hyphens(source, start, end, part)
    listed = entries(spelt, start, end)
    nodes: list[Node] = [_part(e, source, part) if part else _scalar(e, source) for e in listed]
    if not nodes:
        return None, slips or [_no_list(field, _trimmed(source, start, end))]
    return Sequence(source, nodes[0].start, nodes[-1].end, nodes), slips


def _trimmed(source: Source, start: int, end: int) -> Scalar:
    body = source.text[start:end]
    first = start + len(body) - len(body.lstrip())
    return Scalar(source, first, start + len(body.rstrip()), body.strip(), quoted=True)


def _scalar(entry: Entry, source: Source) -> Scalar:
    return Scalar(source, entry.start, entry.end, entry.text, quoted=True)


def _part(entry: Entry, source: Source, part: type[Part]) -> Mapping:
    """A list item such as `**FR-1** (must) The reader …` as a record."""
    match = _PART.match(entry.text)
    if not match:
        text = _scalar(entry, source)
        key = Scalar(source, entry.start, entry.start, "text")
        return Mapping(source, entry.start, entry.end, {"text": key}, {"text": text})
    has_priority = match["priority"] and "priority" in fields_of(part)
    words = match.start("priority") - 1 if match["priority"] and not has_priority else match.end()
    id_start = entry.start + match.start("id")
    values: dict[str, Node] = {
        "id": Scalar(source, id_start, id_start + len(match["id"]), match["id"]),
        "text": Scalar(source, entry.start + words, entry.end, entry.text[words:], quoted=True),
    }
    if has_priority:
        at = entry.start + match.start("priority")
        values["priority"] = Scalar(source, at, at + len(match["priority"]), match["priority"])
    keys = {name: Scalar(source, value.start, value.start, name) for name, value in values.items()}
    return Mapping(source, entry.start, entry.end, keys, values)


def _scenarios(section: Section, source: Source) -> tuple[Node | None, list[Finding]]:
    scenarios, findings = read_scenarios(source, section.body_start, section.body_end)
    unread = bool(findings)
    nodes: list[Node] = [
        criterion_node(shown, id, unread=unread) for id, shown in by_place(scenarios)
    ]
    if not nodes:
        return None, findings
    return Sequence(source, nodes[0].start, nodes[-1].end, nodes), findings


def _no_list(field: Field, text: Scalar) -> Finding:
    example = f"- **{field.part.prefixes[0]}-1** …" if field.part else "- …"
    message = f"expected a list in the section of `{field.key}`"
    first = text.source.span(text.start, text.start + len(text.text.partition("\n")[0]))
    return Finding(first, message, f"begin each entry with a dash: `{example}`", code="PM102")


def _twice(field: Field, key: Scalar, first: Scalar, document: Document) -> Finding:
    in_front = first.start < document.body_start
    where = "as this section and in the front matter" if in_front else "in two sections"
    return Finding(
        key.span,
        f"`{field.key}` is written twice: {where}",
        "keep one of the two",
        (Note(first.span, "first written here"),),
        code="PM009",
    )
