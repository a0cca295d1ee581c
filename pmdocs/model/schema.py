"""JSON Schema of a project's kinds, for editors that complete and check while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from pmdocs.model.docs import about_fields, about_kind
from pmdocs.model.fields import fields_of

if TYPE_CHECKING:
    from pydantic import BaseModel

    from pmdocs.model.registry import Kinds

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kinds: Kinds) -> dict[str, Any]:
    """The schema of a YAML file: one item, or a list of items."""
    models = [(kind, "validation") for kind in kinds]
    places, made = models_json_schema(models)  # type: ignore[arg-type]
    definitions = made["$defs"]
    references = {kind: places[kind, "validation"] for kind in kinds}
    for kind in kinds:
        definition = definitions[references[kind]["$ref"].rpartition("/")[2]]
        definition["description"] = about_kind(kind).partition("\n\n")[0]
        definition["properties"]["id"]["pattern"] = rf"^{kind.prefix}-\d+$"
    for model in _records(kinds):
        _describe(definitions.get(model.__name__, {}), model)
        if model.__name__ in definitions and hasattr(model, "_from_words"):
            # A record that may be written as one sentence.
            definitions[model.__name__] = {
                "anyOf": [{"type": "string"}, definitions[model.__name__]]
            }
    item = {"oneOf": [references[kind] for kind in kinds]}
    return {
        "$schema": _DIALECT,
        "title": "pmdocs",
        "$defs": {**definitions, "item": item},
        "oneOf": [{"$ref": "#/$defs/item"}, {"type": "array", "items": {"$ref": "#/$defs/item"}}],
    }


def _records(kinds: Kinds) -> set[type[BaseModel]]:
    """The kinds and every record inside them."""
    found: set[type[BaseModel]] = set()
    waiting: list[type[BaseModel]] = list(kinds)
    while waiting:
        model = waiting.pop()
        if model not in found:
            found.add(model)
            waiting += [f.record for f in fields_of(model).values() if f.record]
    return found


def _describe(definition: dict[str, Any], model: type[BaseModel]) -> None:
    told = about_fields(model)
    for key, field in fields_of(model).items():
        if key in definition.get("properties", {}) and field.name in told:
            definition["properties"][key]["description"] = told[field.name]
