"""The bench makes a product that checks, and prints how long that took."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.bench.check import measure
from tests.bench.product import entries, write
from tests.test_cli_check import run


@pytest.mark.verifies("US-45.AC-1")
def test_a_product_of_a_thousand_items_has_no_error(tmp_path: Path) -> None:
    write(tmp_path, entries(1000), 50)
    done = run(tmp_path, "check")
    assert done.returncode == 0
    assert re.search(r"^checked \d+ files, 1,000 items, .* 0 errors, ", done.stdout, re.MULTILINE)


@pytest.mark.verifies("US-45.AC-2")
def test_the_bench_prints_seconds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pmdocs = Path(sys.executable).with_name("pmdocs")
    measure({"pmdocs": str(pmdocs)}, 20, tmp_path, cpu=False)
    assert re.search(r"^pmdocs check +\d+\.\d\d s", capsys.readouterr().out, re.MULTILINE)
