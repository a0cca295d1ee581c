"""`pmdocs check --fix`, on real files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pmdocs.cli import mend
from pmdocs.errors import PmdocsError
from pmdocs.project.load import load
from tests.conftest import Write
from tests.test_cli_check import run

SLIPS = """\
# Ideas
- {id: IDEA-1, title: A dark theme, date: 31.12.2026}  # soon
- {id: IDEA-2, title: A calendar, status: nwe}
"""
MENDED = SLIPS.replace("31.12.2026", "2026-12-31")
GUESSED = MENDED.replace("nwe", "new")
FILES = {"roadmap/a.yaml": SLIPS}


def text(root: Path, path: str = "roadmap/a.yaml") -> str:
    return (root / path).read_bytes().decode()


@pytest.mark.verifies("US-108.AC-1", "US-108.AC-2", "US-108.AC-4")
def test_what_is_mended_is_told_and_what_is_left_is_shown(write: Write) -> None:
    root = write(FILES)
    done = run(root, "check", "--fix", "--format", "concise")
    assert text(root) == MENDED
    assert done.returncode == 1
    assert done.stderr.splitlines()[:2] == [
        "mended 1 finding in 1 file",
        "  roadmap/a.yaml: PM105 impossible-date",
    ]
    assert [line.split()[2] for line in done.stdout.splitlines()] == ["PM103"]
    done = run(root, "check", "--fix", "--unsafe")
    assert (text(root), done.returncode) == (GUESSED, 0)


@pytest.mark.verifies("US-109.AC-2")
def test_a_second_run_changes_nothing(write: Write) -> None:
    root = write(FILES)
    run(root, "check", "--fix")
    before = (root / "roadmap/a.yaml").stat()
    done = run(root, "check", "--fix", "--format", "concise")
    after = (root / "roadmap/a.yaml").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert "mended 1" not in done.stderr


@pytest.mark.verifies("US-109.AC-1")
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_the_diff_is_what_git_applies(write: Write, end: str, mark: str) -> None:
    root = write({})
    slips = mark + (SLIPS.rstrip() if not end else SLIPS.replace("\n", end))
    path = root / "roadmap" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(slips.encode())
    # Not within this process: that would not leave the line ends alone.
    diff = [sys.executable, "-m", "pmdocs", "check", "--diff"]
    done = subprocess.run(diff, cwd=root, capture_output=True, check=False)
    assert (text(root), done.returncode) == (slips, 1)
    assert done.stderr.decode() == "would mend 1 finding in 1 file; nothing was written\n"
    subprocess.run(["git", "apply", "-"], cwd=root, input=done.stdout, check=True)
    applied = text(root)
    path.write_bytes(slips.encode())
    run(root, "check", "--fix")
    assert applied == text(root) == slips.replace("31.12.2026", "2026-12-31")
    assert run(root, "check", "--diff").returncode == 0


@pytest.mark.verifies("US-109.AC-5")
def test_only_what_was_asked_for_is_mended(write: Write) -> None:
    other = "- {id: IDEA-3, title: t, date: 1.2.2027}\n- {id: idea-4, title: t}\n"
    root = write({**FILES, "roadmap/b.yaml": other})
    run(root, "check", "--fix", "--select", "PM106")
    assert (text(root), "IDEA-4" in text(root, "roadmap/b.yaml")) == (SLIPS, True)
    run(root, "check", "--fix", "--ignore", "impossible-date")
    assert text(root) == SLIPS
    run(root, "check", "--fix", str(root / "roadmap" / "b.yaml"))
    assert (text(root), "2027-02-01" in text(root, "roadmap/b.yaml")) == (SLIPS, True)


@pytest.mark.verifies("US-109.AC-5")
def test_what_the_settings_switch_off_is_left(write: Write) -> None:
    settings = "docs_dir: content\nplugins:\n  - pmdocs:\n      rules: {PM105: off}\n"
    root = write({**FILES, "mkdocs.yml": "site_name: x\n" + settings})
    run(root, "check", "--fix")
    assert text(root) == SLIPS


@pytest.mark.verifies("US-109.AC-3")
def test_a_repair_that_breaks_something_else_is_left_out(write: Write) -> None:
    twice = "- {id: IDEA-1, title: one}\n- {id: idea-1, title: two, date: 1.2.2027}\n"
    root = write({"roadmap/a.yaml": twice})
    done = run(root, "check", "--fix")
    assert text(root) == twice.replace("1.2.2027", "2027-02-01")
    assert "left 1 finding alone: to mend it would break something else" in done.stderr


@pytest.mark.verifies("US-109.AC-4")
def test_a_file_that_somebody_changed_meanwhile_is_not_written(write: Write) -> None:
    root = write(FILES)
    project = load(root)
    (root / "roadmap" / "a.yaml").write_text(SLIPS + "# mine\n")
    with pytest.raises(PmdocsError, match="is not what was read"):
        mend.mend(project, root, mend.Mending(fix=True), lambda _: True)
    assert text(root) == SLIPS + "# mine\n"


@pytest.mark.verifies("US-109.AC-6")
def test_the_check_says_how_many_can_be_mended(write: Write) -> None:
    root = write(FILES)
    *_, advice, _ = run(root, "check").stdout.splitlines()
    assert advice == "1 can be mended by `pmdocs check --fix`, 1 more with `--unsafe`"
    run(root, "check", "--fix")
    *_, advice, _ = run(root, "check").stdout.splitlines()
    assert advice == "1 can be mended by a guess: `pmdocs check --fix --unsafe`"
    run(root, "check", "--fix", "--unsafe")
    assert len(run(root, "check").stdout.splitlines()) == 1


@pytest.mark.verifies("US-109.AC-6")
def test_json_stays_alone_on_its_stream(write: Write) -> None:
    done = run(write(FILES), "check", "--fix", "--format", "json")
    (left,) = json.loads(done.stdout)
    assert (left["code"], left["fix"]["safe"]) == ("PM103", False)


def test_unsafe_means_nothing_alone(write: Write) -> None:
    done = run(write(FILES), "check", "--unsafe")
    assert (done.returncode, done.stdout) == (2, "")
    assert "`--fix --unsafe`" in done.stderr


def test_the_settings_are_mended_and_count_at_once(write: Write) -> None:
    settings = (
        "site_name: x  # ours\ndocs_dir: content\nplugins:\n  - pmdocs:\n      Fail-On: never\n"
    )
    root = write({**FILES, "mkdocs.yml": settings})
    assert run(root, "check").returncode == 1
    assert run(root, "check", "--fix").returncode == 0
    assert text(root, "mkdocs.yml") == settings.replace("Fail-On", "fail_on")


def test_a_byte_order_mark_stays(write: Write) -> None:
    root = write({})
    path = root / "roadmap" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbf" + SLIPS.encode())
    run(root, "check", "--fix")
    assert path.read_bytes() == b"\xef\xbb\xbf" + MENDED.encode()


WRONG_SETTINGS = """\
site_name: x
docs_dir: contnet  # pages
plugins:
  - pmdocs:
      statuses: {idea: {wish: nwe}}
      rules: {PM3011x: off, imposible-date: off}
      fail_on: warnig
"""


def test_guesses_are_made_in_the_settings_too(write: Write) -> None:
    root = write({"mkdocs.yml": WRONG_SETTINGS, "content/a.md": "```pmdocs timline\n```\n"})
    run(root, "check", "--fix", "--unsafe")
    assert "contnet" not in text(root, "mkdocs.yml")
    run(root, "check", "--fix", "--unsafe")
    settings = text(root, "mkdocs.yml")
    assert "docs_dir: content  # pages" in settings
    assert "{wish: new}" in settings
    assert "impossible-date: off}" in settings
    assert settings.endswith("fail_on: warning\n")
    assert text(root, "content/a.md") == "```pmdocs timeline\n```\n"


@pytest.mark.verifies("US-109.AC-5")
def test_what_a_comment_ignores_is_left(write: Write) -> None:
    ignored = SLIPS.replace("# soon", "# pmdocs: ignore[PM105] because we print it so")
    root = write({"roadmap/a.yaml": ignored})
    run(root, "check", "--fix", "--unsafe")
    assert text(root) == ignored.replace("nwe", "new")


@pytest.mark.verifies("US-109.AC-5")
def test_what_the_baseline_knows_is_left_until_it_is_asked_for(write: Write) -> None:
    root = write(FILES)
    run(root, "check", "--write-baseline")
    run(root, "check", "--fix")
    assert text(root) == SLIPS
    run(root, "check", "--fix", "--no-baseline")
    assert text(root) == MENDED
    known = text(root, ".pmdocs-baseline.jsonl")
    run(root, "check", "--fix")
    assert "PM105" in known
    assert "PM105" not in text(root, ".pmdocs-baseline.jsonl")
    assert "PM103" in text(root, ".pmdocs-baseline.jsonl")
