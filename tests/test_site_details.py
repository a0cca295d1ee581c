"""What is on the page of an item, to the letter; and the gaps in the matrix."""

from __future__ import annotations

import re

import pytest

from pmdocs.project.load import load
from pmdocs.views import item as item_view
from tests.golden import assert_golden, values
from tests.markup import Page
from tests.site import LIGHTHOUSE, build, lay, lighthouse, page


def test_the_values_of_the_page_of_an_item() -> None:
    project = load(LIGHTHOUSE)
    for id in ("US-1", "PRD-1", "CH-1"):
        assert_golden(f"site/item-{id}.txt", values(item_view.build(project, project.items[id])))


def test_the_html_of_the_page_of_an_item() -> None:
    for id, path in (("US-1", "items/US-1"), ("PRD-1", "prds/PRD-1-light-patterns")):
        html = page(lighthouse(), path).article.html
        assert_golden(f"site/item-{id}.html", re.sub(r"\n\s*\n+", "\n", html))


def test_what_a_page_is_made_of_is_in_its_table_of_contents() -> None:
    html = page(lighthouse(), "items/US-1").html
    contents = Page(html[html.index("md-nav--secondary") :].split("</nav>")[0])
    found = {" ".join(a["words"].split()): a["href"] for a in contents.links}
    own, trace = (
        {"Acceptance criteria": "#pm-criteria", "Notes": "#pm-notes"},
        {"Trace": "#pm-trace"},
    )
    assert found == {**own, **trace, "If this changes": "#pm-impact"}


def test_who_builds_on_a_part_is_said_with_the_name_of_the_link() -> None:
    text = " ".join(page(lighthouse(), "items/PRD-2").article.text.split())
    assert "Realised by US-3" in text
    task = " ".join(page(lighthouse(), "items/CH-1").article.text.split())
    assert "Waits for" in task
    assert "T-1 FS+2d" in task


def test_a_persona_is_spoken_of_with_the_right_article() -> None:
    items = [("US-1", "engineer"), ("US-2", "user"), ("US-3", "The one who pays")]
    story = "- {{id: {}, title: t, as_a: {}, i_want: y}}\n"
    built = build(lay("articles", {"roadmap/a.yaml": "".join(story.format(*one) for one in items)}))
    wanted = {"US-1": "As an engineer,", "US-2": "As a user,", "US-3": "As The one who pays,"}
    for id, words in wanted.items():
        assert words in page(built, f"items/{id}").article.text


GAPS = """\
- {id: RM-1, title: no prd, outcome: o}
- {id: RM-2, title: has one, outcome: o}
- {id: PRD-1, title: no story, problem: p, item: RM-2}
- {id: RM-3, title: whole, outcome: o}
- {id: PRD-2, title: has a story, problem: p, item: RM-3}
- {id: US-1, title: no criteria, as_a: x, i_want: y, prd: PRD-2}
"""


@pytest.mark.verifies("US-38.AC-1", "US-38.AC-2", "US-38.AC-3")
def test_the_built_matrix_marks_what_is_missing() -> None:
    html = page(build(lay("gaps", {"roadmap/a.yaml": GAPS})), "traceability").article.html
    rows = re.findall(r'<tr role="row">.*?</tr>', html, re.DOTALL)
    for id, gap in (
        ("RM-1", "No PRD"),
        ("PRD-1", "No story"),
        ("US-1", "No acceptance criteria"),
    ):
        row = next(row for row in rows if f">{id}</a>" in row)
        assert f"{gap}</span>" in row
