"""Blocks in prose become options, and what is wrong in them is found at its line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pmdocs.diagnostics import Edit, Finding, Fix, closest, did_you_mean
from pmdocs.model.decode import decode_record
from pmdocs.model.fields import fields_of
from pmdocs.model.mending import towards
from pmdocs.model.wrong import same_word
from pmdocs.project.blocks import VIEWS, Block, Options
from pmdocs.project.written import wrong_query
from pmdocs.source.blocks import blocks
from pmdocs.source.node import Mapping, Scalar
from pmdocs.source.yaml import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.project.config import Settings
    from pmdocs.source.blocks import Fence
    from pmdocs.source.node import Node
    from pmdocs.text import Source, Span

_COMPUTED_COLUMNS = ("when", "kind", "progress")
_IDS = ("id", "metric")


def read_blocks(
    source: Source, start: int, settings: Settings
) -> tuple[tuple[Block, ...], list[Finding]]:
    """The blocks of a Markdown text from an offset on, and what is wrong with them."""
    found, findings = [], []
    for fence in blocks(source.text, start):
        block, problems = _read(source, fence, settings)
        found.append(block)
        findings += problems
    return tuple(found), findings


def _read(source: Source, fence: Fence, settings: Settings) -> tuple[Block, list[Finding]]:
    span = source.span(fence.view_start, fence.view_start + len(fence.view or "pmdocs"))
    model = VIEWS.get(fence.view)
    if model is None:
        problems = [_no_view(fence, span)]
        return _block(fence, span, None, problems), problems
    node, problems = read_yaml(source, fence.body_start, fence.body_end)
    options = None
    if isinstance(node, Mapping) or (node is None and not problems):
        at = node or Mapping(source, fence.view_start, fence.view_start, {}, {})
        options, wrong = decode_record(model, at)
        problems += [_as_option(finding, span, given=node is not None) for finding in wrong]
    elif node is not None:
        message, hint = "expected options here", "write `name: value` lines"
        problems.append(Finding(node.span, message, hint, code="PM113"))
    if isinstance(node, Mapping):
        problems += _beyond_shape(model, node, settings)
    block = _block(fence, span, None if problems else options, problems)
    return replace(block, ids=tuple(_ids(node))), problems


def _block(fence: Fence, span: Span, options: Options | None, found: list[Finding]) -> Block:
    trouble = found[0].message if found else ""
    return Block(fence.view, options, span, fence.start, fence.end, trouble)


def _no_view(fence: Fence, span: Span) -> Finding:
    if not fence.view:
        message = "this block names no view"
        return Finding(
            span, message, "write one, such as ```` ```pmdocs timeline ````", code="PM113"
        )
    hint = did_you_mean(fence.view, VIEWS) or f"the views are {', '.join(VIEWS)}"
    near = closest(fence.view, VIEWS)
    fix = Fix((Edit(span, near),), same_word(fence.view, near)) if near else None
    return Finding(span, f"there is no view `{fence.view}`", hint, code="PM113", fix=fix)


def _as_option(finding: Finding, head: Span, *, given: bool) -> Finding:
    """The finding in the words for blocks; where nothing is written, at the name of the view."""
    message = finding.message.replace(" field", " option").replace("fields", "options")
    hint = (finding.hint or "").replace("fields", "options") or None
    if hint == "add `where:` with a short text":
        hint = "add `where:` with a query, such as `where: kind:story status:ready`"
    span = finding.span if given else head
    return replace(finding, span=span, code="PM113", message=message, hint=hint)


def _beyond_shape(model: type[Options], node: Mapping, settings: Settings) -> Iterator[Finding]:
    """What is wrong with queries, kinds and columns, which depends on the project."""
    if settings.unclear:
        return
    if isinstance(query := node.get("where"), Scalar):
        yield from wrong_query(query, settings, "PM113")
    if isinstance(kind := node.get("kind"), Scalar) and settings.kinds.named(kind.text) is None:
        names = [one.kind for one in settings.kinds]
        hint = did_you_mean(kind.text, names) or f"the kinds are {', '.join(names)}"
        fix = towards(kind, kind.text, names)
        yield Finding(kind.span, f"there is no kind `{kind.text}`", hint, code="PM113", fix=fix)
    known = {key for kind in settings.kinds for key in fields_of(kind)} | {*_COMPUTED_COLUMNS}
    free = [name for name in ("columns", "sort", "by") if name in model.model_fields]
    for column in _scalars(node, *(n for n in free if not fields_of(model)[n].choices)):
        name = column.text.lstrip("-")
        if name not in known:
            hint = did_you_mean(name, known) or "any field of an item will do"
            message, fix = f"no item has a field `{name}`", towards(column, name, known)
            yield Finding(column.span, message, hint, code="PM113", fix=fix)


def _ids(node: Node | None) -> Iterator[tuple[str, Span]]:
    if isinstance(node, Mapping):
        for value in _scalars(node, *_IDS):
            yield value.text, value.span


def _scalars(node: Mapping, *names: str) -> Iterator[Scalar]:
    for name in names:
        value: Any = node.get(name)
        for one in getattr(value, "items", ()) if not isinstance(value, Mapping) else ():
            if isinstance(one, Scalar):
                yield one
        if isinstance(value, Scalar) and not value.is_null:
            yield value
