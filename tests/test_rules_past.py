"""Statuses, ids, approvals and rest, as git knows them, in real repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmdocs.history.past import past_of
from pmdocs.project.load import load
from pmdocs.rules.catalogue import check
from tests.test_history_branches import commit, git
from tests.test_history_past import PRD, SETTINGS, on, story

WAYS = """site_name: x
docs_dir: content
plugins:
  - pmdocs:
      statuses: {story: {doing: in progress}}
      transitions:
        story:
          new: [draft, ready]
          draft: [ready, dropped]
          ready: [doing]
          in progress: [in review, ready]
          in review: done
"""
CRITERIA = (
    "  status: {status}\n  so_that: I find it\n  criteria:\n    - {{id: {id}, text: {text}}}\n"
)


def told(root: Path, since: str | None = None) -> list[str]:
    """What rules say that look back: place, code, message and hint."""
    project = load(root)
    with past_of(root, project, since) as past:
        found = check(project, past)
    return [
        f"{d.span} {d.code} {d.finding.message} | {d.finding.hint}"
        for d in found
        if d.code.startswith("PM70")
    ]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A product with two stories, one commit."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780300800")
    root = tmp_path / "product"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    first = story(1, more="  status: draft\n") + story(2, more="  status: ready\n")
    on(monkeypatch, "2026-05-20", root, {"mkdocs.yml": WAYS, "roadmap/s.yaml": first})
    return root


@pytest.mark.verifies("US-93.AC-1")
def test_an_id_that_was_removed_and_names_something_else_is_an_error(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, "2026-05-21", root, {"roadmap/s.yaml": story(2)})
    on(monkeypatch, "2026-05-22", root, {"content/index.md": "# Hello\n"})
    other = "id: US-1\ntitle: Print the plan\nas_a: guide\ni_want: paper for the wall\n"
    (root / "roadmap/other.yaml").write_text(other)
    (line,) = told(root)
    assert line.startswith("roadmap/other.yaml:1:5 PM703 `US-1` was the id of `Story 1`, which")
    assert "was removed on 21 May 2026" in line
    git(root, "checkout", "-qb", "work")
    on(monkeypatch, "2026-05-23", root, {})
    assert told(root) == []
    assert len(told(root, "main")) == 1


@pytest.mark.verifies("US-93.AC-2")
def test_an_item_that_comes_back_or_moves_may_have_its_id(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, "2026-05-21", root, {"roadmap/s.yaml": story(2)})
    (root / "roadmap/back.yaml").write_text(story(1, "to search, and to find as well"))
    assert told(root) == []
    on(monkeypatch, "2026-05-22", root, {"roadmap/s.yaml": None, "roadmap/t.yaml": story(2)})
    assert told(root) == []


def test_an_id_whose_item_was_swapped_in_its_place_is_an_error(root: Path) -> None:
    other = "- id: US-2\n  title: Print the plan\n  as_a: guide\n  i_want: paper for the wall\n"
    other += "  status: ready\n"
    (root / "roadmap/s.yaml").write_text(story(1) + other)
    assert [line.split(" | ")[0] for line in told(root)] == [
        "roadmap/s.yaml:5:7 PM703 `US-2` was the id of `Story 2`"
    ]
    (root / "roadmap/s.yaml").write_text(
        story(1)
        + story(2, "to search quickly", "  status: ready\n").replace("Story 2", "Story 2, quicker")
    )
    assert told(root) == []


@pytest.mark.verifies("US-93.AC-1")
def test_a_draft_may_be_rewritten_but_its_id_is_not_for_another(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = "  status: draft\n"
    two = story(1, "to search", draft) + story(2, "paper for the wall", draft)
    two = two.replace("Story 1", "Find a place").replace("Story 2", "Print the plan")
    on(monkeypatch, "2026-05-21", root, {"roadmap/s.yaml": two})
    git(root, "checkout", "-qb", "work")
    first, second = ("- id: US-1\n", "- id: US-2\n")
    mine = two.index(second)
    other = (
        two[:mine]
        .replace("Find a place", "Tickets by mail")
        .replace("to search", "nobody queues at the pier")
    )
    (root / "roadmap/s.yaml").write_text(other + two[mine:])
    assert told(root, "main") == []
    swapped = two.replace(first, "?").replace(second, first).replace("?", second)
    (root / "roadmap/s.yaml").write_text(swapped)
    assert [line.split(" | ")[0] for line in told(root, "main")] == [
        "roadmap/s.yaml:1:7 PM703 `US-2` was the id of `Print the plan`",
        "roadmap/s.yaml:6:7 PM703 `US-1` was the id of `Find a place`",
    ]
    on(monkeypatch, "2026-05-22", root, {"roadmap/s.yaml": two[mine:]})
    on(monkeypatch, "2026-05-23", root, {"roadmap/s.yaml": other + two[mine:]})
    (line,) = told(root, "main")
    assert "PM703 `US-1` was the id of `Find a place`, which was removed on 22 May 2026" in line


@pytest.mark.verifies("US-93.AC-3")
def test_the_id_of_a_criterion_that_names_something_else_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def with_criterion(id: str, text: str, status: str = "ready") -> dict[str, str | None]:
        return {"roadmap/s.yaml": story(1, more=CRITERIA.format(id=id, text=text, status=status))}

    opens = "the link opens without a password"
    on(monkeypatch, "2026-05-21", root, with_criterion("AC-1", opens))
    (root / "roadmap/s.yaml").write_text(
        with_criterion("AC-1", "old links stop after a month")["roadmap/s.yaml"] or ""
    )
    (line,) = told(root)
    assert line.startswith("roadmap/s.yaml:8:12 PM704 `US-1.AC-1` named something else before")
    assert opens in line
    on(monkeypatch, "2026-05-22", root, with_criterion("AC-2", "old links stop after a month"))
    on(monkeypatch, "2026-05-23", root, with_criterion("AC-1", "a page can be printed"))
    assert told(root) == []
    assert "AC-1" in told(root, "HEAD~1")[0]
    on(monkeypatch, "2026-05-24", root, with_criterion("AC-1", "a page can be printed in black"))
    assert told(root) == []


def test_a_draft_may_say_something_else_in_its_criteria(root: Path) -> None:
    first = CRITERIA.format(id="AC-1", text="the link opens without a password", status="draft")
    commit(root, {"roadmap/s.yaml": story(1, more=first)})
    later = CRITERIA.format(id="AC-1", text="old links stop after a month", status="draft")
    (root / "roadmap/s.yaml").write_text(story(1, more=later))
    assert told(root) == []


def approved(day: str, seconds: int, more: str = "") -> dict[str, str | None]:
    record = f"{{role: finance, name: Ada, state: approved, date: {day}}}"
    status = f"approved\napprovals: [{record}]{more}"
    return {"content/PRD-1-search.md": PRD.format(status=status, seconds=seconds)}


@pytest.mark.verifies("US-94.AC-1")
def test_an_approval_covers_the_words_of_its_day_and_no_others(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, "2026-05-10", root, approved("2026-05-12", 5))
    on(monkeypatch, "2026-05-11", root, approved("2026-05-12", 6))
    assert told(root) == []
    on(monkeypatch, "2026-05-13", root, approved("2026-05-12", 6, "\nowner: Bo"))
    assert told(root) == []
    on(monkeypatch, "2026-05-14", root, approved("2026-05-12", 7, "\nowner: Bo"))
    (line,) = told(root)
    assert line.startswith("content/PRD-1-search.md:4:47 ")
    assert line.endswith(
        "PM705 `PRD-1` was approved by `Ada (finance)` on 12 May 2026,"
        " and what it says was changed on 14 May 2026"
        " | ask Ada (finance) again, and write the new `date`; until then `state: requested`"
    )
    on(monkeypatch, "2026-05-15", root, approved("2026-05-15", 7, "\nowner: Bo"))
    assert told(root) == []


@pytest.mark.verifies("US-94.AC-2")
def test_who_renews_an_approval_with_the_words_has_seen_them(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, "2026-05-10", root, approved("2026-05-09", 5))
    on(monkeypatch, "2026-05-14", root, approved("2026-05-12", 7))
    assert told(root) == []


@pytest.mark.verifies("US-95.AC-1")
def test_an_item_in_progress_that_rests_is_told_after_the_days_of_the_settings(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    doing = story(1, more="  status: doing\n")
    on(monkeypatch, "2026-04-20", root, {"mkdocs.yml": SETTINGS, "roadmap/s.yaml": story(1)})
    (root / "mkdocs.yml").write_text(WAYS)
    on(monkeypatch, "2026-04-25", root, {"roadmap/s.yaml": doing})
    on(monkeypatch, "2026-05-28", root, {"roadmap/s.yaml": doing + story(2)})
    (line,) = told(root)
    assert line == (
        "roadmap/s.yaml:5:11 PM706 `US-1` is `in progress`, and was last touched 37 days ago"
        " | write into `updates:` how it stands, or change `status` (25 Apr 2026)"
    )
    rules = "      rules: {stale-item: {days: 40}}\n"
    (root / "mkdocs.yml").write_text(WAYS + rules)
    assert told(root) == []


@pytest.mark.verifies("US-95.AC-2")
def test_news_with_a_date_count_as_a_touch(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    news = "  status: doing\n  updates: [{date: 2026-05-25, text: it goes well}]\n"
    on(monkeypatch, "2026-04-20", root, {"roadmap/s.yaml": story(1, more=news)})
    assert told(root) == []


def test_what_begins_as_active_is_not_stale(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    metric = {"roadmap/m.yaml": "{id: MET-1, title: Searches}\n"}
    on(monkeypatch, "2025-04-20", root, {**metric})
    assert told(root) == []


def test_of_a_requirement_id_that_stands_twice_only_that_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    approval = "approvals: [{role: finance, state: approved}]"
    page = PRD.format(status=f"approved\n{approval}", seconds=2)
    on(
        monkeypatch,
        "2026-05-21",
        root,
        {
            "content/prds/PRD-1-search.md": page,
            "roadmap/t.yaml": story(3, more="  prd: PRD-1.FR-1\n"),
        },
    )
    assert told(root) == []
    again = "- **FR-1** (must) The search finds harbours as well as piers.\n"
    (root / "content/prds/PRD-1-search.md").write_text(page + again)
    assert told(root) == []
    other = page.replace("The search answers within 2 seconds", "Nobody pays for a map")
    (root / "content/prds/PRD-1-search.md").write_text(other)
    assert {line.split()[1] for line in told(root)} == {"PM701", "PM704", "PM705"}
