"""What moved in time: slips, what is pulled in, and dates that say more or less."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.changes.amounts import how_far, ordinal
from pmdocs.analysis.changes.change import Change
from pmdocs.analysis.changes.sentence import Id, Said
from pmdocs.history.ends import ENDS
from pmdocs.model.dates import Date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.analysis.changes.change import Effect
    from pmdocs.analysis.changes.delta import Delta
    from pmdocs.analysis.changes.sentence import Sentence
    from pmdocs.history.ends import Ends

_SLIP, _GONE, _EARLIER, _VAGUER, _CLEARER, _START, _FIRST = 70, 65, 50, 45, 20, 40, 45
_BESIDE = 10
_HORIZONS = ("now", "next", "later")


def is_date(delta: Delta) -> bool:
    """Whether it is about a single date."""
    return isinstance(delta.old, Date) or isinstance(delta.new, Date)


def is_end(delta: Delta) -> bool:
    """Whether it is about the day by which something is to be there: an item, or a milestone.

    The date of an approval or of an answer is no promise.
    """
    return delta.key in ENDS and (delta.is_top or delta.path[0] == "milestones")


def slips_end(delta: Delta) -> bool:
    """Whether the end of an item itself is later than it was."""
    return (
        delta.is_top
        and delta.key in ENDS
        and isinstance(delta.old, Date)
        and isinstance(delta.new, Date)
        and delta.new.last > delta.old.last
    )


def told(deltas: Sequence[Delta], past: Ends | None = None) -> Iterator[Change]:
    """The dates of an item; where its beginning moved together with its end, in one sentence."""
    end = next((d for d in deltas if d.is_top and d.key in ENDS), None)
    start = next((d for d in deltas if d.is_top and d.key == "start"), None)
    if end is not None:
        yield _end(end, start, past)
    for delta in deltas:
        if delta is start and end is None:
            yield _start(delta)
        elif delta not in (start, end):
            yield _other(delta)


def horizon(delta: Delta) -> Change:
    """A move between now, next and later."""
    old, new = delta.old, delta.new
    if old is None or new is None:
        sentence: Sentence = (f"is put under {new}",) if new else (f"is no longer under {old}",)
        return Change("time", sentence, _CLEARER, delta.key, old=old or "", new=new or "")
    later = _HORIZONS.index(new) > _HORIZONS.index(old)
    effect: Effect = "weaker" if later else "stronger"
    weight = _SLIP - 5 if later else _EARLIER
    return Change("time", (f"moves from {old} to {new}",), weight, delta.key, "", old, new, effect)


def _end(end: Delta, start: Delta | None, past: Ends | None) -> Change:
    words, weight, effect = _moved(end.old, end.new)
    again = _again(past) if slips_end(end) else ""
    begins = _beside(start) if start is not None else ""
    return _change(end, (words + again + begins,), weight, effect)


def _beside(start: Delta) -> str:
    """What to add about the beginning where the end is told."""
    if start.new is None:
        return f"; its start, {start.old}, is gone"
    instead = f" instead of {start.old}" if start.old else ""
    return f"; it starts {_then(start.new)}{instead}"


def _again(past: Ends | None) -> str:
    if past is None or not past.slips:
        return ""
    at_least = "" if past.complete else "at least "
    return f"; it is {at_least}the {ordinal(past.slips + 1)} slip"


def _start(delta: Delta) -> Change:
    old, new = delta.old, delta.new
    if new is None:
        return _change(delta, (f"has no start any more; it was {old}",), _START, "weaker")
    if old is None:
        return _change(delta, (f"starts {_then(new)}; it had no start",), _START, "")
    far = how_far(old, new)
    later = "later" if new.first > old.first else "earlier"
    amount = f", {far} {later}" if far else ""
    return _change(delta, (f"starts {_then(new)} instead of {old}{amount}",), _START, "")


def _other(delta: Delta) -> Change:
    """A date of a part, or one that is not the item's own time."""
    name = delta.within or delta.path[0].replace("_", " ")
    what: Sentence = (Said(name), " ") if delta.within else (f"its {name} ",)
    what = (Id(delta.part), " ", *what) if delta.part else what
    if is_end(delta):
        words, weight, effect = _moved(delta.old, delta.new)
        return _change(delta, (*what, words), weight - 10, effect, apart=True)
    if delta.key == "actual" and delta.old is None:
        return _change(delta, (*what, f"was reached: {delta.new}"), _START, "", apart=True)
    label = delta.key.replace("_", " ")
    if delta.within:
        what = (f"the {label} of ", *what)
    return _change(delta, (*what, _plainly(delta)), _BESIDE, "", apart=True)


def _then(date: Date) -> str:
    """When something begins, as it is written: `on 2027-03-14`, `in 2027-Q1`."""
    return f"{date.then.partition(' ')[0]} {date}"


def _plainly(delta: Delta) -> str:
    if delta.old is None:
        return f"is {delta.new}"
    return f"moves from {delta.old} to {delta.new}" if delta.new else f"is gone; it was {delta.old}"


def _moved(old: Date | None, new: Date | None) -> tuple[str, int, Effect]:
    """What happened to an end, how much that matters, and whether the promise is weaker."""
    if old is None or new is None:
        if new is None:
            return f"has no end any more; it was {old}", _GONE, "weaker"
        return f"is to be there by {new}; it had no date", _FIRST, "stronger"
    later = new.last > old.last
    far = how_far(old, new)
    if old in new:
        more = f", so that it may take {far} longer" if later and far else ""
        return f"becomes less exact: {new} instead of {old}{more}", _VAGUER, "weaker"
    if new in old:
        return f"becomes more exact: {new} instead of {old}", _CLEARER, "stronger"
    amount = f", {far}" if far else ""
    if later:
        return f"slips from {old} to {new}{amount}", _SLIP, "weaker"
    return f"is pulled in from {old} to {new}{amount}", _EARLIER, "stronger"


def _change(
    delta: Delta, sentence: Sentence, weight: int, effect: Effect, *, apart: bool = False
) -> Change:
    old, new = str(delta.old or ""), str(delta.new or "")
    path = ".".join(delta.path)
    return Change("time", sentence, weight, path, delta.part, old, new, effect, apart)
