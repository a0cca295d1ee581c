"""pytest with pmdocs: a file says how the tests ended."""

from __future__ import annotations

import subprocess

import pytest

from pmdocs.hosts.pytest_results import run_url
from pmdocs.model.digest import digest_of
from pmdocs.project.load import load
from tests.evidence import read
from tests.pytester import ended, lay_out, results, run
from tests.test_history_branches import git

pytest_plugins = ["pytester"]


@pytest.fixture
def product(pytester: pytest.Pytester) -> pytest.Pytester:
    return lay_out(pytester)


ENDS = """\
import pytest

@pytest.fixture
def bad_setup(): raise RuntimeError("setup")

@pytest.fixture
def bad_teardown():
    yield
    raise RuntimeError("teardown")

def test_pass(): pass
def test_setup(bad_setup): pass
def test_teardown(bad_teardown): pass
def test_both(bad_teardown): assert 0, "both"
def test_skip(): pytest.skip("no spreadsheet here")
@pytest.mark.xfail(reason="not yet")
def test_xfail(): assert 0
@pytest.mark.xfail
def test_xpass(): pass
def test_subtests(subtests):
    with subtests.test("one"): pass
    with subtests.test("two"): assert 0
def test_subtests_pass(subtests):
    with subtests.test("one"): pass
@pytest.mark.parametrize("n", [1, 2])
@pytest.mark.verifies("US-1.AC-1")
def test_each(n): assert n == 1
attempts = []
@pytest.mark.flaky(reruns=2)
def test_flaky():
    attempts.append(1)
    assert len(attempts) == 2
@pytest.mark.flaky(reruns=1)
def test_never(): assert 0
@pytest.mark.flaky(reruns=1)
def test_never_set_up(bad_setup): pass
"""


@pytest.mark.verifies("US-57.AC-5")
@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["alone", "xdist"])
def test_the_worst_of_a_test_and_the_last_of_its_reruns_counts(
    product: pytest.Pytester, workers: tuple[str, ...]
) -> None:
    product.makepyfile(test_a=ENDS)
    run(product, "--pmdocs-results=out.json", *workers)
    assert ended(product) == {
        "test_pass": "passed",
        "test_setup": "failed",
        "test_teardown": "failed",
        "test_both": "failed",
        "test_skip": "skipped",
        "test_xfail": "skipped",
        "test_xpass": "passed",
        "test_subtests": "failed",
        "test_subtests_pass": "passed",
        "test_each[1]": "passed US-1.AC-1",
        "test_each[2]": "failed US-1.AC-1",
        "test_flaky": "passed",
        "test_never": "failed",
        "test_never_set_up": "failed",
    }
    messages = {test["name"]: test.get("message", "") for test in results(product)["tests"]}
    assert messages["test_a.py::test_skip"] == "Skipped: no spreadsheet here"
    assert messages["test_a.py::test_both"].startswith("AssertionError: both")
    assert messages["test_a.py::test_flaky"] == ""


@pytest.mark.verifies("US-57.AC-5")
def test_a_worker_that_dies_has_not_proven_anything(product: pytest.Pytester) -> None:
    code = 'import os, pytest\n@pytest.mark.verifies("US-1.AC-1")\ndef test_a(): os._exit(1)\n'
    product.makepyfile(test_a=code)
    run(product, "--pmdocs-results=out.json", "-n", "1", "--max-worker-restart=0")
    assert ended(product) == {"test_a": "failed US-1.AC-1"}


def test_a_result_says_when_what_and_where(
    product: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CI_JOB_URL", "https://ci.example/jobs/7")
    product.makepyfile(
        test_a='import pytest\n@pytest.mark.verifies("US-1.AC-1")\ndef test_a(): pass'
    )
    git(product.path, "init", "-q")
    git(product.path, "add", "--all")
    git(product.path, "commit", "-qm", "a")
    done = run(product, "--pmdocs-results=deep/out.json")
    done.stdout.fnmatch_lines(["*results for pmdocs: *out.json*"])
    [test] = results(product, "deep/out.json")["tests"]
    head = ["git", "-C", str(product.path), "rev-parse", "HEAD"]
    words = digest_of(load(product.path).parts["US-1.AC-1"].part)  # type: ignore[arg-type]
    assert test["commit"] == subprocess.check_output(head, text=True).strip()
    assert test["digests"] == {"US-1.AC-1": words}
    assert test["url"] == "https://ci.example/jobs/7"
    assert 0 < test["seconds"] < 60
    [read_again] = read(product.path / "deep" / "out.json").results
    assert read_again.at
    assert read_again.at.tzinfo


@pytest.mark.parametrize(
    ("environment", "url"),
    [
        ({}, None),
        ({"CI_JOB_URL": "https://a.example/1"}, "https://a.example/1"),
        ({"BUILD_URL": "javascript:alert(1)"}, None),
        (
            {
                "GITHUB_SERVER_URL": "https://a.example",
                "GITHUB_REPOSITORY": "b/c",
                "GITHUB_RUN_ID": "7",
            },
            "https://a.example/b/c/actions/runs/7",
        ),
    ],
)
def test_services_tell_the_page_of_a_run(environment: dict[str, str], url: str | None) -> None:
    assert run_url(environment) == url


def test_what_is_only_collected_leaves_no_file(product: pytest.Pytester) -> None:
    product.makepyfile(test_a="def test_a(): pass")
    run(product, "--pmdocs-results=out.json", "--collect-only")
    assert not (product.path / "out.json").exists()
