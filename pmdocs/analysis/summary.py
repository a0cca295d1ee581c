"""What an item says in one sentence, for cards and lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.analysis.key_results import current_of, reached_of
from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item
from pmdocs.model.kinds.decision import Decision
from pmdocs.model.kinds.objective import KeyResult, Objective
from pmdocs.model.kinds.persona import Persona
from pmdocs.model.kinds.risk import Risk
from pmdocs.model.kinds.stakeholder import Stakeholder
from pmdocs.model.kinds.story import Story
from pmdocs.model.kinds.vision import Vision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.project.project import Project

LONGEST = 180
_SHORT = 60
_ARTICLES = frozenset({"a", "an", "the"})
_PRONOUNS = frozenset({"anybody", "anyone", "everybody", "everyone", "somebody", "someone"})
# Nobody sees what stands behind this, so that long texts cost nothing.
_READ = 2_000
_MARKS = (
    (re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL), ""),
    (re.compile(r"^[ \t]*(?:`{3,}|~{3,}).*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*(?:#{1,6}|>|[-*+]|\d{1,9}[.)])[ \t]+", re.MULTILINE), ""),
    (re.compile(r"\[\[[^\[\]|]*\|([^\[\]]*)\]\]"), r"\1"),
    (re.compile(r"\[\[([^\[\]]*)\]\]"), r"\1"),
    (re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:[ \t]+\"[^\"\n]*\")?\)"), r"\1"),
    (re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)([^*_\n]*\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`+"), ""),
)


def summary_of(project: Project, item: Item) -> str:
    """The sentence that tells most about an item, as plain text; empty where nothing is written."""
    match item:
        case Story():
            told = _wish(project, item)
        case Objective():
            told = "; ".join(way_of(project, result, _SHORT) for result in item.key_results)
        case Risk():
            score = f"{item.probability} × {item.impact} = {item.score}"
            told = f"{_ended(plain(item.effect))} Probability × impact: {score}."
        case Vision():
            told = _position(item)
        case Decision():
            told = plain(item.decision)
        case Persona():
            told = plain(item.role)
        case Stakeholder():
            told = plain(item.interest or item.role)
        case _:
            told = next(filter(None, map(plain, _rich(item))), "")
    return told


def way_of(project: Project, result: KeyResult, most: int = LONGEST) -> str:
    """A key result as its way from where it began: `calls in fog: 12 → 2, now 7 (50%)`.

    `most` is how many characters its words may take.
    """
    unit = f" {result.unit}" if result.unit else ""
    numbers = f"{result.baseline:,.10g} → {result.target:,.10g}{unit}"
    way = f"{shortened(plain(result.text), most)}: {numbers}"
    now, share = current_of(project, result), reached_of(project, result)
    if now is None:
        return way
    return f"{way}, now {now:,.10g}" + ("" if share is None else f" ({share}%)")


def plain(text: str) -> str:
    """The first paragraph of a Markdown text without its marks, on one line."""
    shown = text[:_READ].strip()
    for pattern, instead in _MARKS:
        shown = pattern.sub(instead, shown)
    return " ".join(re.split(r"\n\s*\n", shown.strip(), maxsplit=1)[0].split())


def shortened(text: str, most: int = LONGEST) -> str:
    """A text of no more than about `most` characters, cut behind a word."""
    if len(text) <= most:
        return text
    cut = text[: most + 1]
    # A word that is longer than all of it is cut within.
    return f"{(cut.rpartition(' ')[0] or cut[:most]).rstrip(' ,;:–-')}…"


def _wish(project: Project, story: Story) -> str:
    who = _with_article(project.title_of(story.as_a) or story.as_a)
    reason = f", so that {plain(story.so_that)}" if story.so_that else ""
    return _ended(f"As {who}, I want {plain(story.i_want)}{reason}")


def _with_article(who: str) -> str:
    """Somebody as they are called within a sentence: `an engineer`, `the keeper`, `anybody`."""
    first = who.partition(" ")[0].lower()
    if first in _ARTICLES | _PRONOUNS:
        return who[:1].lower() + who[1:]
    return f"{'an' if who[:1].lower() in 'aeio' else 'a'} {who}"


def _position(vision: Vision) -> str:
    """Geoffrey Moore's statement, without the half that speaks of others."""
    category = plain(vision.category) if vision.category else "thing"
    for_whom = f"For {plain(vision.target_customer)} who {plain(vision.need)}"
    return _ended(f"{for_whom}, the product is a {category} that {plain(vision.key_benefit)}")


def _rich(item: Item) -> Iterator[str]:
    """The Markdown in an item: its kind's own fields, then notes, then what is in its parts."""
    common = fields_of(Item)
    fields = fields_of(type(item)).values()
    for field in sorted((f for f in fields if f.rich), key=lambda f: f.key in common):
        value = getattr(item, field.name)
        yield from value if field.many else (value,) if value else ()
    yield from (words.node.text for words in item.texts if words.rich)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
