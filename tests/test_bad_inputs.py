"""What a user sees of each hostile or broken file: all of them in one project, checked once.

The numbers are those of the list of bad inputs that pmdocs was designed against.
That one run answers for all of them is itself a test: whatever one file does,
the others are still checked.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

GOOD = "id: US-1\ntitle: A good story\nas_a: me\ni_want: peace\nso_that: it is calm\n"
STORY = "id: US-{n}\ntitle: {title}\nas_a: me\ni_want: {want}\nso_that: it is calm\n"
BOMB = (
    "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
)  # fmt: skip


def story(n: int, title: str = "", want: str = "peace") -> str:
    return STORY.format(n=n, title=title or f"Story {n}", want=want)


# File (below roadmap/ or content/) → text, and what must be said: line:column code message-part.
TEXTS: dict[str, tuple[str | bytes, list[str]]] = {
    "roadmap/01-bomb.yaml": (BOMB, ["1:4 PM006 stands for"]),
    "roadmap/02-merge.yaml": ("a: &a {x: 1}\n<<: [*a, *a]\n", ["1:4 PM006 ", "2:1 PM006 "]),
    "roadmap/03-cycle.yaml": ("a: &a [*a]\n", ["1:4 PM006 "]),
    "roadmap/04-square.yaml": ("a: " + "[" * 100_000, ["1:67 PM005 nested more than 64"]),
    "roadmap/04-curly.yaml": ("{a: " * 100_000, [":257 PM005 nested more than 64"]),
    "roadmap/04-block.yaml": ("- " * 100_000, ["1:129 PM005 nested more than 64"]),
    "roadmap/05-large.yaml": ("# " + "x" * 1_000_001, ["1:1 PM004 "]),
    "roadmap/06-keys.yaml": ("".join(f"k{i}: 1\n" for i in range(60_000)), ["PM005 more than 50,000"]),
    "roadmap/07-tag.yaml": ("a: !!python/object/apply:os.system ['echo hacked']\n", ["1:4 PM007 "]),
    "roadmap/08-env.yaml": ("a: !ENV HOME\n", ["1:4 PM007 "]),
    "roadmap/08-include.yaml": ("a: !include x.yaml\n", ["1:4 PM007 "]),
    "roadmap/09-two.yaml": (story(9) + "---\n" + story(99), ["6:1 PM008 "]),
    "roadmap/10-twice.yaml": (story(10) + "title: Again\n", ["6:1 PM009 "]),
    "roadmap/11-number.yaml": ("1: x\n", ["1:1 PM010 a key must be text"]),
    "roadmap/11-list.yaml": ("? [a]\n: x\n", ["1:3 PM010 a key must be text"]),
    "roadmap/12-digits.yaml": (story(12) + "points: " + "9" * 5_000 + "\n", ["6:9 PM005 "]),
    "roadmap/13-day.yaml": (story(13) + "updates: [{date: 2026-02-30, text: a}]\n", ["6:18 PM105 no day 30"]),
    "roadmap/13-month.yaml": (story(131) + "updates: [{date: 2026-13-01, text: a}]\n", ["6:18 PM105 no month 13"]),
    "roadmap/13-date.yaml": (story(132) + "updates: [{date: 2023-14-05, text: a}]\n", ["6:18 PM105 no month 14"]),
    "roadmap/14-words.yaml": (story(14) + "tags: [yes, no, on, NO, 010, 12:30, 1_000]\n", []),
    "roadmap/15-tab.yaml": ("id: US-15\n\ttitle: x\n", ["2:1 PM001 tab"]),
    "roadmap/15-latin.yaml": (b"id: US-151\ntitle: caf\xe9\n", ["2:11 PM003 perhaps `é`, is not saved as UTF-8"]),
    "roadmap/15-utf16.yaml": ("id: US-152\n".encode("utf-16"), ["1:1 PM003 UTF-16"]),
    "roadmap/15-nul.yaml": (b"id: US-153\ntitle: a\x00b\n", ["2:9 PM003 NUL"]),
    "roadmap/15-surrogate.yaml": (b"id: US-154\ntitle: \xed\xa0\x80\n", ["2:8 PM003 "]),
    "roadmap/15-bom.yaml": (b"\xef\xbb\xbf" + story(155).encode(), []),
    "roadmap/15-crlf.yaml": (story(156).replace("\n", "\r\n").encode(), []),
    "roadmap/16-at.yaml": ("id: US-16\ntitle: x\nas_a: @user\ni_want: y\nso_that: z\n", ['3:7 PM001 | put it in quotes: `"@user"`']),
    "roadmap/16-percent.yaml": ("id: US-161\ntitle: %x\n", ["2:8 PM001 quotes"]),
    "roadmap/16-backtick.yaml": ("id: US-162\ntitle: `x`\n", ["2:8 PM001 quotes"]),
    "roadmap/17-spaces.yaml": (story(17) + "depends on: US-1\n", ["6:1 PM104 did you mean `depends_on`?"]),
    "roadmap/17-slip.yaml": (story(171) + "priorty: must\n", ["6:1 PM104 did you mean `priority`?"]),
    "roadmap/18-bidi.yaml": (story(18, "safe \u202e evil"), ["2:13 PM405 "]),
    "roadmap/18-zero-width.yaml": (story(181, "a\u200bb"), ["2:9 PM405 "]),
    "roadmap/19-wide.yaml": (story(19).replace("US-19", "ＵＳ-19"), ["1:5 PM106 only looks like `US-19`"]),
    "roadmap/19-cyrillic.yaml": (story(191).replace("US-191", "UЅ-191"), ["1:5 PM106 only looks like `US-191`"]),
    "roadmap/20-path.yaml": (story(20).replace("US-20", "../../x"), ["1:5 PM106 is a path"]),
    "roadmap/20-con.yaml": (story(20).replace("US-20", "CON"), ["1:5 PM106 `CON` is not an id"]),
    "roadmap/20-long.yaml": (story(20).replace("US-20", "US-" + "1" * 300), ["1:5 PM106 is not an id"]),
    "roadmap/20-case.yaml": (story(20).replace("US-20", "us-1"), ["1:5 PM106 | write `US-1`"]),
    "roadmap/21-role.yaml": (story(21, want="As a <role>"), ["4:14 PM401 `<role>`"]),
    "roadmap/21-todo.yaml": (story(211, want="TODO"), ["4:9 PM401 `TODO`"]),
    "roadmap/21-none.yaml": (story(212, want="n/a"), ["4:9 PM401 `n/a`"]),
    "roadmap/21-zero.yaml": (story(213, want="0.0"), ["4:9 PM401 `0.0`"]),
    "roadmap/22-title.yaml": (story(22) + "depends_on: A good story\n", ["6:13 PM201 | write the id, not the title: `US-1`"]),
    "roadmap/22-markdown.yaml": (story(221) + 'depends_on: "[US-1](../us.md)"\n', ["6:13 PM201 | write the id alone: `US-1`"]),
    "content/31-path.md": ("---\nid: US-31\ntitle: x\nas_a: a\ni_want: b\nso_that: c\nlinks: [{title: up, url: '//evil'}]\n---\n", ["7:26 PM108 "]),
    "content/32 a#b 'c'.md": ("# A page\n\nIt names [[US-999]].\n", ["3:12 PM210 US-999"]),
    "roadmap/99-good.yaml": (GOOD, []),
}  # fmt: skip


@dataclass(frozen=True)
class Run:
    """One run of the real program over the whole of it."""

    found: dict[str, list[str]]
    code: int
    errors: str
    seconds: float


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.md").write_text("# Secret\n")
    root = tmp_path_factory.mktemp("project")
    settings = "site_name: x\ndocs_dir: content\nplugins:\n  - pmdocs\n"
    (root / "mkdocs.yml").write_text(settings)
    for path, (text, _) in TEXTS.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    (root / "content/30-file.md").symlink_to(outside / "secret.md")
    (root / "content/30-folder").symlink_to(outside)
    (root / "content/30-loop").symlink_to(root / "content/30-loop")
    (root / "roadmap/33-folder.yaml").mkdir()
    os.mkfifo(root / "roadmap/33-pipe.yaml")
    (root / os.fsdecode(b"roadmap/32-\xff.yaml")).write_text(GOOD)
    (root / "roadmap/32-line\nbreak.yaml").write_text(GOOD)
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "pmdocs", "check", "--format", "json"],
        cwd=root, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    seconds = time.perf_counter() - started
    found: dict[str, list[str]] = {}
    for one in json.loads(done.stdout):
        words = f"{one['line']}:{one['column']} {one['code']} {one['message']} | {one['hint']}"
        found.setdefault(one["path"], []).append(words)
    return Run(found, done.returncode, done.stderr, seconds)


def holds(line: str, expected: str) -> bool:
    """Whether a line begins with the place and code, and holds the rest."""
    place, _, rest = expected.partition(" ")
    if place.startswith("PM"):
        return place in line and rest in line
    code, _, words = rest.partition(" ")
    at, said = line.split(" ", 2)[:2], line
    return (
        (at[0].endswith(place) if place.startswith(":") else at[0] == place)
        and at[1] == code
        and words.strip() in said
    )


@pytest.mark.parametrize("path", TEXTS)
def test_what_a_user_sees(run: Run, path: str) -> None:
    found, expected = run.found.get(path, []), TEXTS[path][1]
    assert len(found) >= len(expected), found
    for words in expected:
        assert any(holds(line, words) for line in found), found
    if not expected:
        assert found == []


@pytest.mark.verifies("US-41.AC-1", "US-41.AC-2")
@pytest.mark.parametrize("path", ["content/30-file.md", "content/30-folder", "content/30-loop"])
def test_a_link_that_leaves_the_project_is_an_error(run: Run, path: str) -> None:
    assert [line.split()[1] for line in run.found[path]] == ["PM011"]


@pytest.mark.parametrize("path", ["roadmap/33-folder.yaml", "roadmap/33-pipe.yaml"])
def test_what_is_no_file_is_not_opened(run: Run, path: str) -> None:
    assert [line.split()[1] in {"PM002", "PM011"} for line in run.found[path]] == [True]


def test_names_that_cannot_be_shown_are_errors(run: Run) -> None:
    named = [line for lines in run.found.values() for line in lines if "PM013" in line]
    assert len(named) == 2, run.found.keys()


@pytest.mark.verifies("US-39.AC-5", "US-39.AC-2", "US-3.AC-2")
def test_one_run_answers_for_all_of_them(run: Run) -> None:
    assert run.code == 1
    assert run.errors == ""
    assert "Traceback" not in str(run.found)
    assert run.seconds < 30


def test_a_file_that_vanishes_meanwhile_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pmdocs.project.load import load

    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    (tmp_path / "roadmap").mkdir()
    (tmp_path / "roadmap/a.yaml").write_text(GOOD)
    real = Path.read_bytes

    def gone(path: Path) -> bytes:
        if path.name == "a.yaml":
            path.unlink(missing_ok=True)
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", gone)
    assert [f.code for f in load(tmp_path).problems] in ([], ["PM002"])
