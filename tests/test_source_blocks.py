from __future__ import annotations

import pytest

from pmdocs.source.blocks import Fence, blocks


def found(text: str) -> list[tuple[str, str]]:
    return [(one.view, text[one.body_start : one.body_end]) for one in blocks(text)]


def test_a_block_has_a_view_and_options() -> None:
    text = "Words\n\n```pmdocs timeline\nwhere: theme:a\ngroup: team\n```\nMore\n"
    assert found(text) == [("timeline", "where: theme:a\ngroup: team\n")]


def test_its_places_are_those_of_the_text() -> None:
    text = "a\n```pmdocs board \n```\n"
    assert list(blocks(text)) == [Fence("board", 12, 2, 22, 19, 19)]


@pytest.mark.parametrize(
    "text",
    [
        "~~~pmdocs board\nx: 1\n~~~",
        "````pmdocs board\nx: 1\n````",
        "   ``` pmdocs  board\nx: 1\n   ```",
        "```pmdocs board\r\nx: 1\r\n```",
    ],
)
def test_every_spelling_of_a_fence_is_understood(text: str) -> None:
    assert [(view, body.strip()) for view, body in found(text)] == [("board", "x: 1")]


@pytest.mark.parametrize(
    "text",
    [
        "````\n```pmdocs board\n```\n````",
        "    ```pmdocs board\n    ```\n",
        "```pmdocs board\n",
        "```pmdocsboard\n```",
        "```pmdocs-board\n```",
        "```python\npmdocs board\n```",
        "`pmdocs board`",
        "<!--\n```pmdocs board\n```\n-->",
    ],
)
def test_what_is_shown_as_an_example_is_none(text: str) -> None:
    assert found(text) == []


def test_blocks_before_an_offset_are_passed_over() -> None:
    text = "```pmdocs a\n```\n\n```pmdocs b\n```\n"
    assert [one.view for one in blocks(text, 16)] == ["b"]
