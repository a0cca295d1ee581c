"""JSON Schema accepts what pmdocs accepts, and refuses what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pmdocs.model.custom import KindSettings, custom_kind
from pmdocs.model.docs import example_of
from pmdocs.model.item import Item
from pmdocs.model.registry import Kinds, builtin
from pmdocs.model.schema import schema_of
from pmdocs.source.node import Mapping, Node, Sequence
from pmdocs.source.yaml import read_yaml
from pmdocs.text import Source

SCHEMA = schema_of(builtin())
KINDS = builtin().by_name


def parsed(text: str) -> Any:
    """What an editor that reads YAML 1.2 makes of a text."""
    node, findings = read_yaml(Source("a.yaml", text))
    assert findings == []
    return _value(node)


def _value(node: Node | None) -> Any:
    if isinstance(node, Mapping):
        return {key: _value(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [_value(item) for item in node.items]
    return None if node is None else node.value


def is_valid(value: object) -> bool:
    return bool(Draft202012Validator(SCHEMA).is_valid(value))


def test_it_is_a_schema_itself() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_the_example_of_a_kind_passes_alone_and_in_a_list(kind: type[Item]) -> None:
    example = parsed(example_of(kind))
    errors = [e.message for e in Draft202012Validator(SCHEMA).iter_errors(example)]
    assert errors == []
    assert is_valid([example, example])


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_slip_does_not_pass(kind: type[Item]) -> None:
    example = parsed(example_of(kind))
    assert not is_valid(example | {"prioritty": "must"})
    assert not is_valid(example | {"status": "redy"})
    assert not is_valid({key: value for key, value in example.items() if key != "title"})
    assert not is_valid(example | {"id": f"{kind.prefix}1"})
    assert not is_valid(example | {"id": "XX-1"})


STORY = parsed(example_of(KINDS["story"]))


@pytest.mark.parametrize(
    ("change", "passes"),
    [
        ({"criteria": [{"id": "AC-1", "text": "x"}]}, True),
        ({"criteria": [{"id": "AC-1", "txt": "x"}]}, False),
        ({"points": 3}, True),
        ({"points": -1}, False),
        ({"depends_on": ["US-2"]}, True),
        ({"depends_on": "US-2"}, True),
        ({"depends_on": 2}, False),
        ({"criteria": [{"id": "AC-1", "given": "a", "when": ["b"], "then": "c"}]}, True),
        ({"links": [{"title": "x", "url": "/a"}]}, True),
        ({"links": [{"title": "x"}]}, False),
        ({"updates": [{"date": "2027-Q1", "text": "x"}]}, True),
        ({"updates": [{"date": 2027, "text": "x"}]}, True),
        ({"updates": [{"date": "soon", "text": "x"}]}, False),
        ({"title": ""}, False),
        ({"title": "x" * 301}, False),
    ],
)
def test_values_are_judged_as_pmdocs_judges_them(
    change: dict[str, object], *, passes: bool
) -> None:
    assert is_valid(STORY | change) is passes


def test_what_a_field_is_for_is_told_where_one_types() -> None:
    story = SCHEMA["$defs"]["Story"]
    assert story["description"] == "A slice of value that a user can notice, in Connextra's form."
    assert story["properties"]["so_that"]["description"] == "Why."
    criterion = SCHEMA["$defs"]["Criterion"]["anyOf"][1]["properties"]
    assert criterion["text"]["description"] == "A rule, in one sentence."


@pytest.mark.parametrize("name", ["review", "roadmap item", "task", "user_test"])
def test_a_kind_of_ones_own_may_be_called_like_a_record(name: str) -> None:
    own = custom_kind(name, KindSettings(prefix="OWN"))
    schema = schema_of(Kinds.of([*builtin(), own]))
    assert Draft202012Validator(schema).is_valid({"id": "OWN-1", "title": "x"})
    assert Draft202012Validator(schema).is_valid(parsed(example_of(KINDS["launch"])))
    assert not Draft202012Validator(schema).is_valid({"id": "OWN-1", "titel": "x"})


def test_a_record_may_be_one_sentence() -> None:
    schema = schema_of(builtin())
    story = {"id": "US-1", "title": "t", "as_a": "a", "i_want": "b", "criteria": ["it works"]}
    assert list(Draft202012Validator(schema).iter_errors(story)) == []
