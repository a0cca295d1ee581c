"""What is new, gone, called by another id, moved to another file, or cannot be read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pmdocs.analysis.changes.amounts import counted
from pmdocs.analysis.changes.change import Change
from pmdocs.analysis.changes.sentence import Id, Said
from pmdocs.model.item import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.analysis.changes.change import Effect
    from pmdocs.analysis.changes.delta import Delta
    from pmdocs.model.item import Item

_REMOVED, _UNREAD, _ADDED, _RENAMED, _FORGOTTEN, _FILE = 90, 80, 45, 20, 30, 1


def added(item: Item) -> Change:
    """An item that was not there."""
    label = item.label if item.label.isupper() else item.label[:1].lower() + item.label[1:]
    status = f" ({item.status})" if item.status else ""
    when = f", {item.when.words}" if item.when else ""
    words = f"is a new {label}{status}{when}{_with(item)}"
    return Change("added", (words,), _ADDED, effect="stronger", new=item.title)


def removed(item: Item) -> Change:
    """An item that is not there any more."""
    was = f"; it was {item.status}" if item.status else ""
    words = f"is gone{was}{_with(item)}"
    # What was given up before is missed by nobody.
    weight = _FORGOTTEN if item.state.role == "dropped" else _REMOVED
    effect: Effect = "" if item.state.role == "dropped" else "weaker"
    return Change("removed", (words,), weight, effect=effect, old=item.title)


def renamed(old: Item, new: Item) -> Change:
    """An item that has another id."""
    sentence = ("had the id ", Id(old.id), " before")
    return Change("renamed", sentence, _RENAMED, "id", old=old.id, new=new.id)


def renumbered(delta: Delta) -> Change:
    """A part that has another id, and the same words."""
    noun = getattr(delta.field.record, "kind", "") or "part"
    sentence = (f"gives the {noun} ", Id(delta.old), " the id ", Id(delta.new))
    return Change("renamed", sentence, _RENAMED, delta.path[0], delta.part, delta.old, delta.new)


def moved(old: Item, new: Item) -> Iterator[Change]:
    """An item that stands in another file."""
    if old.path != new.path:
        sentence = ("stands in ", Said(new.path), " instead of ", Said(old.path))
        yield Change("file", sentence, _FILE, "file", old=old.path, new=new.path)


def unread() -> Change:
    """An item that is still there, but cannot be understood."""
    sentence = ("cannot be read any more, so that nobody knows what it says",)
    return Change("unread", sentence, _UNREAD, effect="weaker")


def read_again() -> Change:
    """An item that could not be understood before."""
    return Change("unread", ("can be read again; what it said before is not known",), _RENAMED)


def read_in_part(keys: list[str]) -> Change:
    """An item of which some fields cannot be compared."""
    named = ", ".join(keys)
    sentence = (f"cannot be understood in full, before or now, so that this is not clear: {named}",)
    return Change("unread", sentence, _RENAMED + 25, ",".join(keys))


def _with(item: Item) -> str:
    """The parts of an item in numbers: `, with three criteria`."""
    found: Counter[tuple[str, str]] = Counter()
    for _, _, part in item.parts():
        if isinstance(part, Part):
            found[part.kind, part.plural] += 1
    words = (counted(number, *names) for names, number in found.items())
    listed = " and ".join(words)
    return f", with {listed}" if listed else ""
