"""pytest with pmdocs: tests name criteria by a mark, and say how they ended."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from pmdocs.hosts.pytest_results import run_url
from pmdocs.model.digest import digest_of
from pmdocs.project.load import load
from tests.conftest import MKDOCS_YML
from tests.evidence import read, told
from tests.test_history_branches import git

pytest_plugins = ["pytester"]

PLUGIN = "pmdocs.hosts.pytest_plugin"
# Where pmdocs is installed, pytest finds its plugin by itself.
KNOWN = any(one.value == PLUGIN for one in entry_points(group="pytest11"))
STORY = """\
- id: US-1
  title: a
  as_a: b
  i_want: c
  criteria:
    - {id: AC-1, text: d}
    - {id: AC-2, text: e}
    - {id: AC-3, text: f}
- {id: PRD-2, title: a, problem: b, item: RM-1, requirements: [{id: NFR-1, text: c}]}
"""


@pytest.fixture
def product(pytester: pytest.Pytester) -> pytest.Pytester:
    """A product with one story, in a folder of its own."""
    (pytester.path / "roadmap").mkdir()
    (pytester.path / "mkdocs.yml").write_text(MKDOCS_YML)
    (pytester.path / "roadmap" / "a.yaml").write_text(STORY)
    # What this machine knows of a run is no business of these tests.
    pytester.makeini("[pytest]\naddopts = -p no:cacheprovider --strict-markers\n")
    return pytester


def run(pytester: pytest.Pytester, *options: str) -> pytest.RunResult:
    plugin = () if KNOWN else ("-p", PLUGIN)
    return pytester.runpytest_subprocess(*plugin, *options)


def results(pytester: pytest.Pytester, name: str = "out.json") -> dict[str, Any]:
    return json.loads((pytester.path / name).read_text("utf-8"))  # type: ignore[no-any-return]


def ended(pytester: pytest.Pytester) -> dict[str, str]:
    """How each test ended, with the ids that it names, by its short name."""
    return {
        test["name"].partition("::")[2]: " ".join([test["outcome"], *test.get("ids", [])])
        for test in results(pytester)["tests"]
    }


MARKED = """\
import pytest
pytestmark = pytest.mark.verifies("US-1.AC-1")

@pytest.mark.verifies("US-1.AC-2", "PRD-2.NFR-1")
class TestRows:
    @pytest.mark.verifies("US-1.AC-3")
    @pytest.mark.verifies("US-1.AC-2")
    def test_a(self): pass

def test_b(record_property):
    record_property("verifies", "US-1.AC-3")
"""


@pytest.mark.verifies("US-57.AC-1", "US-57.AC-3")
def test_marks_of_functions_classes_and_modules_become_properties(
    product: pytest.Pytester,
) -> None:
    product.makepyfile(test_a=MARKED)
    run(product, "--junitxml=out.xml", "--pmdocs").assert_outcomes(passed=2)
    assert told(read(product.path / "out.xml")) == [
        "passed US-1.AC-1 US-1.AC-2 PRD-2.NFR-1 US-1.AC-3",
        "passed US-1.AC-1 US-1.AC-3",
    ]


FEATURE = """\
@US-1.AC-1
Feature: Export
  @US-1.AC-2
  Scenario: rows
    Given 2 items
  Scenario Outline: sizes
    Given <count> items
    @US-1.AC-3
    Examples:
      | count |
      | 2     |
      | 3     |
"""
BDD = """\
from pytest_bdd import given, parsers, scenarios
scenarios("export.feature")

@given(parsers.parse("{count:d} items"))
def items(count):
    assert count == 2
"""


@pytest.mark.verifies("US-57.AC-3")
def test_tags_of_scenarios_are_marks(product: pytest.Pytester) -> None:
    (product.path / "export.feature").write_text(FEATURE)
    product.makepyfile(test_a=BDD)
    # pytest-bdd lets nobody ask about the tags of examples, which are marks to it.
    product.makeini(
        "[pytest]\naddopts = -p no:cacheprovider\nfilterwarnings = ignore::pytest.PytestUnknownMarkWarning\n"
    )
    done = run(product, "--pmdocs", "--pmdocs-results=out.json", "--junitxml=out.xml")
    done.assert_outcomes(passed=2, failed=1)
    assert list(ended(product).values()) == [
        "passed US-1.AC-1 US-1.AC-2",
        "passed US-1.AC-1 US-1.AC-3",
        "failed US-1.AC-1 US-1.AC-3",
    ]
    assert [line.partition(" ")[0] for line in told(read(product.path / "out.xml"))] == [
        "passed",
        "passed",
        "failed",
    ]


WRONG = """\
import pytest

@pytest.mark.verifies("US-1.AC-1")
def test_good(): pass

@pytest.mark.verifies("US-1.AC-4")
def test_gone(): pass

class TestMore:
    @pytest.mark.parametrize("n", [1, 2])
    @pytest.mark.verifies("US-1-AC-2", 7)
    def test_odd(self, n): pass
"""


@pytest.mark.verifies("US-57.AC-4")
@pytest.mark.parametrize("workers", [(), ("-n", "2")], ids=["alone", "xdist"])
def test_nothing_is_run_while_a_test_names_what_is_not_there(
    product: pytest.Pytester, workers: tuple[str, ...]
) -> None:
    product.makepyfile(test_a=WRONG, test_b="def test_other(): pass")
    done = run(product, "--pmdocs", *workers)
    assert done.ret == pytest.ExitCode.INTERRUPTED if not workers else done.ret != 0
    text = done.stdout.str()
    assert (
        "test_a.py:6: test_gone names `US-1.AC-4`: there is no such criterion (did you mean `US-1.AC-"
        in text
    )
    assert (
        "test_a.py:10: test_odd names `US-1-AC-2`: that is not the id of a criterion (write `US-1.AC-2`)"
        in text
    )
    assert "test_a.py:10: test_odd names `7`: that is not the id of a criterion" in text
    assert "test_good" not in text
    assert "passed" not in text
    assert "INTERNALERROR" not in text


def test_without_the_option_nothing_is_looked_up(product: pytest.Pytester) -> None:
    product.makepyfile(test_a=WRONG)
    run(product).assert_outcomes(passed=4)


@pytest.mark.verifies("US-57.AC-3")
def test_tags_of_scenarios_need_no_settings_where_marks_are_strict(
    product: pytest.Pytester,
) -> None:
    (product.path / "export.feature").write_text(FEATURE.replace("@US-1.AC-3", ""))
    product.makepyfile(test_a=BDD)
    run(product, "--pmdocs").assert_outcomes(passed=2, failed=1)


@pytest.mark.verifies("US-57.AC-4")
def test_without_a_product_the_option_says_so(pytester: pytest.Pytester) -> None:
    done = run(pytester, "--pmdocs")
    assert done.ret == pytest.ExitCode.USAGE_ERROR
    done.stderr.fnmatch_lines(
        ["ERROR: --pmdocs: there is no mkdocs.yml here or in a folder above*"]
    )


def test_the_product_may_be_in_another_folder(pytester: pytest.Pytester) -> None:
    folder = pytester.path / "docs" / "roadmap"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text(STORY)
    (folder.parent / "mkdocs.yml").write_text(MKDOCS_YML)
    pytester.makeini("[pytest]\npmdocs_dir = docs\n")
    pytester.makepyfile(
        test_a='import pytest\n@pytest.mark.verifies("US-1.AC-1")\ndef test_a(): pass'
    )
    run(pytester, "--pmdocs", "--pmdocs-results=out.json").assert_outcomes(passed=1)
    assert results(pytester)["tests"][0]["digests"].keys() == {"US-1.AC-1"}


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


def test_a_run_without_the_options_does_not_load_pmdocs(product: pytest.Pytester) -> None:
    product.makepyfile(
        test_a="import sys\n"
        "def test_a():\n"
        "    ours = {name for name in sys.modules if name.startswith('pmdocs')}\n"
        f"    assert ours == {{'pmdocs', 'pmdocs.hosts', '{PLUGIN}'}}\n"
    )
    run(product).assert_outcomes(passed=1)


def test_the_mark_is_explained(product: pytest.Pytester) -> None:
    run(product, "--markers").stdout.fnmatch_lines(["@pytest.mark.verifies(*criteria): *"])


def test_the_package_offers_the_plugin(pytestconfig: pytest.Config) -> None:
    text = (Path(pytestconfig.rootpath) / "pyproject.toml").read_text("utf-8")
    assert f'[project.entry-points.pytest11]\npmdocs = "{PLUGIN}"\n' in text
    assert sys.modules[PLUGIN].__doc__
