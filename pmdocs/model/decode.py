"""Nodes become items, and every mistake is reported at its exact value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item
from pmdocs.model.mistakes import finding_of, lost_fields, said_once, without_echoes
from pmdocs.model.texts import texts_of
from pmdocs.source.node import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from pmdocs.diagnostics import Finding
    from pmdocs.source.node import Node

M = TypeVar("M", bound=BaseModel)
I = TypeVar("I", bound=Item)  # noqa: E741 - an item


def decode_item(
    kind: type[I], node: Mapping, id: str, page: str | None = None
) -> tuple[I | None, list[Finding]]:
    """Make an item of a node, or say everything that is wrong with it.

    An item with mistakes in fields that it can do without is made without
    them, and is `partial`: its page and its links stay.
    """
    values = {**_entries(node, kind), "id": id}
    item, errors = _validate(kind, values)
    findings = [finding_of(kind, node, error, id) for error in without_echoes(kind, errors)]
    if errors:
        item, _ = _validate(kind, _without(values, errors))
    if item is not None:
        item.attach(node, page, texts_of(kind, node), lost_fields(kind, errors))
    return item, said_once(findings)


def decode_record(model: type[M], node: Mapping) -> tuple[M | None, list[Finding]]:
    """Make a record of a node, or say everything that is wrong with it."""
    value, errors = _validate(model, _entries(node, model))
    return value, [finding_of(model, node, error, None) for error in without_echoes(model, errors)]


def plain(node: Node, model: type[BaseModel] | None = None) -> Any:
    """The node as lists, dictionaries and the text that was written.

    Numbers and dates stay text here, since only the field that they are for
    can tell whether `1.10` is a number or a version. `model` is the record that
    a mapping stands for, where it is known.
    """
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Sequence):
        return [plain(item, model) for item in node.items]
    return _entries(node, model)


def _entries(node: Mapping, model: type[BaseModel] | None) -> dict[str, Any]:
    """The values by key. A known key without a value counts as not written."""
    fields = fields_of(model) if model else {}
    values: dict[str, Any] = {}
    for key, value in node.entries.items():
        field = fields.get(key)
        read = plain(value, field.record if field else None)
        if read is not None or (model and field is None):
            values[key] = read
    return values


def _validate(model: type[M], values: dict[str, Any]) -> tuple[M | None, list[ErrorDetails]]:
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        return None, error.errors(include_url=False, include_input=True)


def _without(values: dict[str, Any], errors: list[ErrorDetails]) -> dict[str, Any]:
    wrong = {error["loc"][0] for error in errors if error["loc"]}
    return {key: value for key, value in values.items() if key not in wrong}
