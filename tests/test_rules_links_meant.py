"""Which id was meant: by a link to a page, and never the part that the link stands in."""

from __future__ import annotations

import pytest

from pmdocs.rules.catalogue import check
from tests.conftest import project_of
from tests.mended import Texts

PRD = "---\ntitle: Order ahead\n---\n\n# Order ahead\n\n## Problem\n\nA queue.\n"
STORY = '- id: US-1\n  title: Order\n  as_a: guest\n  i_want: tea\n  prd: "%s"\n'
# The title alone says too little: a roadmap item is called so, too.
ITEM = "- {id: RM-1, title: Order ahead, outcome: no queue}\n"
PAGE = "content/prds/PRD-1-order-ahead.md"


@pytest.mark.parametrize(
    "address",
    [
        "../content/prds/PRD-1-order-ahead.md",
        "prds/PRD-1-order-ahead.md#problem",
        "PRD-1-order-ahead.md",
    ],
)
def test_a_link_to_the_page_of_an_item_becomes_its_id(address: str) -> None:
    files = {PAGE: PRD, "roadmap/items.yaml": ITEM}
    files["roadmap/a.yaml"] = STORY % f"[Order ahead]({address})"
    done = Texts(files).mend()
    assert "prd: PRD-1\n" in done.texts["roadmap/a.yaml"].replace('"', "")


def test_a_link_to_another_page_stays_a_guess() -> None:
    files = {PAGE: PRD, "roadmap/items.yaml": ITEM}
    files["roadmap/a.yaml"] = STORY % "[Order ahead](prds/PRD-2-order-ahead.md)"
    assert Texts(files).mend().texts == {}


def test_a_task_is_never_told_to_wait_for_itself() -> None:
    tasks = "  - {id: T-1, title: a, work: 3, depends_on: [T-9]}\n"
    charter = (
        "id: CH-1\ntitle: Build\npurpose: x\nsponsor: y\nmanager: {role: z}\n"
        f"start: 2027-01-01\ntasks:\n{tasks}"
    )
    (found,) = (one for one in check(project_of(a__yaml=charter)) if one.code == "PM201")
    assert found.finding.hint == "write the id of a task"
    assert found.finding.fix is None
