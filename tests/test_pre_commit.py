"""The hooks of pre-commit, run by pre-commit itself in a repository of a team."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.conftest import MKDOCS_YML, ROOT
from tests.test_cli_check import CLEAN, ERROR
from tests.test_history_branches import QUIET, commit, git

PROGRAM = Path(sys.executable).with_name("pre-commit")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Variables with which pre-commit installs pmdocs, but not again what it needs."""
    home = tmp_path_factory.mktemp("pre-commit")
    found = {"PRE_COMMIT_HOME": str(home), "PYTHONPATH": sysconfig.get_path("purelib")}
    return {**os.environ, **QUIET, **found}


def team(folder: Path, files: dict[str, str]) -> Path:
    """A repository with a product, whose team uses our hooks as they are in our last commit."""
    head = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "HEAD"], capture_output=True, text=True, check=True
    )
    hooks = [{"id": "pmdocs-check"}, {"id": "pmdocs-format"}]
    repos = [{"repo": str(ROOT), "rev": head.stdout.strip(), "hooks": hooks}]
    git(folder, "init", "-q", "-b", "main")
    texts = {"mkdocs.yml": MKDOCS_YML, "content/index.md": "# Home\n", **files}
    commit(folder, {**texts, ".pre-commit-config.yaml": json.dumps({"repos": repos})})
    return folder


def hook(folder: Path, name: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a hook on all files."""
    words = ["run", name, "--all-files", "--color", "never"]
    return subprocess.run(
        [PROGRAM, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_manifest_is_right() -> None:
    words = [str(PROGRAM), "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.verifies("US-99.AC-1")
@pytest.mark.parametrize(("files", "code"), [(CLEAN, 0), (ERROR, 1)])
def test_the_check_fails_a_commit_with_an_error(
    tmp_path: Path, environment: dict[str, str], files: dict[str, str], code: int
) -> None:
    done = hook(team(tmp_path, files), "pmdocs-check", environment)
    assert done.returncode == code, done.stdout + done.stderr
    assert ("Passed" in done.stdout) == (code == 0)
    assert ("error[PM201]" in done.stdout) == (code == 1)
    installed = Path(environment["PRE_COMMIT_HOME"]).rglob("site-packages/pmdocs/cli/check.py")
    assert list(installed)


@pytest.mark.verifies("US-99.AC-2")
def test_the_formatter_fails_a_commit_that_it_had_to_change(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    untidy = CLEAN["roadmap/us.yaml"].replace("title: t", "title: t   ")
    root = team(tmp_path, {**CLEAN, "roadmap/us.yaml": untidy})
    first = hook(root, "pmdocs-format", environment)
    assert first.returncode == 1, first.stdout
    assert "files were modified by this hook" in first.stdout
    assert (root / "roadmap/us.yaml").read_text("utf-8") == CLEAN["roadmap/us.yaml"]
    git(root, "add", "--all")
    second = hook(root, "pmdocs-format", environment)
    assert (second.returncode, "Passed" in second.stdout) == (0, True)
