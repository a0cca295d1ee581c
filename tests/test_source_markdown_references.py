"""References in prose: which ids are meant as one, and which are not."""

from __future__ import annotations

import pytest

from pmdocs.source.markdown import Reference, references
from pmdocs.text import Source

PREFIXES = ("US", "PRD", "EP")


def found(text: str) -> list[str]:
    source = Source("a.md", text)
    hits = list(references(source, 0, len(text), PREFIXES))
    assert all(text[hit.start : hit.end] == hit.target for hit in hits)
    return [hit.target for hit in hits]


def test_references_tell_what_was_meant_as_one() -> None:
    source = Source("a.md", "see [[US-1]], [[US-2|words]] and US-3, PRD-3.FR-2.")
    assert list(references(source, 0, len(source.text), PREFIXES)) == [
        Reference("US-1", 6, 10, explicit=True),
        Reference("US-2", 16, 20, explicit=True),
        Reference("US-3", 33, 37, explicit=False),
        Reference("PRD-3.FR-2", 39, 49, explicit=False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[FOO-1]] [[us-12]] [[ US-3 ]]", ["FOO-1", "us-12", "US-3"]),
        ("FOO-1 us-12 US12 XUS-1 US-1x US-1_2", []),
        (
            "(US-1), US-2. **US-3** _US-4_ US-5: US-6",
            ["US-1", "US-2", "US-3", "US-4", "US-5", "US-6"],
        ),
        ("US-12-foo.md items/US-12 US-12.md a.US-1 page#US-2 ./US-3 \\US-4", []),
        ("https://x/US-1 <https://x/US-2> www.x.y/US-3 mailto:US-4@x", []),
        ("[words](US-1.md) [US-2](x/US-3 'US-4')", ["US-2"]),
        ("[a](x(US-1)) US-2", ["US-2"]),
        ("[label]: US-1.md\n\nUS-2", ["US-2"]),
        ('<a href="US-1" title="US-2">US-3</a>', ["US-3"]),
        ("# Title {#US-1 .US-2}", []),
        ("`US-1` ``US-2 ` US-3`` US-4", ["US-4"]),
        ("` US-1", ["US-1"]),
        ("\\`US-1\\`", ["US-1"]),
        ("`a\n\nUS-1 `", ["US-1"]),
        ("- `a\n- US-1 `b\n", ["US-1"]),
        ("\\[[US-1]] \\[[US-2|x]] US-3", ["US-3"]),
        ("```\nUS-1\n```\nUS-2", ["US-2"]),
        ("- a\n\n    ~~~ yaml\n    US-1\n    ~~~\n    US-2", ["US-2"]),
        ("!!! note\n    US-1\n\n    US-2\n", ["US-1", "US-2"]),
        ("text\n\n    US-1\n\n    US-2\n\nUS-3", ["US-3"]),
        ("- a\n\n    US-1\n\nend\n\n    US-2", ["US-1"]),
        ("<!-- US-1\nUS-2 --> US-3", ["US-3"]),
        ("US-1.AC-3 US-1.", ["US-1.AC-3", "US-1"]),
        ("[[not closed US-1]", ["US-1"]),
        ("[[two words]]", ["two words"]),
        ("[[1]](address) [[2]][label]", []),
    ],
)
def test_references(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_no_prefixes_leave_the_explicit_references() -> None:
    source = Source("a.md", "US-1 [[US-2]]")
    assert [hit.target for hit in references(source, 0, 13, ())] == ["US-2"]


def test_an_indented_block_of_yaml_is_not_code() -> None:
    text = "a:\n    b: |\n        one US-1\n\n        two US-2\n\n            US-3\n"
    source = Source("a.yaml", text)
    start = text.index("|")
    assert [hit.target for hit in references(source, start, len(text), PREFIXES)] == [
        "US-1",
        "US-2",
    ]
