from __future__ import annotations

import pytest

from pmdocs.project.project import Project
from pmdocs.views.table import View, build
from pmdocs.views.table.columns import MOST
from tests.golden import assert_golden, values
from tests.lighthouse import empty, product, rendered


@pytest.fixture(scope="module")
def project() -> Project:
    return product()


def table(project: Project, kind: str) -> View:
    return build(project, project.settings.kinds.by_name[kind])


def html_of(project: Project, kind: str) -> str:
    return rendered("table/table.html", table(project, kind), project)


def labels(view: View) -> list[str]:
    return [column.label for column in view.columns]


def test_values_are_as_before(project: Project) -> None:
    assert_golden("views/table.txt", values(table(project, "item")))


def test_html_is_as_before(project: Project) -> None:
    assert_golden("views/table.html", html_of(project, "item"))


def test_columns_are_those_that_tell_most(project: Project) -> None:
    assert labels(table(project, "story")) == [
        "ID", "Title", "Status", "Priority", "PRD", "As a", "Points", "Criteria",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["item", "story", "prd", "objective", "release", "charter"])
def test_there_are_at_most_eight_columns_and_none_is_empty(project: Project, kind: str) -> None:
    view = table(project, kind)
    assert len(view.columns) <= MOST
    for index, _ in enumerate(view.columns):
        assert any(row.cells[index].text or row.cells[index].refs for row in view.rows)


def test_a_time_is_sorted_by_its_first_day(project: Project) -> None:
    html = html_of(project, "item")
    assert '<time datetime="2026-10-01">Q4 2026</time>' in html


def test_a_number_is_sorted_by_its_value(project: Project) -> None:
    assert '<data value="13">13</data>' in html_of(project, "story")


def test_links_are_ids_with_their_titles(project: Project) -> None:
    html = html_of(project, "item")
    link = 'href="items/OBJ-1/#pm-kr-1" title="calls in fog" data-id="OBJ-1.KR-1">OBJ-1.KR-1</a>'
    assert f'<a class="pm-id" {link}' in html


def test_a_link_that_leads_nowhere_stays_text() -> None:
    more = "- {id: US-9, title: Lost, as_a: cat, i_want: milk, prd: PRD-99}\n"
    html = html_of(product(more), "story")
    assert ">PRD-99" in html
    assert "items/PRD-99" not in html


def test_words_in_the_place_of_an_id_are_words(project: Project) -> None:
    column = labels(table(project, "story")).index("As a")
    assert table(project, "story").rows[0].cells[column].text == "skipper"


def test_what_cannot_be_read_is_in_the_table(project: Project) -> None:
    html = html_of(project, "item")
    assert [ref.id for ref in table(project, "item").unread] == ["RM-7"]
    assert "Cannot be read" in html


def test_few_values_can_be_filtered(project: Project) -> None:
    choices = {column.label for column in table(project, "item").columns if column.choices}
    assert choices == {"Status", "Owner", "Horizon", "Confidence"}


def test_a_script_in_a_title_stays_text(project: Project) -> None:
    html = html_of(project, "item")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_an_empty_table_says_how_to_make_an_item() -> None:
    html = html_of(empty(), "story")
    assert "There are no stories yet." in html
    assert "pmdocs new story &#34;Title&#34;" in html or 'pmdocs new story "Title"' in html
