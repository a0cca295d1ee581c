"""Plain words are read by the YAML 1.2 core schema.

The values were recorded from the `yaml` package of npm, version 2.9.1, schema `core`.
"""

from __future__ import annotations

import math
import time

import pytest

from pmdocs.source.scalars import LONGEST_NUMBER, Plain, is_too_long, resolve

INF = math.inf

RECORDED: list[tuple[str, Plain]] = [
    *(
        (word, word)
        for word in [
            "yes",
            "no",
            "on",
            "off",
            "y",
            "n",
            "NO",
            "Yes",
            "tRUE",
            "fALSE",
            "nUll",
            "inf",
            "nan",
        ]
    ),
    *(
        (word, word)
        for word in [
            "0o8",
            "-0o7",
            "0O14",
            "0X1F",
            "0xZ",
            "-0x1F",
            "0b1",
            "0x",
            "0o",
            "1_000",
            "1,000",
        ]
    ),
    *(
        (word, word)
        for word in ["12:30", "190:20:30", "2026-02-30", "2026-11-23", "1.2.3", "v1.2", "5%"]
    ),
    *(
        (word, word)
        for word in [
            ".",
            "+",
            "-",
            "--1",
            "1-",
            "1e",
            "e3",
            "=",
            "<<",
            "-.nan",
            ".nAn",
            ".iNF",
            "Infinity",
            "٣",
        ]
    ),
    ("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z"),
    ("1 000", "1 000"),
    ("true", True),
    ("True", True),
    ("TRUE", True),
    ("false", False),
    ("False", False),
    ("FALSE", False),
    ("", None),
    ("~", None),
    ("null", None),
    ("Null", None),
    ("NULL", None),
    ("010", 10),
    ("007", 7),
    ("0", 0),
    ("-0", 0),
    ("+0", 0),
    ("+1", 1),
    ("-1", -1),
    ("0o14", 12),
    ("0x1F", 31),
    ("9007199254740993", 9007199254740993),
    ("1e3", 1000.0),
    ("1E3", 1000.0),
    ("1e+3", 1000.0),
    ("1e-3", 0.001),
    ("1.5e-3", 0.0015),
    ("-1.5E+3", -1500.0),
    (".5", 0.5),
    ("-.5", -0.5),
    ("+.5", 0.5),
    ("5.", 5.0),
    ("5.e3", 5000.0),
    ("00.5", 0.5),
    ("1.10", 1.1),
    ("0.0", 0.0),
    (".inf", INF),
    ("+.inf", INF),
    (".Inf", INF),
    (".INF", INF),
    ("-.inf", -INF),
    ("-.Inf", -INF),
    ("1e400", INF),
]


@pytest.mark.parametrize(("word", "value"), RECORDED)
def test_a_plain_word_is_what_the_core_schema_says(word: str, value: Plain) -> None:
    assert resolve(word) == value
    assert type(resolve(word)) is type(value)


@pytest.mark.parametrize("word", [".nan", ".NaN", ".NAN"])
def test_not_a_number_is_a_number(word: str) -> None:
    value = resolve(word)
    assert isinstance(value, float)
    assert math.isnan(value)


def test_a_number_with_5000_digits_stays_text_at_once() -> None:
    began = time.perf_counter()
    assert resolve("9" * 5_000) == "9" * 5_000
    assert time.perf_counter() - began < 0.1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("1" * LONGEST_NUMBER, False),
        ("1" * (LONGEST_NUMBER + 1), True),
        ("0." + "1" * LONGEST_NUMBER, True),
        ("0x" + "f" * LONGEST_NUMBER, True),
        ("a" * 1_000, False),
        ("1" * 1_000 + "a", False),
    ],
)
def test_only_long_numbers_are_too_long(word: str, *, expected: bool) -> None:
    assert is_too_long(word) is expected
