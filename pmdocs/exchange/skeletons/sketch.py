"""What a beginning of tests is made of, whatever the language it is written in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING

from pmdocs.evidence.naming import ids_in
from pmdocs.exchange.skeletons.scenarios import examples_of
from pmdocs.model.ids import local_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pmdocs.exchange.skeletons.scenarios import Example
    from pmdocs.model.kinds.story import Criterion, Story

_LOCAL = re.compile(r"[A-Z]{1,8}-[0-9]{1,9}")
# These join letters of many scripts and faces into one, and hide nothing.
_JOINERS = "\u200c\u200d"
_WIDTH, _LONGEST_TITLE, _LONGEST_NAME = 88, 120, 60


@dataclass(frozen=True, slots=True)
class Task:
    """A test to be written: the full id of its criterion, a title, and what is to be shown.

    `words` are the criterion as it was written, a line each; `examples` are its scenarios.
    """

    id: str
    title: str
    words: tuple[str, ...]
    examples: tuple[Example, ...]

    @property
    def lines(self) -> Iterator[str]:
        """What is to be shown, a step a line; a rule is one line."""
        for example in self.examples:
            if len(self.examples) > 1:
                yield f"Scenario: {example.name}" if example.name else "Scenario"
            for step in example.steps:
                yield f"{step.keyword} {step.text}"
                yield from (f"  {row}" for row in step.below)
            yield from example.tables
        if not self.examples:
            yield from self.words

    @property
    def name(self) -> str:
        """The id and the title as the name of a function: `us_12_ac_3_it_blinks`."""
        # Accents are taken off, so that most languages leave a name to read.
        letters = unicodedata.normalize("NFKD", f"{self.id} {self.title}")
        ascii_only = letters.encode("ascii", "ignore").decode().lower()
        return re.sub(r"[^a-z0-9]+", "_", ascii_only)[:_LONGEST_NAME].strip("_")


@dataclass(frozen=True, slots=True)
class Sketch:
    """A story with the tests that it needs."""

    id: str
    title: str
    wish: str
    tasks: tuple[Task, ...]


def sketch_of(story: Story, criteria: Iterable[Criterion], prefixes: Collection[str]) -> Sketch:
    """A story and some of its criteria, cleaned of all that could break out of a comment.

    A criterion without an id is left out, since a test cannot name it. `prefixes` are
    those that ids may have: a title holds no other id that a reader would find.
    """
    tasks = (_task(story, one, prefixes) for one in criteria if is_named(story, one))
    wish = f"As {story.as_a}, I want {story.i_want}"
    wish += f", so that {story.so_that}" if story.so_that else ""
    return Sketch(story.id, _titled(story.title, prefixes), plain(wish), tuple(tasks))


def is_named(story: Story, criterion: Criterion) -> bool:
    """Whether a criterion has an id that a test can name."""
    return _LOCAL.fullmatch(local_id(criterion, story)) is not None


def plain(text: str) -> str:
    """A text on one line, without anything that cannot be seen."""
    seen = "".join(c if c.isprintable() or c in _JOINERS else " " for c in text)
    return " ".join(seen.split())


def comment(lines: Iterable[str], mark: str) -> Iterator[str]:
    """Lines as comments that are not too long; `mark` begins each, with its indentation."""
    for line in lines:
        own = line[: len(line) - len(line.lstrip())]
        parts = wrap(line.strip(), _WIDTH - len(mark), break_long_words=False) or [""]
        yield from (f"{mark} {own}{part}".rstrip() for part in parts)


def _task(story: Story, criterion: Criterion, prefixes: Collection[str]) -> Task:
    examples = tuple(examples_of(criterion))
    named = next((example.name for example in examples if example.name), "")
    steps = (f"{step.keyword} {step.text}" for example in examples[:1] for step in example.steps)
    title = named or criterion.text or ", ".join(steps) or criterion.words
    words = tuple(filter(None, map(plain, criterion.words.splitlines())))
    return Task(
        f"{story.id}.{local_id(criterion, story)}", _titled(title, prefixes), words, examples
    )


def _titled(text: str, prefixes: Collection[str]) -> str:
    title = plain(text)
    if ids_in(title, prefixes):
        title = title.replace("[", "(").replace("]", ")").replace("_", "-")
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
