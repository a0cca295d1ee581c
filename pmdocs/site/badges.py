"""Badges for readmes: small SVG files that say how much is proven, with nothing to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from pmdocs.analysis.proof.state import State
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.release import Release
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.model.kinds.story import Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.analysis.proof.share import ProvenShare
    from pmdocs.site.pages import Site

FOLDER = "badges"
# What has criteria, or leads to some, and has an address of its own.
_KINDS = (Objective, RoadmapItem, Release, Prd, Story)
# White on each of these has a contrast of more than 4.5 to 1.
_ALL, _SOME, _FAILING, _NONE = "#0b7a55", "#8a5500", "#8c1038", "#5a6675"
# How wide letters of a sans-serif face of 11 px are, about; the text is then fitted exactly.
_NARROW, _WIDE, _USUAL = 3.9, 9.4, 6.6
_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="20" role="img" aria-labelledby="t">
<title id="t">{title}</title>
<rect width="{width}" height="20" rx="3" fill="#3b434d"/>
<path d="M{left} 0h{right_square}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3H{left}z" fill="{colour}"/>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">
<text x="{label_at}" y="14" textLength="{label_width}">{label}</text>
<text x="{value_at}" y="14" textLength="{value_width}">{value}</text>
</g>
</svg>
"""


def badges(site: Site) -> Iterator[tuple[str, bytes]]:
    """The badges by their paths: one for the product, and one for all that has criteria."""
    proofs = site.proofs
    if proofs is None:
        return
    yield f"{FOLDER}/proof.svg", badge("proof", proofs.whole)
    for id in _ids(proofs):
        if site.addresses.permanent(id) and (share := proofs.share(id)).total:
            yield f"{FOLDER}/{id}.svg", badge(id, share)


def badge(label: str, share: ProvenShare) -> bytes:
    """The badge of a share, with what it says in its title."""
    value = f"{share.proven}/{share.total} proven" if share.total else "no criteria"
    failing = dict(share.counts).get(State.FAILING, 0)
    if failing:
        value = f"{share.proven}/{share.total} proven, {failing} failing"
    left, right = _width(label) + 12, _width(value) + 12
    svg = _SVG.format(
        width=left + right,
        left=left,
        right_square=right - 3,
        title=escape(f"{label}: {share.words if share.total else value}"),
        label=escape(label),
        value=escape(value),
        colour=_colour(share, failing),
        label_at=left / 2,
        label_width=left - 12,
        value_at=left + right / 2,
        value_width=right - 12,
    )
    return svg.encode()


def _ids(proofs: Proofs) -> Iterator[str]:
    return (one.id for kind in _KINDS for one in proofs.project.of(kind))


def _colour(share: ProvenShare, failing: int) -> str:
    if failing:
        return _FAILING
    if not share.proven:
        return _NONE
    return _ALL if share.proven == share.total else _SOME


def _width(text: str) -> int:
    widths = (
        _NARROW if letter in "iljft.,:/|' " else _WIDE if letter in "mwMW%" else _USUAL
        for letter in text
    )
    return round(sum(widths))
