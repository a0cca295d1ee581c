"""What `pmdocs check` promises to mend, and what it says of a mistake that it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Write
from tests.test_cli_check import run

CONFIG = "site_name: x\ndocs_dir: content\nplugins:\n  - pmdocs\n"
ITEM = "- id: RM-1\n  title: Share\n  outcome: plans are read\n  status: planned\n"
LATE = "  start: 31.12.2027\n  end: 2027-Q2\n"


def product(write: Write, more: str, rest: str = "") -> Path:
    return write({"mkdocs.yml": CONFIG, "roadmap/a.yaml": ITEM + more + rest})


def test_a_repair_that_would_break_something_is_neither_promised_nor_made(write: Write) -> None:
    root = product(write, LATE)
    assert "can be mended" not in run(root, "check").stdout
    done = run(root, "check", "--fix")
    assert done.stderr == (
        "left 1 finding alone: to mend it would break something else\n"
        "  roadmap/a.yaml:5:10  PM105 `31.12.2027` is not a date: then `RM-1` ends in Q2 2027,"
        " before it begins on 31 Dec 2027 (PM501)\n"
    )
    assert "can be mended" not in done.stdout


def test_what_can_be_mended_beside_it_is_promised_and_made(write: Write) -> None:
    other = "- {id: RM-2, title: Print, outcome: o, status: Planned}\n"
    root = product(write, LATE, other)
    assert "\n1 can be mended by `pmdocs check --fix`\n" in run(root, "check").stdout
    assert "mended 1 finding" in run(root, "check", "--fix").stderr
    assert "status: planned}" in (root / "roadmap/a.yaml").read_text()


def test_words_where_records_are_wanted_get_a_hint_that_can_be_typed(write: Write) -> None:
    root = product(write, "  updates: We are late\n")
    told = run(root, "check")
    assert "`- {date: 2027-03-14, text: We are late}`" in told.stdout
    assert "can be mended" not in told.stdout
    typed = "  updates:\n    - {date: 2027-03-14, text: We are late}\n"
    text = (root / "roadmap/a.yaml").read_text().replace("  updates: We are late\n", typed)
    (root / "roadmap/a.yaml").write_text(text)
    assert "PM1" not in run(root, "check").stdout


@pytest.mark.parametrize(
    "line", ["status: planned  owner: Ada", "status: planned depends_on: RM-2"]
)
def test_two_fields_on_a_line_are_called_so(write: Write, line: str) -> None:
    root = product(write, "")
    text = (root / "roadmap/a.yaml").read_text().replace("status: planned", line)
    (root / "roadmap/a.yaml").write_text(text)
    told = run(root, "check").stdout
    second = line.removeprefix("status: planned").strip()
    assert f"write `{second}` on a line of its own" in told
    assert "can be mended" not in told


def test_a_text_with_a_colon_is_still_one_text(write: Write) -> None:
    root = product(write, "  notes: sorted: by date\n")
    assert "put the value in quotes" in run(root, "check").stdout
