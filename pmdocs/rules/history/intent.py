"""What a change takes away from what was promised, as findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.changes.compare import Pairs
from pmdocs.rules.history import (
    pm720_dropped_promise,
    pm721_weakened_promise,
    pm722_lost_number,
    pm723_smaller_target,
    pm724_vague_word_added,
    pm725_scope_without_objective,
    pm726_later_end,
    pm727_lower_confidence,
)
from pmdocs.rules.history.step import Difference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.diagnostics import Finding
    from pmdocs.project.project import Project

_RULES = (
    pm720_dropped_promise,
    pm721_weakened_promise,
    pm722_lost_number,
    pm723_smaller_target,
    pm724_vague_word_added,
    pm726_later_end,
    pm727_lower_confidence,
)


def intent(old: Project, new: Project) -> Iterator[Finding]:
    """The findings about promises that are weaker in the new state than in the old one.

    Their places are in the new state; what is gone together with its file has its old place.
    They are not judged yet: the settings may make them errors, or switch them off.
    """
    return (finding for finding, _ in weaknesses(old, new))


def weaknesses(old: Project, new: Project) -> Iterator[tuple[Finding, Difference | None]]:
    """The same findings with the difference that each is about; None for a whole item."""
    pairs = Pairs.of(old, new)
    for before, now, deltas in pairs.deltas():
        for delta in deltas:
            if before.knows({delta.path[0]}) and now.knows({delta.path[0]}):
                one = Difference(before, now, delta, new)
                for rule in _RULES:
                    yield from ((finding, one) for finding in rule.told(one))
    for item in pairs.removed:
        yield from ((finding, None) for finding in pm720_dropped_promise.whole(item, new))
    for item in pairs.added:
        added = pm725_scope_without_objective.added(item, new)
        yield from ((finding, None) for finding in added)
