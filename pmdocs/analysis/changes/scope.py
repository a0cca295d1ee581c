"""What is promised, point by point: criteria, requirements, goals, deliverables and their like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.changes.change import Change
from pmdocs.analysis.changes.delta import spelled
from pmdocs.analysis.changes.sentence import Id, Said
from pmdocs.model.item import Part

if TYPE_CHECKING:
    from pmdocs.analysis.changes.change import Effect
    from pmdocs.analysis.changes.delta import Delta
    from pmdocs.analysis.changes.sentence import Sentence

_LOST, _GAINED, _REWORDED, _BESIDE = 75, 45, 35, 15
_NOUNS = {
    "goals": "goal",
    "success_metrics": "success metric",
    "objectives": "objective",
    "deliverables": "deliverable",
    "in_scope": "point in scope",
    "out_of_scope": "point out of scope",
    "exit_criteria": "exit criterion",
    "definition_of_done": "point of its definition of done",
    "principles": "principle",
    "business_goals": "business goal",
}
_BESIDES = {
    "assumptions": "assumption",
    "constraints": "constraint",
    "actions": "action",
    "reports": "report",
    "standards": "standard",
    "findings": "finding",
    "open_questions": "question",
}


def is_scope(delta: Delta) -> bool:
    """Whether it is about a point that is promised, or about something like that."""
    if delta.order or not delta.is_top:
        return False
    return bool(delta.field.part) or (delta.field.many and delta.key in {**_NOUNS, **_BESIDES})


def scope(delta: Delta) -> Change:
    """A point that was added, removed or reworded."""
    old, new = delta.old, delta.new
    noun = _noun(delta)
    named: Sentence = (noun, " ", Id(delta.part)) if delta.part else (noun,)
    before, after = spelled(old), spelled(new)
    if new is None:
        sentence: Sentence = ("loses the ", *named, ": ", Said(before))
    elif old is None:
        sentence = ("gains the ", *named, ": ", Said(after))
    else:
        sentence = ("rewords the ", *named)
    weight, effect = _judged(delta)
    return Change("scope", sentence, weight, delta.key, delta.part, before, after, effect)


def _judged(delta: Delta) -> tuple[int, Effect]:
    if _is_beside(delta):
        return _BESIDE, ""
    if delta.old is not None and delta.new is not None:
        return _REWORDED, ""
    lost = delta.new is None
    # What is ruled out no longer is more scope, and the other way round.
    if delta.key == "out_of_scope":
        return _GAINED, ""
    return (_LOST, "weaker") if lost else (_GAINED, "stronger")


def _is_beside(delta: Delta) -> bool:
    return delta.key in _BESIDES


def _noun(delta: Delta) -> str:
    one = delta.new if delta.new is not None else delta.old
    if isinstance(one, Part):
        return one.kind
    return {**_NOUNS, **_BESIDES}[delta.key]
