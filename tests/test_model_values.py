"""Amounts, dependencies and plain values: what each takes, and what it says to the rest."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from pmdocs.model.amounts import Money, read_amount, read_effort, read_money, read_percent
from pmdocs.model.links import Dependency, read_dependency
from pmdocs.model.values import (
    read_flag,
    read_folder,
    read_line,
    read_number,
    read_text,
    read_url,
    read_whole,
)
from pmdocs.model.wrong import said

MONEY = "write an amount and the letters of its currency, such as `12500 EUR`"
AMOUNT = "write digits alone, such as `12500.50`"
SHARE = "write a share, such as `40%`"
DIGITS = "write digits alone"
EFFORT = "write a number and a unit, such as `6h`, `3d`, `2w` or `1.5m` (months)"
DEPENDENCY = "write an id, or an id with a type and a lag, such as `T-1 SS+2d`"
URL = "write an address that starts with `https://`, or a path in this site"
FOLDER = "write a path below the folder of mkdocs.yml, with `/` between names"

GOOD: list[tuple[Callable[[object], Any], object, object]] = [
    (read_money, "12500 EUR", Money(Decimal(12500), "EUR")),
    (read_money, "12,500.50 EUR", Money(Decimal("12500.50"), "EUR")),
    (read_money, "EUR 12500", Money(Decimal(12500), "EUR")),
    (read_money, " 9USD ", Money(Decimal(9), "USD")),
    (read_amount, "12,500", Decimal(12500)),
    (read_amount, "0.10", Decimal("0.10")),
    (read_percent, "40%", 40),
    (read_percent, "40", 40),
    (read_percent, "12.5 %", 12.5),
    (read_percent, "0", 0),
    (read_percent, "100%", 100),
    (read_effort, "6h", 6),
    (read_effort, "3d", 24),
    (read_effort, "2 weeks", 80),
    (read_effort, "1.5m", 240),
    (read_effort, "10 days", 80),
    (read_dependency, "T-1", Dependency("T-1")),
    (read_dependency, "T-1 SS", Dependency("T-1", "SS")),
    (read_dependency, "T-1 FS+2d", Dependency("T-1", "FS", 16)),
    (read_dependency, "T-1 FF - 4h", Dependency("T-1", "FF", -4)),
    (read_dependency, "CH-1.T-1 SF+1.5w", Dependency("CH-1.T-1", "SF", 60)),
    (read_number, "010", 10),
    (read_number, "-1.5e3", -1500),
    (read_whole, "3.0", 3),
    (read_flag, "true", True),
    (read_flag, "False", False),
    (read_line, "  two\n words ", "two words"),
    (read_text, " two\nwords ", "two\nwords"),
    (read_url, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
    (read_url, "mailto:a@example.org", "mailto:a@example.org"),
    (read_url, "../page.md#a", "../page.md#a"),
    (read_url, "/page", "/page"),
    (read_folder, "./plan/", "plan"),
    (read_folder, "plan/roadmap", "plan/roadmap"),
]


@pytest.mark.parametrize(("read", "text", "value"), GOOD)
def test_good_spellings(read: Callable[[object], Any], text: object, value: object) -> None:
    found = read(text)
    assert getattr(found, "hours", getattr(found, "value", found)) == value


WRONG: list[tuple[Callable[[object], Any], object, str, str]] = [
    (read_money, "12500", "`12500` is not an amount of money", MONEY),
    (read_money, "12 500 EUR", "`12 500 EUR` is not an amount of money", MONEY),
    (read_money, "12500 euro", "`12500 euro` is not an amount of money", MONEY),
    (read_money, "1,2,3 EUR", "`1,2,3 EUR` is not an amount", AMOUNT),
    (read_money, ["1 EUR"], "a list is not an amount of money", MONEY),
    (read_amount, "NaN", "`NaN` is not an amount", AMOUNT),
    (read_amount, "Infinity", "`Infinity` is not an amount", AMOUNT),
    (read_amount, "ten", "`ten` is not an amount", AMOUNT),
    (read_effort, "3", "`3` is not an amount of work", EFFORT),
    (read_effort, "3x", "`3x` is not an amount of work", EFFORT),
    (read_effort, "-3d", "`-3d` is not an amount of work", EFFORT),
    (read_percent, "140%", "`140%` is not between 0% and 100%", SHARE),
    (read_percent, "-1", "`-1` is not between 0% and 100%", SHARE),
    (read_percent, ".nan", "`.nan` is not between 0% and 100%", SHARE),
    (read_percent, "half", "`half` is not a percentage", SHARE),
    (read_percent, "true", "`true` is not a percentage", SHARE),
    (read_dependency, "T-1 XX", "`T-1 XX` is not a dependency", DEPENDENCY),
    (read_dependency, "T-1 +2d", "`T-1 +2d` is not a dependency", DEPENDENCY),
    (read_dependency, "T-1 FS+2q", "`T-1 FS+2q` is not a dependency", DEPENDENCY),
    (read_dependency, "", "`` is not a dependency", DEPENDENCY),
    (read_number, "many", "expected a number, not `many`", DIGITS),
    (read_number, "Three", "expected a number, not `Three`", "write `3`"),
    (read_amount, "120.000", "`120.000` may be 120,000 or 120", "write `120000` or `120`"),
    (
        read_money,
        "12.500 EUR",
        "`12.500 EUR` may be 12,500 or 12",
        "write `12500 EUR` or `12 EUR`",
    ),
    (read_amount, "1.250.000", "`1.250.000` is not an amount", "write `1250000`"),
    (read_amount, "12.500,50", "`12.500,50` is not an amount", "write `12500.50`"),
    (read_money, "12,5 EUR", "`12,5 EUR` is not an amount", "write `12.5 EUR`"),
    (
        read_url,
        "www.example.org/a",
        "`www.example.org/a` is an address without its beginning, and is taken for a page here",
        "write `https://www.example.org/a`",
    ),
    (read_number, "3 days", "expected a number, not `3 days`", DIGITS),
    (read_number, "1_000", "expected a number, not `1_000`", DIGITS),
    (read_number, ".inf", "`.inf` is not a number to count with", DIGITS),
    (read_number, "9" * 101, f"expected a number, not `{'9' * 60}…`", DIGITS),
    (read_number, {"a": 1}, "expected a number, not named values", DIGITS),
    (read_whole, "2.5", "expected a whole number, not `2.5`", ""),
    (read_flag, "yes", "expected `true` or `false`, not `yes`", "write `true`"),
    (
        read_line,
        ["a"],
        "expected text here, not a list",
        "write one text, without brackets or `- `",
    ),
    (read_line, "  ", "this text is empty", "write something, or remove the field"),
    (read_line, "a" * 301, "this has 301 characters, 300 is the most", ""),
    (
        read_text,
        "a" * 20_001,
        "this has 20,001 characters, 20,000 is the most",
        "move the long part to a Markdown page of its own",
    ),
    *(
        (read_url, url, f"{said(url)} is not an address that is safe to publish", URL)
        for url in (
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "//host/x",
            "\\\\host\\x",
            "/\\host",
            "http://",
            "https:/x",
            "mailto:",
            "file:///etc/passwd",
            "a b",
            "x:y",
        )
    ),
    *(
        (read_folder, path, f"{said(path)} is not a folder inside this project", FOLDER)
        for path in (
            "../x",
            "a/../../b",
            "/etc",
            "C:\\x",
            "a\\b",
            "a/%2e%2e/b",
            "~/x",
            "a\x00b",
        )
    ),
]


@pytest.mark.parametrize(("read", "value", "message", "hint"), WRONG)
def test_wrong_spellings(
    read: Callable[[object], Any], value: object, message: str, hint: str
) -> None:
    with pytest.raises(PydanticCustomError) as error:
        read(value)
    told = error.value.context or {}
    assert (told["message"], told["hint"]) == (message, hint)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (read_money("12500 EUR"), "12,500 EUR"),
        (read_money("EUR 12,500.50"), "12,500.50 EUR"),
        (read_percent("40 %"), "40%"),
        (read_percent("12.5"), "12.5%"),
        (read_effort("2 weeks"), "2 weeks"),
        (Dependency("T-1"), "T-1"),
        (Dependency("T-1", "SS"), "T-1 SS"),
        (Dependency("T-1", "FS", 16), "T-1 FS+16h"),
        (Dependency("T-1", "FF", -4), "T-1 FF-4h"),
    ],
)
def test_values_are_printed_in_a_spelling_that_is_read(written: object, shown: str) -> None:
    assert str(written) == shown
    readers = {"Money": read_money, "Percent": read_percent, "Effort": read_effort}
    read: Callable[[object], Any] = readers.get(type(written).__name__, read_dependency)
    assert read(shown) == written
    assert read(written) is written


def test_effort_is_compared_by_its_hours() -> None:
    assert read_effort("8h") == read_effort("1d")
    assert read_effort("1w") < read_effort("1m")


READERS = [read_amount, read_effort, read_flag, read_folder, read_line, read_money]
READERS += [read_number, read_percent, read_text, read_url, read_whole, read_dependency]


@given(st.sampled_from(READERS), st.text(max_size=30) | st.lists(st.text(max_size=3), max_size=2))
def test_no_reader_fails_on_anything_but_in_our_words(
    read: Callable[[object], Any], value: object
) -> None:
    with suppress(PydanticCustomError):
        found = read(value)
        assert not isinstance(found, float) or math.isfinite(found)


@pytest.mark.parametrize("text", ["1e99999999", "1e-99999999", "9" * 40])
def test_an_amount_with_more_digits_than_anybody_has_is_refused(text: str) -> None:
    with pytest.raises(PydanticCustomError):
        read_amount(text)


def test_an_amount_may_be_as_large_as_any_budget() -> None:
    assert read_amount("12,500,000,000,000.55") == Decimal("12500000000000.55")
