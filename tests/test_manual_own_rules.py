"""The manual's page about rules of your own: its files are written, its commands are run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "content/manual/own-rules.md").read_text("utf-8")
_BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
_SECONDS = re.compile(r" in \d+\.\d+ s")


def parts() -> dict[str, list[tuple[str, str, str]]]:
    """The blocks of each part of the page: language, path, text."""
    heads = re.split(r"^## (.+)\n", PAGE, flags=re.MULTILINE)[1:]
    pairs = zip(heads[::2], heads[1::2], strict=True)
    return {head: [m.groups("") for m in _BLOCK.finditer(text)] for head, text in pairs}  # type: ignore[misc]


def run(folder: Path, commands: str) -> str:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["sh", "-c", commands],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    return _SECONDS.sub(" in 0.05 s", done.stdout)


@pytest.mark.parametrize("part", parts())
def test_each_part_does_what_it_says(part: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    printed, compared = "", 0
    for language, path, text in parts()[part]:
        if path:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        elif language == "sh":
            printed = run(tmp_path, text)
        else:
            assert language == "text"
            assert printed == text
            compared += 1
    assert compared


def test_every_setting_of_a_house_rule_is_in_its_table() -> None:
    from pmdocs.project.rule_settings import HouseRule

    assert [name for name in HouseRule.model_fields if f"| `{name}` |" not in PAGE] == []
