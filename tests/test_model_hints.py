"""The hints say what to type, in words that people know, and each of them once."""

from __future__ import annotations

import pytest

from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source
from tests.conftest import findings, lines, project_of
from tests.mended import mended

ITEM = "id: RM-1\ntitle: t\noutcome: o\nhorizon: now\n"
RISK = "id: RSK-1\ntitle: t\neffect: e\nprobability: 2\nimpact: 3\n"
STORY = "id: US-1\ntitle: t\nas_a: a\ni_want: b\nso_that: c\n"
STORY_ON_A_LINE = "id: US-1, title: t, as_a: a, i_want: b, so_that: c"
CHARTER = "id: CH-1\ntitle: t\npurpose: p\nsponsor: s\nmanager: m\nstart: 2027-01\n"
SUCH_AS = "such as `2027-03-14`, `2027-03`, `2027-Q1`, `2027-H1` or `2027`"


def hints(text: str, path: str = "roadmap/a.yaml") -> list[str | None]:
    """The hints of the errors of a file."""
    return [d.finding.hint for d in findings(text, path) if d.code < "PM3"]


DATES = {
    "3/4/2027": "write `2027-04-03` (3 Apr 2027) or `2027-03-04` (4 Mar 2027)",
    "TBD": f"leave the field out until you know the date; then write one {SUCH_AS}",
    "in spring": f"write a date {SUCH_AS}",
    "20270314": "write `2027-03-14`",
    "14. März 2027": "write `2027-03-14`",
    "14.März 2027": "write `2027-03-14`",
    "Dezember 2027": "write `2027-12`",
    "20271314": f"write a date {SUCH_AS}",
}


@pytest.mark.parametrize("written", DATES)
def test_a_hint_for_a_date_tells_an_answer_from_an_example(written: str) -> None:
    assert hints(f"{ITEM}start: {written}\n") == [DATES[written]]


SCALE = "write a number from 1 (hardly) to 5 (almost surely)"


@pytest.mark.parametrize("written", ["high", "30%", "30", "0", "two thirds"])
def test_a_number_on_a_scale_is_told_its_ends(written: str) -> None:
    assert hints(RISK.replace("probability: 2", f"probability: {written}")) == [SCALE]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("5d", "write the hours, without a unit: `40` where a day has 8"),
        ("2 weeks", "write the hours, without a unit: `80` where a day has 8"),
        ("6 hours", "write the hours alone: `6`"),
        ("lots", "write digits alone"),
    ],
)
def test_hours_are_told_for_days(written: str, hint: str) -> None:
    assert hints(f"{CHARTER}tasks: [{{id: T-1, title: t, work: {written}}}]\n") == [hint]


def test_minutes_are_no_months() -> None:
    (told,) = lines(f"{ITEM}effort: 3 minutes\n")
    assert told.startswith("5:9 PM102 `3 minutes` is not an amount of work")


def test_three_digits_behind_a_point_are_no_money() -> None:
    budget = "budget: {limit: 120.000, currency: EUR}\n"
    assert [line for line in lines(CHARTER + budget) if "PM102" in line] == [
        "7:17 PM102 `120.000` may be 120,000 or 120 | write `120000` or `120`"
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("20,000", "20000"), ("1,250,000", "1250000"), ("1,5", "1.5"), ("20,000.50", "20000.50")],
)
def test_a_comma_that_tears_a_number_is_told_once(written: str, meant: str) -> None:
    spent = f"[{{date: 2027-02-01, amount: {written}, for: cups}}]"
    text = f"{CHARTER}budget: {{limit: 9, currency: EUR, spent: {spent}}}\n"
    message = f"the comma of `{written}` ends the value here, between `{{` and `}}`"
    assert [line for line in lines(text) if " PM0" in line or " PM1" in line] == [
        f"7:70 PM010 {message} | write `{meant}`"
    ]
    assert meant in mended(text, unsafe=True)


def test_of_several_words_one_is_to_be_chosen() -> None:
    assert hints(f"{ITEM}confidence: certain\n") == ["write `high`, `medium` or `low`"]


GOALS = "".join(
    f"- {{id: OBJ-{n}, title: t, period: 2027, key_results: [{{id: KR-1, text: x}}]}}\n"
    for n in (1, 2)
)


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("OBJ-1, OBJ-2", "[OBJ-1, OBJ-2]"),
        ("OBJ-1 and OBJ-2", "[OBJ-1, OBJ-2]"),
        ("OBJ-1 OBJ-2", "[OBJ-1, OBJ-2]"),
        ("'OBJ-1; obj–2'", "[OBJ-1, OBJ-2]"),
        ("[OBJ-1 and OBJ-2]", "[OBJ-1, OBJ-2]"),
    ],
)
def test_several_ids_in_one_value_become_a_list(written: str, becomes: str) -> None:
    text = f"{GOALS}- id: RM-1\n  title: t\n  outcome: o\n  objectives: {written}\n"
    (one,) = [line for line in lines(text) if "PM201" in line]
    assert one.endswith(f"| write `{becomes}`")
    assert f"objectives: {becomes}\n" in mended(text)


def test_of_several_ids_where_one_is_taken_nobody_chooses() -> None:
    prd = "{id: PRD-1, title: t, problem: p, requirements: [{id: FR-1, text: x}, {id: NFR-1, text: y}]}"
    story = f"{{{STORY_ON_A_LINE}, prd: PRD-1.FR-1; PRD-1.NFR-1}}"
    text = f"- {prd}\n- {story}\n"
    (one,) = [line for line in lines(text) if "PM201" in line]
    assert one.endswith("| write one id alone: `PRD-1.FR-1` or `PRD-1.NFR-1`")
    assert "prd: PRD-1.FR-1; PRD-1.NFR-1" in mended(text, unsafe=True)


def test_several_tasks_in_one_value_are_told_as_a_list() -> None:
    tasks = "[{id: T-1, title: a}, {id: T-2, title: b, depends_on: 'T-1 SS, T-3'}]"
    assert "write `[T-1 SS, T-3]`" in hints(f"{CHARTER}tasks: {tasks}\n")


def test_the_fields_are_listed_once() -> None:
    first, second = hints(f"{ITEM}colour: red\nzzzz: x\n")
    assert first
    assert first.startswith("the fields are `id`, ")
    assert second == "the fields are named at line 5"


@pytest.mark.parametrize(("written", "meant"), [("asignee", "owner"), ("descripton", "notes")])
def test_a_slip_in_a_name_from_another_tool_is_understood(written: str, meant: str) -> None:
    assert hints(f"{ITEM}{written}: me\n") == [f"did you mean `{meant}`?"]


@pytest.mark.parametrize("written", ["PER–1", "\u0420ER-1", "РЕR-1"])
def test_an_id_that_only_looks_like_one_is_no_role(written: str) -> None:
    persona = "{id: PER-1, title: Eve, role: r, goals: [g], pains: [p]}"
    project = project_of(a=STORY.replace("as_a: a", f"as_a: {written}"), b=persona)
    told = [(d.code, d.finding.hint) for d in check(project)]
    assert ("PM201", "write `PER-1`") in told


@pytest.mark.parametrize("role", ["Geschäftsführerin", "Tier–1 Händler", "Élève-1 x", "кассир"])
def test_a_role_in_words_stays_a_role(role: str) -> None:
    clerk = lines(STORY.replace("as_a: a", "as_a: clerk"))
    assert lines(STORY.replace("as_a: a", f"as_a: {role}")) == clerk


def test_an_id_in_curly_quotes_keeps_its_links() -> None:
    told = lines("[{id: “IDEA-1”, title: t}, {id: RM-1, title: t, outcome: o, evidence: [IDEA-1]}]")
    (one,) = [line for line in told if "PM1" in line or "PM2" in line]
    assert one.startswith(
        "1:7 PM106 the id `“IDEA-1”` only looks like `IDEA-1`: it holds left double"
    )
    assert one.endswith("| write `IDEA-1`")


def test_a_dash_in_prose_is_taken_for_the_hyphen_of_an_id() -> None:
    page = "# Notes\n\nLook at US–1, US−1 and PRD–1.FR–2, not at us–1, nor at US–9.\n"
    told = lines_of_page(page)
    assert told == ["write `US-1`", "write `US-1`", "write `PRD-1.FR-2`"]


def lines_of_page(page: str) -> list[str | None]:
    """What is said of almost-ids on a page beside a story and a PRD."""
    prd = "{id: PRD-1, title: t, problem: p, requirements: [{id: FR-2, text: x}]}"
    texts = {"content/a.md": page, "roadmap/a.yaml": f"[{{{STORY_ON_A_LINE}}}, {prd}]"}
    project = build([Source(path, text) for path, text in texts.items()])
    return [d.finding.hint for d in check(project) if d.code == "PM415"]
