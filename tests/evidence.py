"""What the tests about results of tests share."""

from __future__ import annotations

from pathlib import Path

from pmdocs.evidence.formats import read_file
from pmdocs.evidence.reading import Reading
from tests.conftest import ROOT

RECORDED = ROOT / "tests" / "data" / "evidence"
PREFIXES = frozenset({"US", "PRD"})


def read(path: Path) -> Reading:
    """Read one file, whatever its form."""
    return read_file(path.resolve(), path.name, PREFIXES)


def reading(folder: Path, text: str | bytes, name: str = "results.xml") -> Reading:
    """What is made of a file with this text."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


def told(reading: Reading) -> list[str]:
    """Each result as `outcome ids`, without those that name nothing."""
    return [f"{r.outcome} {' '.join(r.ids)}" for r in reading.results if r.ids]


def said(reading: Reading) -> list[str]:
    """Each finding as `line:column CODE message | hint`."""
    return [
        f"{f.span.start.line}:{f.span.start.column} {f.code} {f.message} | {f.hint}"
        for f in reading.findings
    ]
