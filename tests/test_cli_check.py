"""`pmdocs check`, run as people and build services run it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from pmdocs.cli import main
from tests.conftest import Write

STORY = "id: US-1\ntitle: t\nas_a: a\ni_want: b\nso_that: c\nprd: PRD-1\n"
PRD = "id: PRD-1\ntitle: t\nproblem: p\nitem: RM-1\n"
ITEM = "id: RM-1\ntitle: t\noutcome: o\nobjectives: [OBJ-1]\n"
OBJECTIVE = (
    "id: OBJ-1\ntitle: t\nperiod: 2027\n"
    "key_results: [{id: KR-1, text: boats, baseline: 0, target: 1}]\n"
)
CLEAN = {
    "roadmap/us.yaml": STORY,
    "roadmap/prd.yaml": PRD,
    "roadmap/rm.yaml": ITEM,
    "roadmap/obj.yaml": OBJECTIVE,
}
ERROR = {**CLEAN, "roadmap/us.yaml": STORY.replace("PRD-1", "PRD-9")}
WARNING = {**CLEAN, "roadmap/rm.yaml": ITEM.replace("objectives: [OBJ-1]\n", "notes: TODO\n")}


def program(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the real program, as another process."""
    return subprocess.run(
        [sys.executable, "-m", "pmdocs", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command within this process, which takes a tenth of the time."""
    with chdir(folder):
        done = CliRunner().invoke(main, arguments, prog_name="pmdocs")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


def closing(text: str) -> str:
    """The last line, without the time that it took."""
    return re.sub(r"\d+\.\d\d s$", "… s", text.splitlines()[-1])


@pytest.mark.verifies("US-8.AC-1")
def test_nothing_to_say_is_exit_code_0(write: Write) -> None:
    done = program(write(CLEAN), "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert closing(done.stdout) == "checked 6 files, 4 items, 3 links, 0 errors, 0 warnings in … s"
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.verifies("US-8.AC-2", "US-8.AC-3", "US-8.AC-4")
@pytest.mark.parametrize(
    ("files", "options", "code"),
    [
        (ERROR, "", 1),
        (ERROR, "--fail-on never", 0),
        (ERROR, "--ignore PM201,PM211", 0),
        (ERROR, "--select PM3", 0),
        (WARNING, "", 0),
        (WARNING, "--fail-on error", 0),
        (WARNING, "--fail-on warning", 1),
        (WARNING, "--fail-on warning --ignore PM2 --ignore PM4", 0),
        (CLEAN, "--fail-on warning", 0),
        (CLEAN, "--nope", 2),
        (CLEAN, "--fail-on sometimes", 2),
        (CLEAN, "--format xml", 2),
        (CLEAN, "--select PM9999", 2),
        (CLEAN, "nowhere", 2),
    ],
)
def test_exit_codes(write: Write, files: dict[str, str], options: str, code: int) -> None:
    done = run(write(files), "check", *options.split())
    assert done.returncode == code, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("files", "options", "code"),
    [(ERROR, "", 1), (WARNING, "--fail-on warning", 1), (CLEAN, "--nope", 2), (CLEAN, "no", 2)],
)
def test_exit_codes_of_the_process(
    write: Write, files: dict[str, str], options: str, code: int
) -> None:
    done = program(write(files), "check", *options.split())
    assert done.returncode == code
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(("fail_on", "code"), [("warning", 1), ("error", 0), ("never", 0)])
def test_the_setting_says_from_when_on_a_check_fails(write: Write, fail_on: str, code: int) -> None:
    config = f"site_name: x\ndocs_dir: content\nplugins: [{{pmdocs: {{fail_on: {fail_on}}}}}]\n"
    root = write({**WARNING, "mkdocs.yml": config})
    assert run(root, "check").returncode == code
    assert run(root, "check", "--fail-on", "warning").returncode == 1


def test_frames_end_with_an_empty_line_and_the_counts(write: Write) -> None:
    done = run(write(ERROR), "check", "--select", "PM201")
    assert done.stderr == ""
    assert done.stdout.splitlines()[:-1] == [
        "error[PM201]: `US-1` names `PRD-9`, which does not exist",
        " --> roadmap/us.yaml:6:6",
        "  |",
        "6 | prd: PRD-9",
        "  |      ^^^^^ not found",
        "  = help: write the id of a PRD or a requirement",
        "",
    ]
    assert closing(done.stdout) == "checked 6 files, 4 items, 2 links, 1 error, 0 warnings in … s"


def test_what_programs_read_stands_alone_on_the_standard_output(write: Write) -> None:
    root = write(ERROR)
    concise = run(root, "check", "--format", "concise", "--select", "broken-link")
    assert len(concise.stdout.splitlines()) == 1
    assert closing(concise.stderr).startswith("checked 6 files")
    found = run(root, "check", "--format", "json", "--select", "PM201")
    assert [d["code"] for d in json.loads(found.stdout)] == ["PM201"]
    github = run(root, "check", "--format", "github", "--select", "PM201")
    assert len(github.stdout.splitlines()) == 1
    assert (found.stderr, github.stderr) == ("", "")
    assert (found.returncode, github.returncode, concise.returncode) == (1, 1, 1)


def test_quiet_leaves_out_the_closing_line(write: Write) -> None:
    assert run(write(CLEAN), "check", "--quiet").stdout == ""


def test_the_same_files_give_the_same_bytes(write: Write) -> None:
    root = write({**ERROR, "roadmap/idea.yaml": "id: IDEA-1\ncolour: red\n"})
    texts = {program(root, "check", "-q", PYTHONHASHSEED=seed).stdout for seed in ("1", "2")}
    assert len(texts) == 1


def test_paths_choose_what_is_shown_and_not_what_is_read(write: Write) -> None:
    root = write({**ERROR, "roadmap/ideas/idea.yaml": "id: IDEA-1\n"})
    shown = run(root, "check", "--format", "concise", "roadmap/ideas").stdout
    assert [line.partition(":")[0] for line in shown.splitlines()] == ["roadmap/ideas/idea.yaml"]
    both = run(root, "check", "--format", "concise", "roadmap/us.yaml", "roadmap/prd.yaml")
    assert both.stdout.startswith("roadmap/us.yaml:6:6: error PM201")
    assert "idea.yaml" not in both.stdout
    clean = run(root, "check", "roadmap/obj.yaml")
    assert (clean.returncode, len(clean.stdout.splitlines())) == (0, 1)


def test_a_folder_below_the_product_will_do(write: Write, tmp_path: Path) -> None:
    root = write(ERROR)
    below = run(root / "roadmap", "check", "--format", "concise")
    assert below.stdout.startswith("us.yaml:6:6: error PM201")
    one = run(root / "roadmap", "check", "us.yaml", "--format", "concise")
    assert one.stdout.startswith("us.yaml:6:6: error PM201")
    other = tmp_path.parent / f"{tmp_path.name}-elsewhere"
    other.mkdir()
    away = run(other, "check", str(root), "--format", "concise")
    path = away.stdout.partition(":")[0]
    assert (other / path).resolve() == root / "roadmap/us.yaml"


def test_without_a_product_it_says_what_to_do(tmp_path: Path) -> None:
    done = run(tmp_path, "check")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "pmdocs: there is no mkdocs.yml here or in a folder above",
        "  go to the folder of your product, or run `pmdocs init` to make one",
    ]


def test_an_unknown_rule_or_command_gets_the_one_that_was_meant(write: Write) -> None:
    root = write(CLEAN)
    assert run(root, "check", "--select", "broken-lnk").stderr.splitlines() == [
        "pmdocs: there is no rule `broken-lnk`",
        "  did you mean `broken-link`?",
    ]
    assert run(root, "chek").stderr.splitlines() == [
        "pmdocs: there is no command `chek`",
        "  did you mean `check`?",
    ]


@pytest.mark.verifies("US-11.AC-3")
def test_a_title_cannot_give_orders_to_github(write: Write) -> None:
    title = '"x\\n::error file=a::gotcha\\n::stop-commands::now"'
    files = {**ERROR, "roadmap/more.yaml": f"id: US-1\ntitle: {title}\nowner: {title}\n"}
    root = write(files)
    for style in ("github", "concise", "frames"):
        rows = run(root, "check", "--format", style).stdout.splitlines()
        assert not [row for row in rows if row.startswith("::") and "gotcha" in row[:30]]
        assert not [row for row in rows if row.startswith("::stop")]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_cannot_write_every_sign_is_no_reason_to_stop(
    write: Write, encoding: str
) -> None:
    root = write({**CLEAN, "roadmap/idea.yaml": "id: IDEA-1\ntitle: 日本\ncolour: 出 → …\n"})
    words = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = program(root, "check", **words)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
