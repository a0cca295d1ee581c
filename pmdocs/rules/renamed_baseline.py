"""Known findings stay known when an item, or the file of it, is called otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit
from pmdocs.rules.baseline import Baseline, Entry, short
from pmdocs.rules.catalogue import review
from pmdocs.rules.fingerprint import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pmdocs.project.project import Project


def carried(project: Project, old: str, new: str, moves: Mapping[str, str]) -> Iterator[Edit]:
    """The edits of the baseline that a rename needs.

    `moves` gives the new paths of files. Entries of what is not found any more stay.
    """
    known = Baseline.of(project).entries
    if not known:
        return
    found = review(project).all

    def called(text: str) -> str:
        if text == old.partition(".")[2]:
            return new.partition(".")[2]
        again = rf"(?<![^\W_]){re.escape(old)}(?![^\W_])"
        return moves.get(text) or re.sub(again, new, text)

    before = fingerprints(found, project.sources)
    after = fingerprints(found, project.sources, called)
    for was, becomes in zip(before, after, strict=True):
        if was != becomes and short(was) in known:
            entry, span = known[short(was)]
            about, message = called(entry.about), called(entry.message)
            yield Edit(span, Entry(about, entry.code, short(becomes), message).line)
