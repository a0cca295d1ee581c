"""All other fields: words for those that people know, and plain ones for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from pmdocs.analysis.changes import links
from pmdocs.analysis.changes.change import Change
from pmdocs.analysis.changes.delta import spelled
from pmdocs.analysis.changes.sentence import Id, Said

if TYPE_CHECKING:
    from pmdocs.analysis.changes.change import Effect, Sort
    from pmdocs.analysis.changes.delta import Delta
    from pmdocs.analysis.changes.sentence import Piece, Sentence
    from pmdocs.model.item import Item, State

_SCALES = {
    "priority": ("must", "should", "could", "won't"),
    "moscow": ("must", "should", "could", "won't"),
    "confidence": ("high", "medium", "low"),
    "health": ("on track", "at risk", "off track"),
}
_DROPPED, _REOPENED, _DONE, _STATUS = 85, 65, 60, 40
_FALLS, _RISES = 50, 40
_PUBLIC, _INTERNAL, _OWNER, _LINK, _TITLE, _TEXT, _NEWS, _FIELD, _ORDER = (
    80, 50, 30, 25, 20, 15, 20, 15, 2,
)  # fmt: skip


def status(delta: Delta, old: Item, new: Item) -> Change:
    """Another status, in the words that it is written in."""
    before, after = old.state, new.state
    was, now = delta.old or "", delta.new or ""
    effect: Effect = ""
    sentence: Sentence = (f"goes from {was} to {now}",)
    weight = _STATUS
    if after.role == "dropped":
        sentence, weight, effect = (f"is {now}; it was {was}",), _DROPPED, "weaker"
    elif before.closed and not after.closed:
        sentence, weight = (f"is open again: {now}; it was {was}",), _REOPENED
    elif after.role == "done":
        sentence, weight, effect = (f"is {now}; it was {was}",), _DONE, "stronger"
    elif _goes_back(before, after, new):
        sentence, weight, effect = (f"goes back from {was} to {now}",), _REOPENED, "weaker"
    return Change("status", sentence, weight, delta.key, old=was, new=now, effect=effect)


def graded(delta: Delta) -> Change:
    """A word on a scale: a priority, a confidence, a health."""
    scale = _SCALES[delta.key]
    sort: Sort = "confidence" if delta.key == "confidence" else "priority"
    sort = "field" if delta.key == "health" else sort
    old, new = delta.old, delta.new
    known = old in scale and new in scale
    falls = known and scale.index(new) > scale.index(old)
    verb = "falls" if falls else "rises"
    words = (
        f"{_label(delta)} {verb} from {old} to {new}" if known else _plainly(_label(delta), delta)
    )
    effect: Effect = ("weaker" if falls else "stronger") if known else ""
    weight = (_FALLS if falls else _RISES) if known else _FIELD
    return _change(sort, delta, (*_of(delta), words), weight, effect, apart=True)


def is_graded(delta: Delta) -> bool:
    """Whether it is a word on a scale that is known."""
    return delta.key in _SCALES and {delta.old, delta.new} <= {None, *_SCALES[delta.key]}


def owner(delta: Delta) -> Change:
    """Somebody else answers for it."""
    old, new = delta.old, delta.new
    if new is None:
        sentence: Sentence = ("has no owner any more; it was ", Said(old))
    else:
        sentence = ("is now owned by ", Said(new))
        sentence = (*sentence, " instead of ", Said(old)) if old else sentence
    return _change("owner", delta, sentence, _OWNER)


def audience(delta: Delta) -> Change:
    """It is for other people than before."""
    if delta.is_top:
        public = delta.new == "public"
        words = (
            "is public now: everybody may read it" if public else "is internal now, and was public"
        )
        return _change("audience", delta, (words,), _PUBLIC if public else _INTERNAL)
    sentence = (*_of(delta), _plainly("audience", delta))
    return _change("audience", delta, sentence, _PUBLIC, apart=True)


def title(delta: Delta) -> Change:
    """It is called something else."""
    sentence: Sentence = (
        "is now called ",
        Said(delta.new or ""),
        " instead of ",
        Said(delta.old or ""),
    )
    return _change("title", delta, sentence, _TITLE)


def link(delta: Delta) -> Change:
    """A link to another item that was made, cut or led elsewhere."""
    to = delta.field.link
    name = (to.name if to else "") or delta.key.replace("_", " ")
    where: Sentence = _of(delta)
    return _change(
        "link", delta, (*where, *links.told(name, delta.old, delta.new)), _LINK, apart=bool(where)
    )


def text(delta: Delta) -> Change:
    """A text of several words; what changed in it stands in the details."""
    name = f"“{delta.field.label}”"
    if delta.key == "answer" and delta.part and delta.new is not None:
        answered: Sentence = ("answers the question ", Id(delta.part), ": ", Said(delta.new))
        return _change("text", delta, answered, _NEWS)
    if delta.old is None:
        words = f"gets a text for {name}"
    else:
        words = f"rewords {name}" if delta.new is not None else f"loses the text of {name}"
    where = _of(delta)
    return _change("text", delta, (*where, words), _TEXT, apart=bool(where))


def news(delta: Delta) -> Change:
    """News about it that was written, or taken away."""
    if delta.old is not None or delta.new is None:
        return other(delta)
    dated: Piece = f"has news of {delta.new.date}: "
    return _change("news", delta, (dated, Said(spelled(delta.new))), _NEWS)


def other(delta: Delta) -> Change:
    """Any other field, told as it is written."""
    label = delta.key.replace("_", " ")
    if delta.order:
        words: Sentence = (*_of(delta), f"{label} stand in another order")
        return _change("field", delta, words, _ORDER, apart=True)
    old, new = _value(delta.old), _value(delta.new)
    many, plural = delta.field.many, _is_plural(label)
    verb, gone = ("are", "are gone; they were") if plural else ("is", "is gone; it was")
    if delta.old is None:
        sentence: Sentence = (f"{label} {'gets' if many else verb} ", new)
    elif delta.new is None:
        sentence = (f"{label} {'loses' if many else gone} ", old)
    else:
        sentence = (f"{label} {verb} ", new, " instead of ", old)
    return _change("field", delta, (*_of(delta), *sentence), _FIELD, apart=True)


def _value(value: Any) -> Said:
    """A value as it is quoted: words in quotation marks, numbers and dates without."""
    return Said(spelled(value), bare=not isinstance(value, str | BaseModel))


def _is_plural(label: str) -> bool:
    """Whether a label such as `points` names several things; `progress` and `status` do not."""
    return label.endswith("s") and not label.endswith(("ss", "us", "is"))


def _goes_back(before: State, after: State, item: Item) -> bool:
    words = [state.word for state in type(item).states]
    roles = {"planned", "discovery"}
    known = before.word in words and after.word in words
    back = known and words.index(after.word) < words.index(before.word)
    return back and after.role in roles and before.role not in roles


def _label(delta: Delta) -> str:
    return {"moscow": "priority"}.get(delta.key, delta.key.replace("_", " "))


def _plainly(label: str, delta: Delta) -> str:
    if delta.old is None:
        return f"{label} is {delta.new}"
    if delta.new is None:
        return f"{label} is gone; it was {delta.old}"
    return f"{label} is {delta.new} instead of {delta.old}"


def _of(delta: Delta) -> Sentence:
    """What the field belongs to, where that is not the item itself."""
    if delta.part:
        return (Id(delta.part), " ", Said(delta.within), ": ")
    if delta.within:
        return (f"{delta.path[0].replace('_', ' ')} ", Said(delta.within), ": ")
    return () if delta.is_top else (" ".join(delta.path[:-1]).replace("_", " "), ": ")


def _change(  # noqa: PLR0913 - what a change is made of
    sort: Sort,
    delta: Delta,
    sentence: Sentence,
    weight: int,
    effect: Effect = "",
    *,
    apart: bool = False,
) -> Change:
    path = ".".join(delta.path)
    # Where only the order differs, the lists themselves say nothing new.
    old, new = ("", "") if delta.order else (spelled(delta.old), spelled(delta.new))
    return Change(sort, sentence, weight, path, delta.part, old, new, effect, apart)
