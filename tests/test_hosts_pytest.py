"""pytest with pmdocs: tests name criteria by a mark or a tag."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tests.conftest import MKDOCS_YML
from tests.evidence import read, told
from tests.pytester import PLUGIN, STORY, ended, lay_out, results, run

pytest_plugins = ["pytester"]


@pytest.fixture
def product(pytester: pytest.Pytester) -> pytest.Pytester:
    return lay_out(pytester)


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
    assert importlib.import_module(PLUGIN).__doc__
