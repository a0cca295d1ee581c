"""Words for a terminal or for CI: one file for each format of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.report import concise, frames, github, json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.text import Source

    Format = Callable[[Sequence[Diagnostic], Mapping[str, Source]], str]

FORMATS: dict[str, Format] = {
    "frames": frames.render,
    "concise": concise.render,
    "json": json.render,
    "github": github.render,
}
