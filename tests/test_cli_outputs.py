"""`pmdocs check --output`: findings in files, and from where paths begin."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from pmdocs.history.top import repository_top
from pmdocs.report import FORMATS
from tests.conftest import ROOT, Write
from tests.test_cli_check import CLEAN, ERROR, program, run

FILES = {
    "sarif": "a.sarif",
    "gitlab": "gl.json",
    "rdjson": "rd.json",
    "junit": "junit.xml",
    "checkstyle": "cs.xml",
    "json": "all.json",
}


def path_in(style: str, text: str) -> str:
    """The path of the first finding in a report."""
    if text.startswith("<?xml"):
        [file] = [e for e in ET.fromstring(text).iter() if e.tag in {"file", "testsuite"}]  # noqa: S314 - our own
        return file.attrib["name"]
    data: Any = json.loads(text)
    if style == "sarif":
        place = data["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        return str(place["artifactLocation"]["uri"])
    first = data["diagnostics"][0] if style == "rdjson" else data[0]
    return str(first.get("location", first)["path"])


@pytest.mark.verifies("US-97.AC-2")
def test_one_call_writes_several_files_and_prints_another_format(write: Write) -> None:
    root = write(ERROR)
    words = [word for style, name in FILES.items() for word in ("--output", f"{style}={name}")]
    done = program(root, "check", "--select", "PM201", "--format", "concise", *words)
    assert done.returncode == 1
    assert done.stdout.startswith("roadmap/us.yaml:6:6: error PM201")
    for style, name in FILES.items():
        text = (root / name).read_text("utf-8")
        assert path_in(style, text) == "roadmap/us.yaml"
        assert text.endswith("\n")
        alone = program(root, "check", "--select", "PM201", "--format", style)
        assert alone.stdout == text
    assert not list(root.glob(".pmdocs-*"))


@pytest.mark.verifies("US-97.AC-1")
@pytest.mark.parametrize("style", FILES)
@pytest.mark.parametrize("mark", ["folder", "file"])
def test_paths_in_reports_begin_at_the_top_of_the_repository(
    write: Write, tmp_path: Path, style: str, mark: str
) -> None:
    write({f"docs/product/{name}": text for name, text in ERROR.items()})
    (tmp_path / "mkdocs.yml").rename(tmp_path / "docs/product/mkdocs.yml")
    (tmp_path / "docs/product/content").mkdir()
    git = tmp_path / ".git"
    git.mkdir() if mark == "folder" else git.write_text("gitdir: elsewhere\n")
    name = f"docs/product/{FILES[style]}"
    done = run(
        tmp_path / "docs/product",
        "check",
        "--select",
        "PM201",
        "--output",
        f"{style}={FILES[style]}",
    )
    assert done.returncode == 1
    expected = "roadmap/us.yaml" if style == "json" else "docs/product/roadmap/us.yaml"
    assert path_in(style, (tmp_path / name).read_text("utf-8")) == expected


@pytest.mark.verifies("US-97.AC-1")
def test_paths_at_a_terminal_begin_where_somebody_stands(write: Write) -> None:
    root = write(ERROR)
    (root / ".git").mkdir()
    select = ("--select", "PM201")
    here = run(root / "roadmap", "check", "--format", "concise", *select)
    assert here.stdout.startswith("us.yaml:6:6: error")
    assert (root / "roadmap" / here.stdout.partition(":")[0]).is_file()
    frames = run(root / "roadmap", "check", *select)
    assert frames.stdout.splitlines()[1] == " --> us.yaml:6:6"
    away = run(root.parent, "check", str(root), "--format", "concise", *select)
    assert (root.parent / away.stdout.partition(":")[0]).is_file()


def test_without_a_repository_the_product_is_the_top(tmp_path: Path) -> None:
    assert repository_top(tmp_path) == tmp_path.resolve()
    assert repository_top(ROOT / "tests") == ROOT


@pytest.mark.verifies("US-97.AC-3")
@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (["sarf=a"], "there is no format `sarf`", "did you mean `sarif`?"),
        (["xyz=a"], "there is no format `xyz`", f"the formats are {', '.join(FORMATS)}"),
        (["sarif"], "`--output sarif` names no file", "write `--output sarif=FILE`"),
        (["sarif="], "`--output sarif=` names no file", "write `--output sarif=FILE`"),
        (["sarif=no/a"], "there is no folder `no`", "make it first"),
        (["sarif=roadmap"], "`roadmap` is a folder", "write the name of a file in it"),
        (
            ["sarif=a", "json=./a"],
            "`a` is named twice",
            "write each format into its own file",
        ),
        (
            ["github-summary"],
            "`GITHUB_STEP_SUMMARY` names no file",
            "write `--output github-summary=FILE`, or call it in a step of GitHub Actions",
        ),
    ],
)
def test_a_wrong_output_is_told_before_anything_is_written(
    write: Write, words: list[str], message: str, hint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    root = write(ERROR)
    options = [part for word in words for part in ("--output", word)]
    done = run(root, "check", "--output", "json=first.json", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [f"pmdocs: {message}", f"  {hint}"]
    assert not (root / "first.json").exists()


@pytest.mark.verifies("US-97.AC-2")
def test_a_file_is_written_over_and_keeps_its_rights(write: Write) -> None:
    root = write(ERROR)
    old, new = root / "old.json", root / "new.json"
    old.write_text("x" * 100_000)
    old.chmod(0o600)
    link = root / "link.json"
    link.symlink_to("old.json")
    run(root, "check", "--output", "json=link.json", "--output", "json=new.json")
    assert json.loads(old.read_text()) == json.loads(new.read_text())
    assert link.is_symlink()
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    assert stat.S_IMODE(new.stat().st_mode) == 0o644


def test_a_device_is_written_to_and_not_replaced(write: Write) -> None:
    done = program(
        write(ERROR), "check", "-q", "--format", "json", "--output", "rdjson=/dev/stderr"
    )
    assert json.loads(done.stderr)["source"] == {"name": "pmdocs"}
    assert Path("/dev/stderr").exists()


@pytest.mark.verifies("US-96.AC-5")
def test_reports_are_the_same_bytes_in_every_run(write: Write) -> None:
    root = write({**ERROR, "roadmap/idea.yaml": "id: IDEA-1\ncolour: red\nsize: 2\n"})
    for seed in ("1", "2"):
        words = [w for s, n in FILES.items() for w in ("--output", f"{s}={seed}-{n}")]
        program(root, "check", *words, PYTHONHASHSEED=seed, TZ=f"UTC{seed}")
    for name in FILES.values():
        assert (root / f"1-{name}").read_bytes() == (root / f"2-{name}").read_bytes()


@pytest.mark.verifies("US-97.AC-4")
def test_the_summary_is_put_below_what_a_step_wrote_before(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(ERROR)
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", os.fspath(summary))
    for _ in range(2):
        run(root, "check", "--output", "github-summary")
    text = summary.read_text("utf-8")
    assert text.startswith("before\n### pmdocs: 1 error")
    assert text.count("### pmdocs: ") == 2


def test_the_manual_names_each_format_with_its_purpose() -> None:
    page = (ROOT / "content/manual/ci.md").read_text("utf-8")
    missing = [name for name, about in FORMATS.items() if f"| `{name}` | {about} |" not in page]
    assert missing == []


def test_nothing_to_say_is_a_file_all_the_same(write: Write) -> None:
    root = write(CLEAN)
    run(root, "check", "--output", "concise=a.txt", "--output", "gitlab=b.json")
    assert (root / "a.txt").read_bytes() == b""
    assert json.loads((root / "b.json").read_text()) == []
