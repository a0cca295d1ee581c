"""One line for each finding, as editors and `grep` like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.report.places import in_the_product, place
from pmdocs.report.words import line, sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.report.places import Where
    from pmdocs.text import Source


def render(
    found: Sequence[Diagnostic], _sources: Mapping[str, Source], where: Where = in_the_product
) -> str:
    """Write `path:line:column: error PM301 message (hint)`; columns count characters from 1."""
    return "\n".join(
        f"{line(place(d.span, where))}: {d.severity} {d.code} {sentence(d)}" for d in found
    )
