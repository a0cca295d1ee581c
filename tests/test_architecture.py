"""The house plan holds: floors, sizes, signs on doors."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

FILES = sorted((ROOT / "pmdocs").rglob("*.py"))
TESTS = sorted((ROOT / "tests").glob("*.py"))
ASSETS = sorted(p for p in (ROOT / "pmdocs/site/assets").rglob("*") if p.is_file())
NAMES = [path.relative_to(ROOT).as_posix() for path in FILES]
LONGEST_FILE = 300
LINT = Path(sys.executable).with_name("lint-imports")


def lint(root: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts of this project on the package in a folder."""
    return subprocess.run(
        [LINT, "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_import_contracts_are_kept() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout
    assert "Contracts: 3 kept, 0 broken." in done.stdout


FLOORS = "Every floor stands on those below it BROKEN"
TOOLS = "Only hosts know their site builder, only the command line knows click BROKEN"
BUILDERS = "The command line never imports a site builder BROKEN"


@pytest.mark.verifies("US-44.AC-1", "US-44.AC-2", "US-44.AC-3")
@pytest.mark.parametrize(
    ("name", "line", "contract"),
    [
        ("text.py", "from pmdocs.model.dates import Date", FLOORS),
        ("model/item.py", "import pmdocs.project.graph", FLOORS),
        ("rules/rule.py", "from pmdocs import views", FLOORS),
        ("drawer.py", '"""A room that has no floor."""', "drawer"),
        ("site/addresses.py", "import mkdocs", TOOLS),
        ("report/safe.py", "import click", TOOLS),
        ("cli/check.py", "from pmdocs.site import pages", BUILDERS),
    ],
)
def test_an_import_that_leads_upwards_breaks_a_contract(
    tmp_path: Path, name: str, line: str, contract: str
) -> None:
    shutil.copytree(ROOT / "pmdocs", tmp_path / "pmdocs", ignore=shutil.ignore_patterns("__pyc*"))
    with (tmp_path / "pmdocs" / name).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert contract in done.stdout


@pytest.mark.parametrize(
    "name", [path.relative_to(ROOT).as_posix() for path in (*FILES, *TESTS, *ASSETS)]
)
def test_a_file_is_short_enough_to_be_read(name: str) -> None:
    assert len((ROOT / name).read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("__init__.py")])
def test_every_room_has_a_sign_on_its_door(name: str) -> None:
    assert ast.get_docstring(ast.parse((ROOT / name).read_text("utf-8")))


def imports(path: Path) -> set[str]:
    """The packages that a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.verifies("US-44.AC-2", "US-44.AC-3")
@pytest.mark.parametrize(
    ("packages", "places"),
    [
        ({"mkdocs", "material", "properdocs"}, {"hosts"}),
        ({"click"}, {"cli"}),
        ({"pytest"}, {"hosts"}),
        # git, and a build of the site, which runs what mkdocs.yml names.
        ({"subprocess"}, {"history", "cli/build.py"}),
    ],
)
def test_only_one_place_knows_a_tool(packages: set[str], places: set[str]) -> None:
    users = [path.relative_to(ROOT / "pmdocs") for path in FILES if imports(path) & packages]
    named = {str(u) if str(u) in places else u.parts[0] for u in users}
    assert named == places


def test_no_room_is_a_drawer_for_everything() -> None:
    drawers = {"utils", "util", "core", "common", "helpers", "base", "manager", "misc"}
    assert not [name for name in NAMES if set(Path(name).with_suffix("").parts) & drawers]
