"""The C parser could take the process down, so another one is asked, within limits."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from pmdocs.source import yaml as reader
from pmdocs.source.yaml import read_yaml
from pmdocs.text import Source
from tests.yaml_nodes import entry, good, only, plain, read, written

PROGRAM = """
import sys, time
from pmdocs.source.yaml import read_yaml
from pmdocs.text import Source
text = eval(sys.argv[1])
began = time.perf_counter()
node, findings = read_yaml(Source("a", text))
assert time.perf_counter() - began < 1.5
print(*(f"{f.code} {f.span.start.line}:{f.span.start.column} {f.message}" for f in findings))
"""
DEEP = "PM005 1:65 lists and maps are nested more than 64 levels deep"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'[' * 100000", DEEP),
        ("'[' * 100000 + ']' * 100000", DEEP),
        ("'{' * 100000", DEEP),
        ("'{a: ' * 100000", "PM005 1:257 lists and maps are nested more than 64 levels deep"),
        ("'- ' * 100000", "PM005 1:129 lists and maps are nested more than 64 levels deep"),
        ("'? ' * 100000", "PM005 1:129 lists and maps are nested more than 64 levels deep"),
        (
            "''.join(' ' * n + 'a:\\n' for n in range(1300))",
            "PM005 65:65 lists and maps are nested more than 64 levels deep",
        ),
        (
            "''.join(f'k{n}: v\\n' for n in range(60000))",
            "PM005 25000:9 more than 50,000 values in one file",
        ),
        ("'- a\\n' * 200000", "PM005 50000:3 more than 50,000 values in one file"),
        ("'{' + ', '.join(f'k{n}: v' for n in range(20000)) + '}'", ""),
        ("'a: \"' + 'b c ' * 240000 + '\"'", ""),
        ("'#\\n' * 490000", ""),
        ("'a: ' + 'b\\n ' * 300000", ""),
    ],
)
def test_a_hostile_file_is_an_error_at_once(text: str, expected: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, text],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == expected


def test_the_levels_that_are_allowed_are_read() -> None:
    assert not read("[" * 64 + "]" * 64)[1]
    assert len(read("[" * 65 + "]" * 65)[1]) == 1


def test_the_parser_in_python_gives_the_same_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: |\n  x\n\nb: [1, {c: 'd'}]\ne:\n- f: g\n  h:\n"
    expected = good(text)
    monkeypatch.setattr(reader, "_LOADER", yaml.SafeLoader)
    node = good(text)
    assert plain(node) == plain(expected)
    assert [written(entry(node, name)) for name in "abe"] == [
        written(entry(expected, name)) for name in "abe"
    ]
    assert only("a: @x\n").code == "PM001"
    assert only("a: \x00\n").code == "PM003"


YAMLISH = st.text(alphabet="ab1 \n\t:-[]{}#\"'|>&*!%@`?,.~<=\\\r\u2028\x85é\x00", max_size=60)


@example("? ")
@example("- !<x")
@example('"\\x')
@example("&a !!str")
@example("!!str &a ")
@given(st.one_of(YAMLISH, st.text(max_size=40)))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    for foreign in (False, True):
        source = Source("a", text)
        node, findings = read_yaml(source, foreign=foreign)
        assert node is None or 0 <= node.start <= node.end <= len(text)
        for finding in findings:
            assert finding.code
            assert finding.hint
            assert finding.message[0].islower() or finding.message[0] in "`1234567890"
            assert source.offset(finding.span.start) <= source.offset(finding.span.end)
