from __future__ import annotations

import pytest

from pmdocs.model.columns import known_columns
from pmdocs.project.project import Project
from pmdocs.project.select import select
from pmdocs.views.table import View, build
from pmdocs.views.table.columns import ALL, MOST
from tests.golden import assert_golden, values
from tests.lighthouse import empty, product, rendered

TAGS = "- {id: RM-8, title: A bell, outcome: heard, tags: [fog, 'horn, big'], start: 2027-05, end: 2027-06}\n"
POINTS = """\
- {id: US-10, title: Ten, as_a: cat, i_want: milk, points: 0.5}
- {id: US-11, title: Eleven, as_a: cat, i_want: fish, points: 0.25}
"""


@pytest.fixture(scope="module")
def project() -> Project:
    return product()


def table(project: Project, kind: str) -> View:
    return build(project, project.settings.kinds.by_name[kind])


def html_of(project: Project, kind: str) -> str:
    return rendered("table/table.html", table(project, kind), project)


def labels(view: View) -> list[str]:
    return [column.label for column in view.columns if not column.hidden]


def hidden(view: View) -> list[str]:
    return [column.label for column in view.columns if column.hidden]


def texts(view: View, key: str) -> list[str]:
    place = next(n for n, column in enumerate(view.columns) if column.key == key)
    return [row.cells[place].text for row in view.rows]


def test_values_are_as_before(project: Project) -> None:
    assert_golden("views/table.txt", values(table(project, "item")))


def test_html_is_as_before(project: Project) -> None:
    assert_golden("views/table.html", html_of(project, "item"))


def test_a_choice_of_items_is_as_before() -> None:
    project = product(TAGS)
    view = build(project, items=select(project, "RM-1 or RM-8 or US-1 or OBJ-1"), sort="-progress")
    assert_golden("views/table-choice.txt", values(view))


def test_columns_are_those_that_tell_most(project: Project) -> None:
    assert labels(table(project, "story")) == [
        "ID", "Title", "Status", "Priority", "PRD", "As a", "Points", "Criteria",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["item", "story", "prd", "objective", "release", "charter"])
def test_there_are_at_most_eight_columns_and_none_is_empty(project: Project, kind: str) -> None:
    view = table(project, kind)
    assert len(labels(view)) <= MOST
    assert len(view.columns) <= ALL
    for index, _ in enumerate(view.columns):
        cells = [row.cells[index] for row in view.rows]
        assert any(cell.text or cell.refs or cell.words for cell in cells)


def test_what_else_is_short_is_there_for_readers_who_ask() -> None:
    view = table(product(TAGS), "item")
    assert hidden(view) == [
        "Confidence", "Depends on", "Health", "Release", "Theme", "Team", "Start", "End", "Tags",
    ]  # fmt: skip
    assert "Outcome" not in labels(view)


def test_what_holds_for_everything_is_no_column(project: Project) -> None:
    more = "- {id: RM-8, title: A bell, outcome: heard, audience: public}\n"
    assert "Audience" not in hidden(table(project, "item"))
    assert "Audience" in hidden(table(product(more), "item"))


def test_a_time_is_sorted_by_its_first_day(project: Project) -> None:
    html = html_of(project, "item")
    assert '<time datetime="2026-10-01">Q4 2026</time>' in html


def test_a_number_is_sorted_by_its_value(project: Project) -> None:
    assert '<data value="13">13</data>' in html_of(project, "story")


def test_progress_is_computed_from_stories_and_key_results() -> None:
    more = """\
- id: OBJ-4
  title: A loud horn
  period: 2027
  key_results:
    - {id: KR-1, text: miles, baseline: 0, target: 10, current: 10}
    - {id: KR-2, text: hours, baseline: 10, target: 0, current: 7}
"""
    project = product(more)
    assert texts(table(project, "item"), "progress")[:2] == ["50%", ""]
    assert texts(table(project, "objective"), "progress") == ["", "", "", "65%"]
    assert 'title="1 of 2 key results reached"' in html_of(project, "objective")


def test_links_are_ids_with_their_titles(project: Project) -> None:
    html = html_of(project, "item")
    assert (
        '<a class="pm-id" href="items/OBJ-1/#pm-kr-1" data-id="OBJ-1.KR-1" title="calls in fog">'
        "OBJ-1.KR-1</a>, <a" in html
    )


def test_a_link_that_leads_nowhere_stays_text() -> None:
    more = "- {id: US-9, title: Lost, as_a: cat, i_want: milk, prd: PRD-99}\n"
    html = html_of(product(more), "story")
    assert ">PRD-99" in html
    assert "items/PRD-99" not in html


def test_words_in_the_place_of_an_id_are_words(project: Project) -> None:
    assert texts(table(project, "story"), "as_a")[0] == "skipper"


def test_what_cannot_be_read_is_in_the_table(project: Project) -> None:
    html = html_of(project, "item")
    assert [row.id for row in table(project, "item").unread] == ["RM-7"]
    assert "Cannot be read" in html


def test_few_values_can_be_filtered(project: Project) -> None:
    choices = {column.label for column in table(project, "item").columns if column.choices}
    assert choices == {"Status", "Owner", "Horizon", "Confidence", "Health"}


def test_a_word_that_comes_again_and_again_can_be_filtered() -> None:
    more = "".join(
        f"- {{id: RM-{n}, title: T, outcome: o, team: {'Lamp' if n % 2 else 'Horn'}}}\n"
        for n in (11, 12, 13, 14)
    )
    choices = {column.label for column in table(product(more), "item").columns if column.choices}
    assert "Team" in choices


def test_tags_can_be_filtered_and_stand_each_for_itself() -> None:
    project = product(TAGS)
    tags = next(c for c in table(project, "item").columns if c.key == "tags")
    assert tags.choices
    one = '<span class="pm-one">fog</span>, <span class="pm-one">horn, big</span>'
    assert one in html_of(project, "item")


def test_several_kinds_have_a_column_for_the_kind(project: Project) -> None:
    view = build(project, items=select(project, "kind:story or kind:prd"))
    assert labels(view)[:3] == ["ID", "Title", "Kind"]
    assert set(texts(view, "kind")) == {"PRD", "Story"}
    assert (view.kind, view.plural, view.unread) == ("", "Items", ())


def test_columns_can_be_named(project: Project) -> None:
    items = select(project, "kind:story")
    view = build(project, items=items, columns=["id", "points", "as_a", "progress", "nonsense"])
    assert labels(view) == ["ID", "Title", "Points", "As a", "Progress"]
    assert hidden(view) == []


def test_every_known_column_can_be_shown(project: Project) -> None:
    kinds = list(project.settings.kinds)
    names = known_columns(kinds)
    assert {"id", "kind", "when", "progress", "as_a", "key_results", "outcome"} <= set(names)
    assert {"scores", "budget"}.isdisjoint(names)
    view = build(project, columns=names)
    assert [column.key for column in view.columns] == names
    assert ">skippers know that it is us</td>" in rendered("table/table.html", view, project)


def test_rows_are_sorted_by_number_and_empty_ones_come_last(project: Project) -> None:
    project = product(POINTS)
    stories = select(project, "kind:story")
    rising = build(project, items=stories, sort="points")
    assert texts(rising, "points") == ["0.25", "0.5", "3", "13", "", ""]
    falling = build(project, items=stories, sort="-points")
    assert texts(falling, "points") == ["13", "3", "0.5", "0.25", "", ""]
    assert texts(build(project, items=stories, sort="id"), "id")[-2:] == ["US-10", "US-11"]
    assert 'aria-sort="descending">Points' in rendered("table/table.html", falling, project)


def test_nothing_is_sorted_by_a_column_that_is_not_there(project: Project) -> None:
    assert build(project, items=select(project, "kind:story"), sort="nonsense").sort == ""


def test_a_table_in_prose_gives_no_anchors_and_no_landmarks_away(project: Project) -> None:
    view = build(project, items=select(project, "kind:story"))
    html = rendered("table/table.html", view, project, embedded=True)
    assert "data-embedded" in html
    assert " id=" not in html
    assert "pm-wide" not in html
    assert 'role="region"' not in html


def test_a_script_in_a_title_stays_text(project: Project) -> None:
    html = html_of(project, "item")
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_an_empty_table_says_how_to_make_an_item() -> None:
    html = html_of(empty(), "story")
    assert "There are no stories yet." in html
    assert "pmdocs new story &#34;Title&#34;" in html or 'pmdocs new story "Title"' in html


def test_an_empty_choice_says_so(project: Project) -> None:
    html = rendered("table/table.html", build(project, items=[]), project)
    assert "There is nothing to show." in html
