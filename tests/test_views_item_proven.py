"""Stories that other pages list tell what is proven of them, where results are known."""

from __future__ import annotations

import pytest

from pmdocs.views import item
from tests import kinds
from tests.lighthouse import rendered
from tests.shown import proofs, proven


def page(id: str, *, known: bool = True) -> str:
    """The lower part of the page of an item of the lighthouse."""
    found = item.build(proven(), proven().items[id], proofs=proofs() if known else None)
    return rendered("item/prd.html", found, proven(), frame="item/body.html", trace="")


@pytest.mark.parametrize("id", ["PRD-5", "RM-2"])
def test_a_done_story_in_a_list_tells_what_is_proven(id: str) -> None:
    html = page(id)
    assert "1 of 6 criteria proven, 1 failing" in html
    assert "2 of 2 criteria proven" in html
    assert "criteria met" not in html
    assert html.count('title="something fails"') == html.count("1 failing")
    assert "6 of 6 criteria met" in page(id, known=False)


@pytest.mark.parametrize(
    ("id", "met", "shown"),
    [("SPR-1", "1 of 1 criterion met", "0 of 1"), ("PER-1", "criteria met", "of 3")],
)
def test_what_nothing_proves_is_not_counted(id: str, met: str, shown: str) -> None:
    project = kinds.product()
    known, unknown = (
        str(item.build(project, project.items[id], proofs=found).blocks)
        for found in (proofs().against(project), None)
    )
    assert (met in unknown, met in known) == (True, False)
    assert f"{shown} criteri" in known
    assert "proven" not in unknown
