"""A recorded finding is passed over, a new one is not, and a mended one is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pmdocs.project.beside import BASELINE
from pmdocs.project.load import load
from pmdocs.rules.catalogue import check, review
from pmdocs.source.edits import edited
from tests.conftest import Write

OLD = """\
- {id: IDEA-1, title: TODO}
- {id: IDEA-2, title: t, notes: "TODO"}
- {id: US-1, title: t, as_a: a, i_want: b, so_that: c, status: ready}
"""
FILES = {"roadmap/a.yaml": OLD}


def run(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pmdocs", "check", *options]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def told(root: Path) -> list[str]:
    return [f"{d.span} {d.code} {d.finding.message}" for d in check(load(root))]


@pytest.fixture
def recorded(write: Write) -> Path:
    root = write(FILES)
    assert run(root, "--write-baseline").returncode == 0
    return root


def rewrite(root: Path, old: str, new: str) -> None:
    path = root / "roadmap/a.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.verifies("US-103.AC-1")
def test_all_findings_are_recorded_one_on_a_line_and_sorted(write: Write) -> None:
    root = write(FILES)
    done = run(root, "--write-baseline")
    assert (done.stdout, done.returncode) == (
        "3 findings in .pmdocs-baseline.jsonl: 3 new, 0 gone\n",
        0,
    )
    entries = [json.loads(line) for line in (root / BASELINE).read_text("utf-8").splitlines()]
    assert [(one["about"], one["code"]) for one in entries] == [
        ("IDEA-1", "PM401"),
        ("IDEA-2", "PM401"),
        ("US-1", "PM301"),
    ]
    assert all(one["message"] for one in entries)
    assert len({one["fingerprint"] for one in entries}) == 3
    before = (root / BASELINE).read_bytes()
    assert run(root, "--write-baseline").stdout.endswith("0 new, 0 gone\n")
    assert (root / BASELINE).read_bytes() == before


@pytest.mark.verifies("US-103.AC-2")
def test_what_is_recorded_is_neither_shown_nor_fails_wherever_it_moves(recorded: Path) -> None:
    rewrite(recorded, "- {id: IDEA-1", "# A line\n\n- {id: IDEA-9, title: fine}\n- {id: IDEA-1")
    done = run(recorded)
    assert done.returncode == 0
    assert done.stdout.startswith("checked ")
    assert "0 errors, 0 warnings, 3 known from the baseline in" in done.stdout


@pytest.mark.verifies("US-103.AC-3")
def test_a_new_finding_of_the_same_rule_in_the_same_item_is_shown(recorded: Path) -> None:
    rewrite(recorded, "IDEA-1, title: TODO", "IDEA-1, title: TODO, notes: TODO, tags: [x]")
    assert [line.split(" ")[1] for line in told(recorded)] == ["PM401"]


@pytest.mark.verifies("US-103.AC-4")
def test_what_is_mended_is_told_and_its_line_can_be_taken_out(recorded: Path) -> None:
    rewrite(recorded, "IDEA-1, title: TODO", "IDEA-1, title: t")
    rewrite(recorded, '"TODO"', "fine")
    project = load(recorded)
    [one] = check(project)
    assert (str(one.span), one.code, one.finding.message) == (
        ".pmdocs-baseline.jsonl:1:1",
        "PM905",
        "mended, but still in the baseline: `IDEA-1` PM401, `IDEA-2` PM401",
    )
    assert one.finding.fix
    assert one.finding.fix.safe
    before = (recorded / BASELINE).read_text("utf-8").splitlines()
    text = edited(project.sources[BASELINE], one.finding.fix.edits)
    assert len(text.splitlines()) == 1
    assert set(text.splitlines()) < set(before)
    (recorded / BASELINE).write_text(text, "utf-8")
    assert told(recorded) == []
    rewrite(recorded, "IDEA-1, title: t", "IDEA-1, title: TODO")
    assert [line.split(" ")[1] for line in told(recorded)] == ["PM401"]


@pytest.mark.verifies("US-103.AC-4")
def test_the_command_takes_out_what_is_mended(recorded: Path) -> None:
    before = (recorded / BASELINE).read_text("utf-8").splitlines(keepends=True)
    rewrite(recorded, "IDEA-1, title: TODO", "IDEA-1, title: t")
    assert run(recorded, "--fix").returncode == 0
    assert (recorded / BASELINE).read_text("utf-8") == "".join(before[1:])
    assert told(recorded) == []


@pytest.mark.verifies("US-103.AC-4")
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_line_goes_with_its_end_and_the_last_one_too(recorded: Path, end: str) -> None:
    lines = (recorded / BASELINE).read_text("utf-8").splitlines()
    (recorded / BASELINE).write_bytes(end.join(lines).encode())
    (recorded / "roadmap/a.yaml").write_text("[]\n")
    project = load(recorded)
    [one] = check(project)
    assert one.finding.message.endswith("`US-1` PM301")
    assert one.finding.fix
    assert edited(project.sources[BASELINE], one.finding.fix.edits) == ""


@pytest.mark.verifies("US-103.AC-5")
def test_nothing_is_added_unless_somebody_asks(recorded: Path) -> None:
    before = (recorded / BASELINE).read_bytes()
    rewrite(recorded, '"TODO"', "fine")
    (recorded / "roadmap/b.yaml").write_text("- {id: IDEA-5, title: TODO}\n")
    assert "PM401" in run(recorded).stdout
    assert (recorded / BASELINE).read_bytes() == before
    assert run(recorded, "--write-baseline").stdout.endswith(": 1 new, 1 gone\n")
    assert told(recorded) == []


@pytest.mark.verifies("US-103.AC-6")
def test_everything_can_be_shown(recorded: Path) -> None:
    done = run(recorded, "--no-baseline")
    assert done.returncode == 1
    assert done.stdout.count("[PM401]") == 2
    assert "known" not in done.stdout


@pytest.mark.verifies("US-103.AC-7")
@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<<<<<<< HEAD", "two branches were merged here, and the conflict is not settled"),
        ("{", "this line is not understood"),
        ("[1]", "this line is not understood"),
        ("[" * 100_000, "this line is not understood"),
        ('{"code": "PM301", "about": "US-1"}', "this line has no `fingerprint`"),
        (
            '{"code": 3, "about": "US-1", "fingerprint": "x", "message": ""}',
            "this line has no `code`",
        ),
    ],
)
def test_a_line_that_is_not_understood_is_told_at_its_place(
    recorded: Path, line: str, message: str
) -> None:
    first, *rest = (recorded / BASELINE).read_text("utf-8").splitlines()
    (recorded / BASELINE).write_text("\n".join([first, "", line, *rest]) + "\n")
    assert told(recorded) == [f".pmdocs-baseline.jsonl:3:1 PM906 {message}"]


@pytest.mark.verifies("US-103.AC-7")
def test_a_file_that_cannot_be_read_is_told_and_hides_nothing(write: Write) -> None:
    root = write(FILES)
    (root / BASELINE).write_bytes(b"\xff\xfe\x00")
    assert "PM906" in "".join(told(root))
    assert "PM301" in "".join(told(root))
    (root / BASELINE).unlink()
    (root / BASELINE).symlink_to("/etc/hostname")
    assert any("it leads out of the project" in line for line in told(root))
    done = run(root, "--write-baseline")
    assert (done.returncode, done.stderr.splitlines()[0]) == (
        2,
        "pmdocs: `.pmdocs-baseline.jsonl` is no plain file",
    )


def test_what_cannot_be_seen_is_not_taken_for_mended(recorded: Path) -> None:
    (recorded / "roadmap/a.yaml").write_text(OLD + "- {id: [\n")
    assert {line.split(" ")[1] for line in told(recorded)} == {"PM001"}
    run(recorded, "--write-baseline")
    assert len((recorded / BASELINE).read_text("utf-8").splitlines()) == 4


def test_a_rule_that_is_off_keeps_its_entries(recorded: Path) -> None:
    settings = (recorded / "mkdocs.yml").read_text()
    off = "  - pmdocs:\n      rules: {PM401: off}\n"
    (recorded / "mkdocs.yml").write_text(settings.replace("  - pmdocs\n", off))
    assert told(recorded) == []
    assert review(load(recorded)).known == 1


@pytest.mark.parametrize("option", ["roadmap", "--select=PM4", "--ignore=PM4"])
def test_a_part_cannot_be_recorded(recorded: Path, option: str) -> None:
    done = run(recorded, "--write-baseline", option)
    assert done.returncode == 2
    assert "leave out paths, `--select` and `--ignore`" in done.stderr


def test_two_branches_that_record_findings_merge(recorded: Path) -> None:
    lines = (recorded / BASELINE).read_text("utf-8").splitlines()
    (recorded / BASELINE).write_text("\n".join([lines[0], *lines]) + "\n")
    project = load(recorded)
    [one] = check(project)
    assert one.code == "PM905"
    assert one.finding.fix
    assert edited(project.sources[BASELINE], one.finding.fix.edits).splitlines() == lines


def test_what_only_git_knows_is_recorded_too(write: Write) -> None:
    item = "- {{id: RM-1, title: Share, outcome: {}}}\n"
    prd = "- {id: PRD-1, title: Links, problem: they ask by mail, item: RM-1}\n"
    root = write({"roadmap/items.yaml": item.format("customers see plans"), "roadmap/p.yaml": prd})
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "Plan to share")
    (root / "roadmap/items.yaml").write_text(item.format("customers see and judge plans"))
    git(root, "commit", "-qam", "Let them judge")
    assert "PM701" in run(root).stdout
    run(root, "--write-baseline")
    done = run(root)
    assert "PM701" not in done.stdout
    assert "known from the baseline" in done.stdout
    # Without git nobody knows whether it is mended: nothing is said of it.
    assert "PM905" not in "".join(told(root))
    git(root, "commit", "-qam", "Look again", "--allow-empty")
    (root / "roadmap/p.yaml").write_text(prd.replace("by mail", "by mail and judge"))
    git(root, "commit", "-qam", "Follow")
    assert run(root, "--write-baseline").stdout.split(", ")[-1] == "1 gone\n"


def git(root: Path, *words: str) -> None:
    who = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org"]
    subprocess.run(["git", *who, *words], cwd=root, check=True, capture_output=True)
