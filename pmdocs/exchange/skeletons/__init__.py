"""Beginnings of tests, one for each acceptance criterion, for the programs that run tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.exchange.skeletons.features import as_gherkin
from pmdocs.exchange.skeletons.python import as_pytest
from pmdocs.exchange.skeletons.scripts import as_playwright, as_vitest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pmdocs.exchange.skeletons.sketch import Sketch

SKELETONS: Mapping[str, Callable[[Sequence[Sketch]], str]] = {
    "pytest": as_pytest,
    "gherkin": as_gherkin,
    "playwright": as_playwright,
    "vitest": as_vitest,
}
