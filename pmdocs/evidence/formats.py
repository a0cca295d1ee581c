"""Which reader a file is for, by what stands in it and not by its name."""

from __future__ import annotations

import os
import stat
from typing import IO, TYPE_CHECKING

from pmdocs.diagnostics import Finding
from pmdocs.evidence.behave import FORMAT as BEHAVE
from pmdocs.evidence.behave import read_behave
from pmdocs.evidence.cucumber import MESSAGES, read_cucumber
from pmdocs.evidence.junit import read_junit
from pmdocs.evidence.reading import (
    LARGEST_DOCUMENT,
    LARGEST_STREAM,
    Reading,
    Refused,
    too_large,
)
from pmdocs.evidence.results import read_results
from pmdocs.project.load import without_collector
from pmdocs.source.encoding import decode

if TYPE_CHECKING:
    from pathlib import Path

    from pmdocs.text import Source

_HEAD = 4_096
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)
_KNOWN = "JUnit XML, Cucumber's messages, behave's JSON and pmdocs' own results are read"


def read_file(path: Path, name: str, prefixes: frozenset[str]) -> Reading:
    """Read a file with results, whatever its form; `name` is what messages call it.

    `path` has no symbolic link in it. What is wrong with the file is in `findings`.
    """
    try:
        with os.fdopen(os.open(path, _FLAGS), "rb") as file:
            _look(os.fstat(file.fileno()))
            with without_collector():
                return _with_tests(_read(file, name, prefixes))
    except Refused as refused:
        return refused.reading(name)
    except OSError as error:
        text = f"this cannot be read: {(error.strerror or type(error).__name__).lower()}"
        return Refused("PM850", text, "check that it can be opened").reading(name)


def _with_tests(read: Reading) -> Reading:
    """The same, with a word about a file in which there is no test at all."""
    if read.results or read.findings:
        return read
    hint = "run the tests again, and look whether the runner found any"
    # An empty list of JSON may be of anything.
    form = "" if read.format == BEHAVE else read.format
    return Refused("PM850", "no test is in this file", hint).reading(read.name, form)


def _look(about: os.stat_result) -> None:
    if not stat.S_ISREG(about.st_mode):
        raise Refused("PM850", "this is no file", "name a file with results")
    if about.st_size > LARGEST_STREAM:
        raise too_large(LARGEST_STREAM)


def _read(file: IO[bytes], name: str, prefixes: frozenset[str]) -> Reading:
    head = file.read(_HEAD)
    file.seek(0)
    # In UTF-16 every second byte of XML is a NUL; expat knows it by itself.
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if not first:
        text = "the file is empty" if not head.strip(b"\xef\xbb\xbf") else "nothing is in the file"
        raise Refused("PM850", text, "check that the tests were run, and where they write")
    if first == b"<" or head.startswith(_WIDE):
        return read_junit(file, name, prefixes)
    if first == b"{" and _is_message(head):
        return read_cucumber(file, name, prefixes)
    if first in {b"{", b"["}:
        source = _source(file, name)
        return read_results(source) if first == b"{" else read_behave(source, prefixes)
    raise Refused("PM853", "this is no form of results that is known", _KNOWN)


def _is_message(head: bytes) -> bool:
    """Whether the first line is a message of Cucumber."""
    begin = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return any(begin.startswith(b'{"' + name.encode() + b'":') for name in MESSAGES)


def _source(file: IO[bytes], name: str) -> Source:
    data = file.read(LARGEST_DOCUMENT + 1)
    if len(data) > LARGEST_DOCUMENT:
        raise too_large(LARGEST_DOCUMENT)
    read = decode(name, data)
    if isinstance(read, Finding):
        raise Refused("PM850", read.message, read.hint or "", read.span.start)
    return read
