"""What pytest gets from pmdocs: a mark that names criteria, and two options.

Everybody who has pmdocs installed loads this file with every run of pytest, so that it
imports nothing of pmdocs until an option asks for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmdocs.hosts.pytest_ids import Ids

MARK = "verifies"
_ABOUT = f"{MARK}(*criteria): the acceptance criteria, such as US-12.AC-3, that this test proves"
_TAG = re.compile(r"[A-Z][A-Z0-9]{0,15}-[0-9]{1,9}\.[A-Z]{1,8}-[0-9]{1,9}")
_IDS: pytest.StashKey[Ids] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the options."""
    group = parser.getgroup("pmdocs", "acceptance criteria")
    group.addoption(
        "--pmdocs",
        action="store_true",
        help="run nothing while a test names a criterion that does not exist",
    )
    group.addoption(
        "--pmdocs-results",
        metavar="FILE",
        help="write what the tests say about criteria into a file that pmdocs reads",
    )
    parser.addini("pmdocs_dir", "the folder with mkdocs.yml, where it is not here or above")


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known, and get ready for what the options ask for."""
    config.addinivalue_line("markers", _ABOUT)
    if config.option.pmdocs:
        from pmdocs.hosts.pytest_ids import Ids  # noqa: PLC0415 - see above

        config.stash[_IDS] = Ids.of(config)
    # With xdist the results of all workers come together where none of them is.
    if config.option.pmdocs_results and not hasattr(config, "workerinput"):
        from pmdocs.hosts.pytest_results import Recorder  # noqa: PLC0415 - as above

        config.pluginmanager.register(Recorder(config), "pmdocs-results")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Write the ids of each test into its properties, from where JUnit XML takes them.

    Where one of them does not exist, the collection fails, and nothing is left to run.
    """
    if (ids := config.stash.get(_IDS, None)) and (wrong := ids.all_wrong(items)):
        for nodeid, told in wrong.items():
            report = pytest.CollectReport(nodeid, "failed", told, [])
            config.hook.pytest_collectreport(report=report)
        # With xdist, a failed collection alone stops nobody.
        items.clear()
    for item in items:
        told_by_test = {value for name, value in item.user_properties if name == MARK}
        item.user_properties += [(MARK, id) for id in named(item) if id not in told_by_test]


@pytest.hookimpl(optionalhook=True, tryfirst=True)
def pytest_bdd_apply_tag(tag: str, function: Callable[..., Any]) -> bool | None:
    """Make a mark of a tag of pytest-bdd that is the id of a criterion."""
    if _TAG.fullmatch(tag) is None:
        return None
    getattr(pytest.mark, MARK)(tag)(function)
    return True


def named(item: pytest.Item) -> list[str]:
    """What the marks of a test name, those of its class and its module too, each once."""
    found: list[str] = []
    # The marks of the module first.
    for mark in [*item.iter_markers()][::-1]:
        if mark.name == MARK:
            found += _flat(mark.args)
        elif _TAG.fullmatch(mark.name):
            # A tag at the examples of a scenario of pytest-bdd.
            found.append(mark.name)
    return list(dict.fromkeys(found))


def _flat(values: tuple[Any, ...]) -> list[str]:
    lists = (value if isinstance(value, list | tuple | set) else [value] for value in values)
    return [one if isinstance(one, str) else repr(one) for some in lists for one in some]
