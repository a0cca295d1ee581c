"""The codes that a product may not give to rules of its own."""

from __future__ import annotations

import pytest

from pmdocs.rules.codes import wrong_code


@pytest.mark.parametrize("code", ["PM2", "PM-2", "PM-999", "PM301"])
def test_codes_of_pmdocs_are_not_for_others(code: str) -> None:
    told = wrong_code(code, ())
    assert told is not None
    assert "codes with `PM` come with pmdocs" in told[1]


@pytest.mark.parametrize("code", ["TEA-1", "PMO-1", "APM-2"])
def test_letters_of_ones_own_are_fine(code: str) -> None:
    assert wrong_code(code, ()) is None
