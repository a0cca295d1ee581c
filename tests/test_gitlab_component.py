"""The component for GitLab: right by its schema, and its scripts do what they say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from tests.actions import PROGRAM, install, not_in_the_manual, program
from tests.conftest import ROOT
from tests.test_action import MARKER, product, sha
from tests.test_cli_check import CLEAN, ERROR
from tests.test_history_branches import commit, git

TEMPLATE = ROOT / "templates/check.yml"
BIN = Path(sys.executable).parent
HEAD, JOBS = yaml.safe_load_all(TEMPLATE.read_text("utf-8"))
INPUTS: dict[str, Any] = HEAD["spec"]["inputs"]


@pytest.mark.verifies("US-100.AC-1")
@pytest.mark.parametrize("part", [0, 1])
def test_the_component_is_right_by_the_schema(part: int, tmp_path: Path) -> None:
    # The program reads one document a file.
    file = tmp_path / "part.yml"
    file.write_text(TEMPLATE.read_text("utf-8").split("\n---\n")[part], "utf-8")
    words = ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci", str(file)]
    done = subprocess.run([BIN / "check-jsonschema", *words], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.verifies("US-100.AC-1")
def test_every_input_is_explained_and_used() -> None:
    used = set(re.findall(r"\$\[\[ inputs\.(\S+) \]\]", TEMPLATE.read_text("utf-8")))
    assert used == set(INPUTS)
    assert all("default" in one for one in INPUTS.values())
    assert not_in_the_manual(INPUTS) == []


@pytest.mark.verifies("US-100.AC-1")
@pytest.mark.parametrize("job", JOBS)
def test_scripts_are_for_any_shell_and_hold_no_input(job: str, tmp_path: Path) -> None:
    lines = [*JOBS[job]["before_script"], *JOBS[job]["script"]]
    assert not [line for line in lines if "$[[" in line]
    script = tmp_path / "job.sh"
    script.write_text("#!/bin/sh\nset -e\n" + "\n".join(lines), "utf-8")
    done = subprocess.run([BIN / "shellcheck", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


class Runner:
    """A runner of GitLab with a checkout, for the scripts of one job after another."""

    def __init__(self, root: Path, **variables: str) -> None:
        self.root = root
        program(Path(f"{root}.tmp/pmdocs/bin/pmdocs"), PROGRAM)
        self.variables = {"CI_PROJECT_DIR": str(root), **variables}

    def run(self, job: str, **inputs: str) -> subprocess.CompletedProcess[str]:
        """The scripts of a job, with its variables; the installation is left out."""
        values = {name: str(one["default"]) for name, one in INPUTS.items()} | inputs
        values["new"] = values["new"].lower()
        told = {
            name: re.sub(r"\$\[\[ inputs\.(\S+) \]\]", lambda m: values[m[1]], text)
            for name, text in JOBS[job]["variables"].items()
        }
        kept = {n: v for n, v in os.environ.items() if not n.startswith(("CI_", "GIT_"))}
        script = "set -e\n" + "\n".join(JOBS[job]["script"])
        return subprocess.run(
            ["sh", "-c", script],
            cwd=self.root,
            env={**kept, **told, **self.variables},
            capture_output=True,
            text=True,
            check=False,
        )


def test_the_package_is_installed_that_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "work.tmp"
    folder.mkdir()
    script = "\n".join(JOBS["pmdocs-check"]["before_script"])
    told = {"CI_PROJECT_DIR": str(tmp_path / "work"), "PMDOCS_PACKAGE": str(ROOT)}
    assert install(script, folder, **told).is_file()


@pytest.mark.verifies("US-100.AC-2")
@pytest.mark.parametrize(
    ("files", "inputs", "code", "count"),
    [
        (CLEAN, {}, 0, 0),
        (ERROR, {}, 1, 1),
        (ERROR, {"fail-on": "never"}, 0, 1),
        (ERROR, {"path": "nowhere"}, 2, None),
        (CLEAN, {"path": "$(touch pwned)"}, 2, None),
    ],
)
def test_the_check_writes_its_reports_and_ends_as_it_should(
    tmp_path: Path, files: dict[str, str], inputs: dict[str, str], code: int, count: int | None
) -> None:
    runner = Runner(product(tmp_path / "work", files))
    done = runner.run("pmdocs-check", **{"path": "docs", **inputs})
    assert done.returncode == code, done.stderr
    reports = JOBS["pmdocs-check"]["artifacts"]
    assert reports["when"] == "always"
    for name in reports["reports"].values():
        assert (runner.root / name).exists() == (count is not None)
    if count is not None:
        found = json.loads((runner.root / reports["reports"]["codequality"]).read_text())
        assert len(found) == count
        assert {one["location"]["path"] for one in found} <= {"docs/roadmap/us.yaml"}
    assert not list(tmp_path.rglob("pwned"))


class GitLab(ThreadingHTTPServer):
    """A server that keeps notes, as GitLab does, three a page."""

    notes: list[dict[str, Any]]
    status: int
    tokens: set[str]

    @property
    def url(self) -> str:
        """The address of its interface."""
        return f"http://127.0.0.1:{self.server_port}/api/v4"


class Handler(BaseHTTPRequestHandler):
    """Answers the calls that a note takes."""

    server: GitLab

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        if url.path == "/api/v4/user":
            self._answer({"id": 5})
        elif url.path == "/api/v4/projects/3/merge_requests/7/notes":
            page = int(parse_qs(url.query)["page"][0])
            more = str(page + 1) if len(self.server.notes) > page * 3 else ""
            self._answer(self.server.notes[page * 3 - 3 : page * 3], {"X-Next-Page": more})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        id = len(self.server.notes) + 1
        self.server.notes.append({"id": id, "author": {"id": 5}, "body": body})
        self._answer({})

    def do_PUT(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        [note] = [n for n in self.server.notes if n["id"] == int(self.path.rpartition("/")[2])]
        note["body"] = body
        self._answer({})

    def _answer(self, data: Any, headers: dict[str, str] | None = None) -> None:
        self.server.tokens.add(self.headers["PRIVATE-TOKEN"])
        self.send_response(self.server.status)
        for name, text in (headers or {}).items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(json.dumps(data).encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""


@pytest.fixture
def gitlab() -> Iterator[GitLab]:
    """A server on this machine."""
    server = GitLab(("127.0.0.1", 0), Handler)
    server.notes, server.status, server.tokens = [], 200, set()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def runner(tmp_path: Path, gitlab: GitLab) -> Runner:
    """A checkout of a merge request that renames a story."""
    root = product(tmp_path / "work", CLEAN)
    story = CLEAN["roadmap/us.yaml"].replace("title: t", "title: Another title")
    commit(root, {"docs/roadmap/us.yaml": story})
    return Runner(
        root,
        CI_API_V4_URL=gitlab.url,
        CI_MERGE_REQUEST_PROJECT_ID="3",
        CI_MERGE_REQUEST_IID="7",
        CI_MERGE_REQUEST_DIFF_BASE_SHA=sha(root, "HEAD^"),
    )


@pytest.mark.verifies("US-100.AC-3")
def test_with_a_token_there_is_one_note_that_is_kept_up_to_date(
    runner: Runner, gitlab: GitLab
) -> None:
    runner.variables["PMDOCS_TOKEN"] = "glpat-1"  # noqa: S105 - made up
    gitlab.notes = [
        {"id": n, "author": {"id": 6}, "body": f"{MARKER} of somebody else"} for n in range(1, 6)
    ]
    for _ in range(2):
        done = runner.run("pmdocs-diff", path="docs")
        assert (done.returncode, done.stderr) == (0, "")
    assert len(gitlab.notes) == 6
    assert gitlab.notes[5]["body"].startswith(MARKER)
    assert "US-1" in gitlab.notes[5]["body"]
    assert gitlab.tokens == {"glpat-1"}
    gitlab.notes[5]["body"] = f"{MARKER} old"
    runner.run("pmdocs-diff", path="docs")
    assert "old" not in gitlab.notes[5]["body"]


@pytest.mark.verifies("US-100.AC-3")
def test_in_a_pipeline_of_merged_results_others_changes_are_left_out(runner: Runner) -> None:
    root = runner.root
    git(root, "checkout", "-qb", "target", "HEAD^")
    goal = CLEAN["roadmap/obj.yaml"].replace("title: t", "title: A goal of others")
    commit(root, {"docs/roadmap/obj.yaml": goal})
    runner.variables["CI_MERGE_REQUEST_TARGET_BRANCH_SHA"] = sha(root, "HEAD")
    git(root, "merge", "-q", "--no-ff", "-m", "merge", "main")
    assert runner.run("pmdocs-diff", path="docs").returncode == 0
    text = (root / "pmdocs-diff.md").read_text("utf-8")
    assert "Another title" in text
    assert "A goal of others" not in text


@pytest.mark.verifies("US-100.AC-2")
@pytest.mark.parametrize(("new", "code"), [("true", 0), ("false", 1)])
def test_only_what_a_merge_request_brings_counts_if_that_is_wanted(
    tmp_path: Path, new: str, code: int
) -> None:
    root = product(tmp_path / "work", ERROR)
    commit(root, {"docs/roadmap/idea.yaml": "- {id: IDEA-1, title: t}\n"})
    runner = Runner(root, CI_MERGE_REQUEST_DIFF_BASE_SHA=sha(root, "HEAD^"))
    done = runner.run("pmdocs-check", path="docs", new=new)
    assert done.returncode == code, done.stderr


@pytest.mark.verifies("US-100.AC-3")
def test_without_a_token_there_is_a_file(runner: Runner, gitlab: GitLab) -> None:
    done = runner.run("pmdocs-diff", path="docs")
    assert done.returncode == 0
    assert "PMDOCS_TOKEN is not set" in done.stdout
    assert gitlab.tokens == set()
    kept = JOBS["pmdocs-diff"]["artifacts"]["paths"]
    assert (runner.root / kept[0]).read_text("utf-8").startswith(MARKER)


@pytest.mark.verifies("US-100.AC-3")
def test_a_token_that_may_not_write_is_told_and_fails_nothing(
    runner: Runner, gitlab: GitLab
) -> None:
    runner.variables["PMDOCS_TOKEN"] = "glpat-1"  # noqa: S105 - made up
    gitlab.status = 403
    done = runner.run("pmdocs-diff", path="docs")
    assert done.returncode == 0
    assert "the note cannot be written (403 Forbidden): PMDOCS_TOKEN needs the scope" in done.stdout
