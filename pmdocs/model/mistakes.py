"""What pydantic finds wrong, said in our own words at the exact place.

A location such as `criteria, 0, then` leads to the node that was written
there: an unknown key is underlined at the key, a wrong value at the value, a
missing field at the head of the record that misses it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pmdocs.diagnostics import Finding, closest
from pmdocs.model import mending, naming
from pmdocs.model.entries import entry_hint
from pmdocs.model.fields import fields_of, record_at
from pmdocs.model.item import Part, locate
from pmdocs.model.notes import note_for_value
from pmdocs.model.wanted import article, empty_or_missing, number_hint
from pmdocs.model.wrong import Meant, listed, said, same_word, unknown_word
from pmdocs.source.node import Mapping

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from pmdocs.source.node import Node

_PART_ID = re.compile(r"[A-Z]+-\d+")
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_OUR_OWN = {"word": "PM103", "date": "PM105", "url": "PM108", "too_long": "PM109"}
_VALUES = {"text", "number", "flag", "money", "effort", "percent", "dependency"}
# How like two words are when one is surely a slip for the other.
_SURE = 0.8
_FIELDS = "the fields are "
_LIMITS = {
    "greater_than_equal": ("at least", "ge"),
    "greater_than": ("more than", "gt"),
    "less_than_equal": ("at most", "le"),
    "less_than": ("less than", "lt"),
}
_FORMS = {
    "currency": "write a code of three capital letters, such as EUR",
    "prefix": "write capital letters and digits, such as EXP",
}
# What people write for a field that has another name here.
_OTHER_NAMES = {
    "description": "notes",
    "summary": "title",
    "name": "title",
    "assignee": "owner",
    "acceptance_criteria": "criteria",
    "acceptance": "criteria",
    "as": "as_a",
    "want": "i_want",
    "so": "so_that",
    "blocked_by": "depends_on",
    "requires": "depends_on",
    "due": "end",
    "state": "status",
    "estimate": "points",
    "labels": "tags",
}


def finding_of(
    model: type[BaseModel], node: Mapping, error: ErrorDetails, item: str | None
) -> Finding:
    """The finding for one of pydantic's errors."""
    steps = tuple(s for s in error["loc"] if isinstance(s, str | int))
    noted = note_for_value(locate(node, steps[:-1]), str(steps[-1])) if _lacks(error) else None
    finding = noted or _said(model, node, error, steps)
    if entry := entry_hint(model, error):
        return replace(finding, hint=entry, item=item)
    fix = finding.fix or mending.reshaped(locate(node, steps), error["type"])
    return replace(finding, hint=finding.hint or None, item=item, fix=fix)


def _lacks(error: ErrorDetails) -> bool:
    return error["type"] == "missing" and bool(error["loc"])


def without_echoes(model: type[BaseModel], errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without those that follow from another.

    Who writes `tilte` has not forgotten `title` as well.
    """
    meant = {
        (*error["loc"][:-1], _meant(model, error["loc"]))
        for error in errors
        if error["type"] == "extra_forbidden"
    }
    return [e for e in errors if e["type"] != "missing" or e["loc"] not in meant]


def said_once(findings: list[Finding]) -> list[Finding]:
    """The findings, of which only the first names all the fields that there are."""
    first: dict[str, Finding] = {}
    told = []
    for finding in findings:
        hint = finding.hint or ""
        before = first.setdefault(hint, finding) if hint.startswith(_FIELDS) else finding
        if before is not finding:
            shorter = f"the fields are named at line {before.span.start.line}"
            finding = replace(finding, hint=shorter)  # noqa: PLW2901 - the same, said shorter
        told.append(finding)
    return told


def lost_fields(kind: type[BaseModel], errors: list[ErrorDetails]) -> frozenset[str] | None:
    """The fields of an item that nothing is known of because of these errors.

    None when nobody can tell, because of a field that may have been meant for any.
    """
    lost = set()
    for error in errors:
        loc = error["loc"]
        is_unknown = error["type"] == "extra_forbidden" and len(loc) == 1
        name = _surely_meant(kind, loc) if is_unknown else str(loc[0])
        if name is None:
            return None
        lost.add(name)
    return frozenset(lost)


def _meant(model: type[BaseModel], loc: tuple[str | int, ...]) -> str | None:
    """The field that somebody meant who wrote an unknown one."""
    known, name = fields_of(record_at(model, loc[:-1]) or model), str(loc[-1])
    plain = name.lower().replace(" ", "_").replace("-", "_")
    other = _OTHER_NAMES.get(plain)
    if other in known:
        return other
    near = closest(plain, known)
    # A slip in a name that is called otherwise here: `asignee`.
    slip = _OTHER_NAMES.get(next(iter(get_close_matches(plain, _OTHER_NAMES, 1, _SURE)), ""))
    return slip if near is None and slip in known else near


def _surely_meant(model: type[BaseModel], loc: tuple[str | int, ...]) -> str | None:
    meant, name = _meant(model, loc), str(loc[-1]).lower()
    is_near = bool(meant and get_close_matches(name, [meant], cutoff=_SURE))
    return meant if is_near or name in _OTHER_NAMES else None


def _said(
    model: type[BaseModel], node: Mapping, error: ErrorDetails, steps: tuple[str | int, ...]
) -> Finding:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "missing":
        return _missing(model, node, steps)
    if kind == "extra_forbidden":
        return _unknown_field(model, node, steps, is_empty=error["input"] is None)
    if kind == "literal_error":
        told = _unknown_word(error["input"], str(context.get("expected", "")))
        return _of_value(node, steps, "PM103", told)
    if kind in _OUR_OWN or kind in _VALUES:
        told = str(context["message"]), str(context["hint"]), context.get("meant")
        if kind == "number" and told[2] is None:
            told = told[0], *(number_hint(model, steps, error["input"]) or told[1:])
        return _of_value(node, steps, _OUR_OWN.get(kind, "PM102"), told)
    if kind in _LIMITS:
        words, name = _LIMITS[kind]
        message = f"{said(error['input'])} is out of range"
        scale = number_hint(model, steps, error["input"])
        hint = scale[0] if scale else f"write {words} {context[name]:g}"
        return _of_value(node, steps, "PM109", (message, hint, None))
    message, hint = _wrong_shape(kind, error["input"], steps)
    return _of_value(node, steps, "PM102", (message, hint, None))


def _of_value(
    node: Mapping, steps: tuple[str | int, ...], code: str, told: tuple[str, str, Meant | None]
) -> Finding:
    """A finding about the value that was written: message, hint, and what would mend it."""
    message, hint, meant = told
    found = locate(node, steps)
    span = node.head if found is node else found.span
    fix = mending.instead(found, meant) if meant else None
    return Finding(span, message, hint, code=code, fix=fix)


def _missing(model: type[BaseModel], node: Mapping, steps: tuple[str | int, ...]) -> Finding:
    record, name = locate(node, steps[:-1]), str(steps[-1])
    owner = record_at(model, steps[:-1]) or model
    if name == "id" and issubclass(owner, Part):
        return _part_without_id(owner, record, locate(node, steps[:-2]))
    message, hint = empty_or_missing(
        fields_of(owner).get(name), name, record, is_whole=record is node
    )
    if isinstance(record, Mapping) and name in record.keys:
        return Finding(record.keys[name].span, message, hint, code="PM101")
    id = node.get("id") if record is node else None
    head = record.head if isinstance(record, Mapping) else record.span
    return Finding(id.span if id is not None else head, message, hint, code="PM101")


def _part_without_id(owner: type[Part], record: Node, siblings: Node) -> Finding:
    id = naming.free_id(owner.prefixes[0], record, siblings)
    hint = f"give it an id of its own, such as `{id}`"
    # Which prefix is right, where there are several, says more than a number does.
    fix = naming.identified(record, id, safe=len(owner.prefixes) == 1)
    return Finding(record.span, f"this {owner.kind} has no id", hint, code="PM101", fix=fix)


def _unknown_field(
    model: type[BaseModel], node: Mapping, steps: tuple[str | int, ...], *, is_empty: bool
) -> Finding:
    record, name = locate(node, steps[:-1]), str(steps[-1])
    owner = record_at(model, steps[:-1]) or model
    known = fields_of(owner)
    key = record.keys.get(name) if isinstance(record, Mapping) else None
    meant = _meant(model, steps)
    hint = f"did you mean `{meant}`?" if meant else f"{_FIELDS}{listed(known)}"
    fix = None
    if meant and isinstance(record, Mapping):
        fix = mending.renamed(record, name, Meant(meant, same_word(name, meant)))
    if issubclass(owner, Part) and _PART_ID.fullmatch(name):
        hint = f"write `{{id: {name}, text: …}}`"
        fix = mending.id_as_key(record, name)
    if is_empty and mending.is_words(name):
        # What follows a comma in `{text: so, and so}` is a key without a value.
        hint = "put quotes around a text that holds a comma"
        fix = mending.torn(record, name)
    where = f"{article(_name(owner))} has no field" if _name(owner) else "there is no field"
    span = key.span if key else record.span
    return Finding(span, f"{where} {said(name)}", hint, code="PM104", fix=fix)


def _unknown_word(value: Any, expected: str) -> tuple[str, str, Meant | None]:
    return unknown_word(value, [a or b for a, b in _QUOTED.findall(expected)])


def _wrong_shape(kind: str, value: Any, steps: tuple[str | int, ...]) -> tuple[str, str]:
    name = next((s for s in reversed(steps) if isinstance(s, str)), "it")
    if kind in {"tuple_type", "list_type"}:
        return (
            f"expected a list here, not {said(value)}",
            f"write `{name}: [{_example(value)}]`, or lines that begin with `- `",
        )
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return (
            f"expected named values here, not {said(value)}",
            "write `key: value` lines, indented",
        )
    if kind == "string_pattern_mismatch":
        return (
            f"{said(value)} is not written in the right form",
            _FORMS.get(name, ""),
        )
    return f"{said(value)} cannot stand here", ""


def _example(value: Any) -> str:
    return str(value) if isinstance(value, str) and len(value) < 40 and "," not in value else "…"  # noqa: PLR2004


def _name(model: type[BaseModel]) -> str:
    return (
        str(getattr(model, "label", "") or getattr(model, "kind", "")).lower().replace("prd", "PRD")
    )
