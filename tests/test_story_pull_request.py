"""The story of a pull request, from the branch to the merge, on a real repository."""

from __future__ import annotations

import html
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias
from xml.etree import ElementTree as ET

import pytest

from pmdocs.report import FORMATS
from tests.pull_request import (
    BREAKS,
    ITEMS_FILE,
    PRD_FILE,
    PROMISES,
    SLIPS,
    STORIES_FILE,
    branch,
    change,
    make,
    product,
)
from tests.test_history_branches import git

# Where a finding stands, and its rule.
Told: TypeAlias = set[tuple[str, int, str]]
EXPECTED: Told = {(b.change.path, b.line, b.code) for b in BREAKS}
_FRAME = re.compile(r"^\w+\[(PM\d+)\].*\n +--> (.+?):(\d+):\d+$", re.MULTILINE)
_CONCISE = re.compile(r"^(.+?):(\d+):\d+: \w+ (PM\d+) ", re.MULTILINE)
_GITHUB = re.compile(r"^::\w+ file=(.+?),line=(\d+),.*title=(PM\d+) ", re.MULTILINE)
_SUMMARY = re.compile(r"^\| \S+ \w+ \| (.+?):(\d+) \| (PM\d+) ", re.MULTILINE)
_CASE = re.compile(r"^(.+?):(\d+):\d+: ")


def pmdocs(folder: Path, *arguments: str, expected: int = 0) -> str:
    command = [sys.executable, "-m", "pmdocs", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == expected, done.stdout + done.stderr
    return done.stdout


def broken(tmp_path: Path) -> Path:
    root = product(tmp_path / "product")
    branch(root, "work", *(one.change for one in BREAKS))
    return root


def _of_sarif(text: str) -> Told:
    found = set()
    for result in json.loads(text)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        path, line = place["artifactLocation"]["uri"], place["region"]["startLine"]
        found.add((path, line, result["ruleId"]))
    return found


def _of_rdjson(text: str) -> Told:
    return {
        (d["location"]["path"], d["location"]["range"]["start"]["line"], d["code"]["value"])
        for d in json.loads(text)["diagnostics"]
    }


def _of_gitlab(text: str) -> Told:
    return {
        (one["location"]["path"], one["location"]["lines"]["begin"], one["description"][:5])
        for one in json.loads(text)
    }


def _of_json(text: str) -> Told:
    return {(one["path"], one["line"], one["code"]) for one in json.loads(text)}


def _of_junit(text: str) -> Told:
    found = set()
    for case in ET.fromstring(text).iter("testcase"):  # noqa: S314 - written by ourselves
        match = _CASE.match(case[0].text or "")
        assert match
        found.add((match[1], int(match[2]), case[0].attrib["type"]))
    return found


def _of_checkstyle(text: str) -> Told:
    return {
        (file.attrib["name"], int(error.attrib["line"]), error.attrib["source"].partition(".")[2])
        for file in ET.fromstring(text)  # noqa: S314 - written by ourselves
        for error in file
    }


def _matches(pattern: re.Pattern[str], *order: int) -> Callable[[str], Told]:
    path, line, code = order
    return lambda text: {(m[path], int(m[line]), m[code]) for m in pattern.finditer(text)}


def _of_summary(text: str) -> Told:
    return _matches(_SUMMARY, 1, 2, 3)(html.unescape(text))


READERS: dict[str, Callable[[str], Told]] = {
    "frames": _matches(_FRAME, 2, 3, 1),
    "concise": _matches(_CONCISE, 1, 2, 3),
    "github": _matches(_GITHUB, 1, 2, 3),
    "github-summary": _of_summary,
    "json": _of_json,
    "gitlab": _of_gitlab,
    "sarif": _of_sarif,
    "rdjson": _of_rdjson,
    "junit": _of_junit,
    "checkstyle": _of_checkstyle,
}


@pytest.mark.parametrize("style", READERS)
def test_ten_breaks_get_ten_messages_at_the_right_lines(tmp_path: Path, style: str) -> None:
    text = pmdocs(broken(tmp_path), "check", "--format", style, expected=1)
    assert READERS[style](text) == EXPECTED


def test_no_format_is_forgotten() -> None:
    assert set(READERS) == set(FORMATS)


def test_the_product_was_sound_before(tmp_path: Path) -> None:
    assert pmdocs(product(tmp_path), "check", "--fail-on", "warning", "--format", "concise") == ""


def test_each_message_underlines_the_words_and_says_what_to_write(tmp_path: Path) -> None:
    root = broken(tmp_path)
    found: list[dict[str, Any]] = json.loads(pmdocs(root, "check", "--format", "json", expected=1))
    by_place = {(one["path"], one["line"], one["code"]): one for one in found}
    for one in BREAKS:
        told = by_place[one.change.path, one.line, one.code]
        line = (root / one.change.path).read_text("utf-8").splitlines()[one.line - 1]
        assert line[told["column"] - 1 : told["end_column"] - 1] == one.underlined
        assert one.hint in told["hint"]


def test_what_needs_no_decision_is_mended_and_the_rest_of_the_file_stays(tmp_path: Path) -> None:
    root = product(tmp_path / "product")
    before = {path: (root / path).read_text("utf-8") for path in (ITEMS_FILE, STORIES_FILE)}
    branch(root, "work", *SLIPS)
    pmdocs(root, "check", "--fix", "--fail-on", "warning")
    items, stories = ((root / path).read_text("utf-8") for path in (ITEMS_FILE, STORIES_FILE))
    assert items == before[ITEMS_FILE].replace("end: 2027-Q1", "end: 2027-03-31").replace(
        "depends_on: [RM-1]", "depends_on: [RM-1]  # the pier first"
    )
    assert "status: ready\n" in stories
    assert "    - {id: AC-3, text: all piers are shown}\n" in stories
    assert pmdocs(root, "check", "--fix", "--diff").count("\n+++") == 0


def test_a_guess_is_made_only_when_somebody_asks(tmp_path: Path) -> None:
    root = broken(tmp_path)
    pmdocs(root, "check", "--fix", expected=1)
    assert not git_says(root, "status", "--porcelain")
    text = pmdocs(root, "check", "--fix", "--unsafe", "--format", "concise", expected=1)
    left = _matches(_CONCISE, 1, 2, 3)(text)
    mended = {"PM104", "PM201", "PM202", "PM103"}
    assert left == {one for one in EXPECTED if one[2] not in mended}


@pytest.mark.parametrize("style", ["text", "markdown"])
def test_the_comment_names_every_change_that_a_reader_would(tmp_path: Path, style: str) -> None:
    root = product(tmp_path / "product")
    branch(root, "work", *PROMISES)
    text = " ".join(plain(pmdocs(root, "diff", "main..work", "--format", style)).split())
    for words in (
        "slips from 2027-Q1 to 2027-Q3, six months",
        "now owned by “Harbour office” instead of “Product”",
        "loses the criterion US-1.AC-2: “a ferry that is gone is not shown”",
        "is done; it was draft",
        "priority falls from must to should",
        "does not cover PRD-1.FR-2",
        "RM-2 is blocked",
    ):
        assert words in text
    assert text.index("slips from") < text.index("now owned by")


def test_a_second_slip_is_counted(tmp_path: Path) -> None:
    root = product(tmp_path / "product")
    make(root, change(ITEMS_FILE, "end: 2027-Q1", "end: 2027-Q2"))
    git(root, "commit", "-qam", "Later")
    branch(root, "work", change(ITEMS_FILE, "end: 2027-Q2 ", "end: 2027-Q3 "))
    assert "it is the second slip" in pmdocs(root, "diff", "main..work")


def test_a_status_that_skips_a_step_is_told_with_the_way(tmp_path: Path) -> None:
    root = product(tmp_path / "product")
    branch(root, "work", change(STORIES_FILE, "status: draft", "status: done"))
    text = pmdocs(root, "check", "--since", "main", "--format", "concise", expected=1)
    assert re.search(r"roadmap/stories\.yaml:14:11: error PM7\d\d .*`draft`.*`done`", text)


def test_what_builds_on_a_changed_requirement_should_be_read_again(tmp_path: Path) -> None:
    root = product(tmp_path / "product")
    branch(root, "work", change(PRD_FILE, "the next 3 ferries", "the next 5 ferries"))
    text = pmdocs(root, "check", "--since", "main", "--format", "concise")
    assert "roadmap/stories.yaml:8:8: warning PM701" in text
    pmdocs(root, "review", "US-1")
    assert "PM701" not in pmdocs(root, "check", "--since", "main", "--format", "concise")


def test_two_branches_with_one_new_id_end_with_two_ids_and_no_broken_link(tmp_path: Path) -> None:
    root = product(tmp_path / "product")
    for name, title in (("ours", "Hear of a delay"), ("theirs", "Choose a pier")):
        git(root, "checkout", "-q", "-b", name, "main")
        pmdocs(root, "new", "story", title)
        story = next((root / "roadmap").rglob("US-3-*.yaml"))
        text = re.sub(r"TODO[^\n]*", "PER-1", story.read_text("utf-8"))
        story.write_text(text, "utf-8")
        page = root / f"content/{name}.md"
        page.write_text(f"# {title}\n\nIt is [[US-3]].\n", "utf-8")
        git(root, "add", "--all")
        git(root, "commit", "-qm", title)
    git(root, "checkout", "-q", "main")
    git(root, "merge", "-q", "theirs")
    git(root, "checkout", "-q", "ours")
    git(root, "merge", "-q", "--no-edit", "main")
    assert "PM202" in pmdocs(root, "check", "--format", "concise", expected=1)
    pmdocs(root, "renumber", "--onto", "main")
    links = ("--select", "PM201,PM202,PM210", "--format", "concise")
    assert pmdocs(root, "check", *links) == ""
    assert "[[US-3]]" in (root / "content/theirs.md").read_text("utf-8")
    assert "[[US-4]]" in (root / "content/ours.md").read_text("utf-8")
    titles = pmdocs(root, "list", "kind:story")
    assert re.search(r"US-3 .*Choose a pier", titles)
    assert re.search(r"US-4 .*Hear of a delay", titles)


def git_says(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def plain(text: str) -> str:
    """The words of a text without what Markdown and HTML add to them."""
    return re.sub(r"&#45;", "-", re.sub(r"</?\w+>|[*`_]", "", text))
