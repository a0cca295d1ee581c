"""Mending texts in tests, without a disk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from pmdocs.diagnostics import Diagnostic
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.rules.repair import Repair, repair
from pmdocs.text import Source

TODAY = dt.date(2026, 6, 1)


@dataclass
class Texts:
    """A project in memory, that can be read again with other texts."""

    files: Mapping[str, str] = field(default_factory=dict)

    def read(self, texts: Mapping[str, str]) -> Project:
        sources = [Source(path, text) for path, text in {**self.files, **texts}.items()]
        return build(sources, today=TODAY)

    def mend(self, *, unsafe: bool = False) -> Repair:
        def wanted(one: Diagnostic) -> bool:
            return one.finding.fix is not None and (one.finding.fix.safe or unsafe)

        return repair(self.read({}), lambda _, texts: self.read(texts), wanted)


def mended(text: str, path: str = "roadmap/a.yaml", *, unsafe: bool = False) -> str:
    """What one file becomes when it is mended."""
    return Texts({path: text}).mend(unsafe=unsafe).texts.get(path, text)
