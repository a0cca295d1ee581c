"""The steps of the action for GitHub do what they say."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.actions import STEPS, Runner, install
from tests.conftest import MKDOCS_YML, ROOT
from tests.test_cli_check import CLEAN, ERROR
from tests.test_history_branches import commit, git

MARKER = "<!-- pmdocs-diff -->"
PULL = {
    "github__event_name": "pull_request",
    "github__event.pull_request.number": "7",
    "github__event.pull_request.head.repo.full_name": "team/product",
}


def product(folder: Path, files: dict[str, str]) -> Path:
    """A repository with a product in a folder of it."""
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    texts = {"mkdocs.yml": MKDOCS_YML, "content/index.md": "# Home\n", **files}
    commit(folder, {f"docs/{name}": text for name, text in texts.items()})
    return folder


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A checkout of a pull request, merged by GitHub, that renames a story."""
    root = product(tmp_path / "work", CLEAN)
    git(root, "checkout", "-qb", "change")
    story = CLEAN["roadmap/us.yaml"].replace("title: t", "title: Another title")
    commit(root, {"docs/roadmap/us.yaml": story})
    git(root, "checkout", "-q", "main")
    commit(root, {"other.txt": "x"})
    git(root, "merge", "-q", "--no-ff", "-m", "merge", "change")
    (tmp_path / "temp").mkdir()
    runner = Runner(root, tmp_path / "temp", **PULL)
    runner.commit = sha(root, "HEAD")
    answer(runner, "comments.json", comments())
    answer(runner, "written.json", {"html_url": "https://github.example/c/1"})
    return runner


def sha(root: Path, name: str) -> str:
    """The id of a commit."""
    words = ["git", "-C", str(root), "rev-parse", name]
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def comments(*nodes: dict[str, Any]) -> dict[str, Any]:
    """What GitHub answers when it is asked for comments."""
    return {"data": {"repository": {"pullRequest": {"comments": {"nodes": nodes}}}}}


def answer(runner: Runner, name: str, data: Any) -> None:
    (runner.temp / name).write_text(json.dumps(data), "utf-8")


def calls(runner: Runner) -> list[dict[str, Any]]:
    """The calls of `gh`, with what was sent."""
    path = runner.temp / "calls.jsonl"
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


@pytest.mark.verifies("US-98.AC-2")
def test_findings_are_annotated_written_and_fail_the_job_at_the_end(tmp_path: Path) -> None:
    root = product(tmp_path / "work", ERROR)
    runner = Runner(root, tmp_path / "temp")
    done = runner.run(path="docs", output="sarif=a b.sarif\n  gitlab=gl.json  \n", preview="false")
    assert "::error file=docs/roadmap/us.yaml,line=6,endLine=6,col=6," in done.log
    assert done.summary.startswith("### pmdocs: 1 error")
    assert json.loads((root / "a b.sarif").read_text())["version"] == "2.1.0"
    assert len(json.loads((root / "gl.json").read_text())) == 1
    assert done.outputs["check"] == {"result": "1"}
    assert done.codes == {"check": 0, "Fail if something was found": 1}


@pytest.mark.verifies("US-98.AC-2")
@pytest.mark.parametrize(
    ("files", "inputs", "code"),
    [
        (CLEAN, {}, 0),
        (ERROR, {"fail_on": "never"}, 0),
        (ERROR, {"fail_on": "sometimes"}, 2),
        (ERROR, {"path": "nowhere"}, 2),
        (CLEAN, {"output": "sarif=$(touch pwned)/x"}, 2),
        (CLEAN, {"path": "$(touch pwned)"}, 2),
        (CLEAN, {"path": "--help"}, 2),
    ],
)
def test_the_job_ends_as_the_check_does(
    tmp_path: Path, files: dict[str, str], inputs: dict[str, str], code: int
) -> None:
    root = product(tmp_path / "work", files)
    done = Runner(root, tmp_path / "temp").run(**{"path": "docs", "preview": "false", **inputs})
    assert done.code == code
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.verifies("US-98.AC-3")
def test_the_first_time_a_comment_is_made(runner: Runner) -> None:
    foreign = {"databaseId": 1, "body": f"{MARKER} not mine", "viewerDidAuthor": False}
    answer(runner, "comments.json", comments(foreign))
    done = runner.run(path="docs", preview="false")
    assert done.code == 0, done.log
    asked, written = calls(runner)
    assert asked["words"][:2] == ["api", "graphql"]
    assert {"owner=team", "name=product", "number=7"} <= set(asked["words"])
    assert written["words"][1:4] == ["--method", "POST", "repos/team/product/issues/7/comments"]
    [body] = written["body"]
    assert body.startswith(MARKER)
    assert "US-1" in body
    assert (asked["token"], written["token"]) == ("t0ken", "t0ken")
    assert done.outputs["comment"] == {"url": "https://github.example/c/1"}


@pytest.mark.verifies("US-98.AC-3")
def test_the_next_time_the_comment_is_written_anew(runner: Runner) -> None:
    found = [
        {"databaseId": 1, "body": f"{MARKER} not mine", "viewerDidAuthor": False},
        {"databaseId": 2, "body": f"I quote {MARKER}", "viewerDidAuthor": True},
        {"databaseId": 3, "body": f"{MARKER} before", "viewerDidAuthor": True},
    ]
    answer(runner, "comments.json", comments(*found))
    assert runner.run(path="docs", preview="false").code == 0
    assert calls(runner)[1]["words"][1:4] == [
        "--method",
        "PATCH",
        "repos/team/product/issues/comments/3",
    ]


@pytest.mark.verifies("US-98.AC-4")
def test_a_fork_gets_no_comment_but_the_summary(runner: Runner) -> None:
    runner.facts["github.event.pull_request.head.repo.full_name"] = "stranger/product"
    done = runner.run(path="docs", preview="false")
    assert done.code == 0
    assert "::notice title=pmdocs::a pull request from a fork may not be commented on" in done.log
    assert MARKER in done.summary
    assert calls(runner) == []


@pytest.mark.verifies("US-98.AC-4")
@pytest.mark.parametrize("refused", ["comments.json", "written.json"])
def test_without_the_permission_it_says_which_and_goes_on(runner: Runner, refused: str) -> None:
    (runner.temp / refused).unlink()
    done = runner.run(path="docs", preview="false")
    assert done.code == 0
    assert "give the job `permissions: pull-requests: write`" in done.log
    assert MARKER in done.summary


@pytest.mark.verifies("US-98.AC-4")
@pytest.mark.parametrize("event", ["push", "pull_request_target", "workflow_run"])
def test_other_events_get_no_comment(runner: Runner, event: str) -> None:
    runner.facts["github.event_name"] = event
    assert set(runner.run(path="docs", preview="false").codes) == {"check"}
    assert calls(runner) == []


@pytest.mark.verifies("US-98.AC-6")
def test_in_a_shallow_clone_the_base_is_fetched_and_nothing_else(
    runner: Runner, tmp_path: Path
) -> None:
    whole = runner.workspace
    git(whole, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{whole}", "shallow")
    runner.workspace = tmp_path / "shallow"
    done = runner.run(path="docs", preview="false")
    assert done.code == 0, done.log
    assert "Another title" in calls(runner)[1]["body"][0]
    assert count(runner.workspace) == 3
    assert count(whole) == 4


def count(root: Path) -> int:
    """The number of commits that a clone holds."""
    words = ["git", "-C", str(root), "cat-file", "--batch-check", "--batch-all-objects"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return done.stdout.count(" commit ")


@pytest.mark.verifies("US-98.AC-6")
@pytest.mark.parametrize("told", ["event", "input"])
def test_a_checkout_of_the_branch_itself_is_compared_with_where_it_began(
    runner: Runner, told: str
) -> None:
    root = runner.workspace
    began, later = sha(root, "change^"), sha(root, "main^")
    story = CLEAN["roadmap/obj.yaml"].replace("title: t", "title: A goal of others")
    git(root, "checkout", "-q", later)
    commit(root, {"docs/roadmap/obj.yaml": story})
    runner.facts["github.event.pull_request.base.sha"] = sha(root, "HEAD")
    git(root, "checkout", "-q", "change")
    inputs = {"base": began} if told == "input" else {}
    done = runner.run(path="docs", preview="false", **inputs)
    assert done.code == 0, done.log
    [body] = calls(runner)[1]["body"]
    assert "Another title" in body
    assert "A goal of others" not in body


@pytest.mark.verifies("US-98.AC-2")
@pytest.mark.parametrize(("new", "code"), [("true", 0), ("false", 1)])
def test_only_what_a_pull_request_brings_counts_if_that_is_wanted(
    tmp_path: Path, new: str, code: int
) -> None:
    root = product(tmp_path / "work", ERROR)
    began = sha(root, "HEAD")
    commit(root, {"docs/roadmap/idea.yaml": "- {id: IDEA-1, title: t}\n"})
    runner = Runner(root, tmp_path / "temp", **PULL)
    runner.facts["github.event.pull_request.base.sha"] = began
    done = runner.run(path="docs", preview="false", comment="false", new=new)
    assert done.code == code, done.log


@pytest.mark.verifies("US-98.AC-6")
def test_a_base_that_cannot_be_fetched_is_told(runner: Runner, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{runner.workspace}", "shallow")
    git(tmp_path / "shallow", "remote", "set-url", "origin", "file:///nowhere")
    runner.workspace = tmp_path / "shallow"
    done = runner.run(path="docs", preview="false")
    assert done.code == 0
    assert "::warning title=pmdocs::the commit " in done.log
    assert "write `fetch-depth: 0` for actions/checkout" in done.log
    assert calls(runner) == []


def test_the_preview_is_built_where_it_is_picked_up(runner: Runner) -> None:
    done = runner.run(path="docs", comment="false")
    assert done.code == 0, done.log
    [upload] = [step for step in STEPS if step.get("id") == "upload"]
    assert upload["with"]["path"] == "${{ runner.temp }}/pmdocs-preview"
    assert (runner.temp / "pmdocs-preview/items/US-1/index.html").is_file()


@pytest.mark.verifies("US-98.AC-5")
def test_no_step_sees_the_token_once_a_build_has_run_what_the_repository_names() -> None:
    names = [step["name"] for step in STEPS]
    with_token = [step["name"] for step in STEPS if "inputs.token" in str(step.get("env"))]
    assert with_token == ["Find what the change is compared with", "Comment"]
    assert names.index("Comment") < names.index("Build the preview")


def test_pmdocs_is_installed_from_the_commit_of_the_action(tmp_path: Path) -> None:
    [step] = [step for step in STEPS if step["name"] == "Install pmdocs"]
    made = install(step["run"], tmp_path, GITHUB_ACTION_PATH=str(ROOT))
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML)
    subprocess.run([made, "check", "--fail-on", "never", tmp_path], check=True)
