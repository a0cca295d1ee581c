"""A second item without its dash is told as that, and not as many keys that are written twice."""

from __future__ import annotations

import pytest

from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source
from tests.mended import mended
from tests.yaml_nodes import only, read

FIRST = "- id: IDEA-1\n  title: one\n  owner: me\n  notes: why\n"
SECOND = "- id: IDEA-2\n  title: two\n  owner: you\n  notes: why\n"


def without_dash(text: str) -> str:
    return text.replace("-", " ", 1)


def test_an_item_without_its_dash_is_told_once() -> None:
    text = FIRST + without_dash(SECOND)
    finding = only(text)
    assert (finding.code, finding.span.start) == ("PM009", (5, 3))
    assert finding.message == "a new item begins here, and the dash before it is missing"
    assert finding.hint == "write `- id: IDEA-2`"
    assert mended(text) == FIRST + SECOND


def test_each_item_without_its_dash_is_told() -> None:
    third = SECOND.replace("IDEA-2", "IDEA-3")
    text = FIRST + without_dash(SECOND) + without_dash(third)
    assert [f.span.start.line for f in read(text)[1]] == [5, 9]
    assert mended(text) == FIRST + SECOND + third


def test_a_criterion_without_its_dash_is_told_too() -> None:
    text = "a:\n  -   id: AC-1\n      text: x\n      id: AC-2\n      text: y\n"
    assert only(text).hint == "write `- id: AC-2`"
    assert mended(text) == text.replace("      id: AC-2", "  -   id: AC-2")


def test_links_to_it_are_not_called_broken() -> None:
    files = {"roadmap/a.yaml": FIRST + without_dash(SECOND), "content/x.md": "See [[IDEA-2]].\n"}
    found = check(build([Source(path, text) for path, text in files.items()]))
    assert [one.code for one in found] == ["PM009"]


def test_what_only_looks_like_an_id_in_a_text_takes_no_id_away() -> None:
    broken = "- id: IDEA-1\n  title: one\n  title: two\n  notes: |\n    id: IDEA-2\n"
    files = {"roadmap/a.yaml": broken, "roadmap/b.yaml": SECOND}
    found = check(build([Source(path, text) for path, text in files.items()]))
    assert [one.finding.message for one in found] == ["the key `title` is written twice"]


def test_two_items_without_any_dash_become_a_list() -> None:
    finding = only("id: IDEA-1\ntitle: one\nid: IDEA-2\ntitle: two\n")
    assert finding.message.startswith("a second item begins here, ")
    assert "as in `- id: IDEA-2`" in str(finding.hint)
    assert finding.fix is None


@pytest.mark.parametrize(
    "text", [FIRST + "  id: IDEA-1\n", "- {id: IDEA-1, title: one, id: IDEA-2}\n"]
)
def test_an_id_that_comes_again_is_a_key_as_any_other(text: str) -> None:
    assert only(text).message == "the key `id` is written twice"


def test_an_item_without_its_id_is_told_once() -> None:
    text = FIRST + SECOND.replace("- id: IDEA-2\n", "")
    finding = only(text)
    message = "`title` and 2 more keys are written twice: does a second item begin here?"
    assert (finding.message, finding.span.start) == (message, (5, 3))
    hint = "write `- id:` with an id of its own above it, or keep one of each"
    assert finding.hint == hint
    assert [str(note.span) for note in finding.notes] == ["a.yaml:2:3"]
    assert finding.fix is None
