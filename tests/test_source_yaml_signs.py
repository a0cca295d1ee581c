"""Signs of a word processor, and texts that are not indented, are told as what they are."""

from __future__ import annotations

import pytest

from tests.mended import mended
from tests.yaml_nodes import only

IDEA = "- id: IDEA-1\n  title: one\n"


@pytest.mark.parametrize(
    ("text", "where", "sign"),
    [
        (IDEA + "– id: IDEA-2\n  title: two\n", (3, 1), "–"),
        (IDEA + "• id: IDEA-2\n  title: two\n", (3, 1), "•"),
        (IDEA + "•\tid: IDEA-2\n  title: two\n", (3, 1), "•"),
        (IDEA + "* id: IDEA-2\n  title: two\n", (3, 1), "*"),
        (IDEA + "+ id: IDEA-2\n  title: two\n", (3, 1), "+"),
        (IDEA.replace("-", "•", 1), (1, 1), "•"),
    ],
)
def test_another_sign_than_a_dash_is_named(text: str, where: tuple[int, int], sign: str) -> None:
    finding = only(text)
    assert finding.message == f"`{sign}` does not begin an item of a list, `- ` does"
    assert str(finding.hint).startswith("write `- id: IDEA-")
    assert finding.span.start == where
    wanted = text.replace(f"{sign}\t", "-  ").replace(sign, "-")
    assert mended(text) == wanted


def test_a_dash_without_its_space_is_named() -> None:
    text = IDEA + "-id: IDEA-2\n  title: two\n"
    finding = only(text)
    assert (finding.message, finding.hint) == (
        "a space is missing after `-`",
        "write `- id: IDEA-2`",
    )
    assert mended(text) == text.replace("-id", "- id")


def test_a_sign_in_a_text_is_left_alone() -> None:
    text = IDEA + "  notes: |\n    • Note: hot\n  owner me\n  status: open\n"
    assert only(text).span.start == (5, 3)


@pytest.mark.parametrize(
    ("line", "sign"),
    [("title = one", "="), ("title：one", "："), ("title： one", "："), ("title =one", "=")],
)
def test_another_sign_than_a_colon_is_named(line: str, sign: str) -> None:
    text = f"- id: IDEA-1\n  {line}\n  owner: me\n- id: IDEA-2\n  title: two\n"
    finding = only(text)
    assert finding.message == f"`{sign}` stands where a colon should be"
    assert finding.hint == "write `title: one`"
    assert finding.span.start == (2, 3 + line.index(sign))
    assert mended(text) == text.replace(line, "title: one")


def test_a_text_with_an_equals_sign_is_changed_by_a_guess_alone() -> None:
    text = "title: one\nsum = one and two and three\nowner: me\n"
    fix = only(text).fix
    assert fix is not None
    assert not fix.safe


@pytest.mark.parametrize("sign", ["|", ">", "|-"])
def test_the_text_of_a_block_has_to_be_indented(sign: str) -> None:
    text = f"id: IDEA-1\ntitle: tea\nnotes: {sign}\ngood tea\nand no queue\nowner: me\n"
    finding = only(text)
    assert finding.message == f"the text of `notes` is not indented below the `{sign[0]}`"
    assert finding.hint == "indent each line of it 2 spaces deeper than `notes`"
    assert finding.span.start == (4, 1)
    assert mended(text) == text
    assert "\n  good tea\n  and no queue\nowner: me" in mended(text, unsafe=True)


def test_words_that_go_on_below_a_text_are_no_key() -> None:
    text = "- id: IDEA-1\n  title: good tea\n  and no queue at all\n  owner: me\n"
    finding = only(text)
    assert finding.message == "`and no queue at all` is neither a key nor a value here"
    hint = "indent it, so that it goes on with the text of `title`; if `and` is a field, write "
    assert finding.hint == hint + "`and:`"
    assert mended(text) == text
    assert "good tea\n    and no queue at all\n  owner: me" in mended(text, unsafe=True)


def test_the_name_of_a_field_without_its_colon_stays_one() -> None:
    text = "- id: IDEA-1\n  title: one\n- id: IDEA-2\n  title some two words\n  owner: me\n"
    assert only(text).hint == "write a colon after the key: `title: some two words`"
    assert only("title: x\nstatus ready\nb: 1\n").hint == (
        "write a colon after the key: `status: ready`"
    )
