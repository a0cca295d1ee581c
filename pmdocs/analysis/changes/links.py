"""Links to other items that were made, cut or led elsewhere, as people say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmdocs.analysis.changes.sentence import Id, Said
from pmdocs.model.links import Dependency

if TYPE_CHECKING:
    from pmdocs.analysis.changes.sentence import Sentence

# Names of links that go on a sentence by themselves: `US-1 depends on US-2`,
_DOES = frozenset(
    [
        *("addresses", "advances", "depends on", "launches", "leads to", "realises", "runs"),
        *("serves", "specifies"),
    ]
)
# and those that need a word before them: `US-1 is in SPR-1`.
_IS = frozenset(["about", "for", "guided by", "in", "measured by", "part of"])


def told(name: str, old: Any, new: Any) -> Sentence:
    """What became of a link with a name; an end that is None is not there."""
    before, after = _end(old), _end(new)
    instead: Sentence = (" instead of ", *before) if before and after else ()
    if name in _DOES | _IS:
        verb = name if name in _DOES else f"is {name}"
        if not after:
            return (_no_longer(verb), " ", *before)
        return (_now(verb), " ", *after, *instead)
    if not after:
        return (f"loses the link “{name}” to ", *before)
    verb = "has" if before else "gets"
    return (f"{verb} the link “{name}” to ", *after, *instead)


def _now(verb: str) -> str:
    return f"is now {verb.removeprefix('is ')}" if verb.startswith("is ") else f"now {verb}"


def _no_longer(verb: str) -> str:
    rest = verb.removeprefix("is ")
    return f"is no longer {rest}" if rest != verb else f"no longer {verb}"


def _end(value: Any) -> Sentence:
    if value is None:
        return ()
    if isinstance(value, Dependency):
        return (Id(value.target), str(value).removeprefix(value.target))
    return (Id(value),) if "-" in str(value) and " " not in str(value) else (Said(str(value)),)
