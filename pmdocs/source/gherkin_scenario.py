"""A scenario and its steps, as Gherkin knows them, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from pmdocs.source.gherkin_outline import Name, Outline
from pmdocs.source.node import Scalar

if TYPE_CHECKING:
    from pmdocs.text import Source, Span

_CRITERION = re.compile(r"(?:[A-Z][\w-]*+\.)?AC-[0-9]++(?![\w-])")
# What may stand between an id at the beginning of a title and the words behind it.
_BEHIND_ID = re.compile(r"[:.]?\s*(?:[–—-]\s+)?")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `keyword` is given, when or then, also for And and But.

    It is `and` where there is nothing before that the step could go on from.
    `word` is what was written; the offsets are those of the text behind it.
    """

    keyword: str
    word: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Level:
    """A scenario, rule or feature as a heading: its tags without their `@`, and its name."""

    tags: tuple[Name, ...]
    title: Name

    @property
    def criteria(self) -> tuple[Name, ...]:
        """The ids of the criteria that it names: in tags, or at the beginning of its name."""
        tagged = tuple(_name(tag, m) for tag in self.tags if (m := _CRITERION.match(tag.name)))
        match = None if tagged else _CRITERION.match(self.title.name)
        return (_name(self.title, match),) if match else tagged


def _name(around: Name, match: re.Match[str]) -> Name:
    return Name(match[0], around.start + match.start(), around.start + match.end())


@dataclass(frozen=True, slots=True)
class Scenario:
    """A named example of how the product behaves.

    `levels` are the scenario itself, its rule and its feature, as far as there are
    any. `steps` are its own, `background` are those that stand above for all of
    them. `start` and `end` are those of its title, `last` is where it ends. `text`
    is all of it in plain Gherkin, of which `given` characters are the background's.
    """

    source: Source = field(repr=False)
    levels: tuple[Level, ...]
    steps: tuple[Step, ...]
    start: int
    end: int
    last: int = 0
    background: tuple[Step, ...] = ()
    outline: Outline = field(default_factory=Outline)
    text: str = ""
    given: int = 0

    @property
    def name(self) -> str:
        """What it is called, with its id if that stands there."""
        return self.levels[0].title.name if self.levels else ""

    @property
    def tags(self) -> tuple[str, ...]:
        """Its tags, and those of what is around it, without their `@`."""
        return tuple(tag.name for level in self.levels for tag in level.tags)

    @property
    def criteria(self) -> tuple[Name, ...]:
        """The ids of the criteria that it shows, as the nearest heading has them."""
        return next((found for level in self.levels if (found := level.criteria)), ())

    @property
    def criterion(self) -> str | None:
        """The first criterion that it shows."""
        return next((one.name for one in self.criteria), None)

    @property
    def first(self) -> int:
        """Where it begins, with its tags."""
        tags = [tag.start for tag in self.levels[0].tags] if self.levels else []
        return min([self.start, *tags])

    @property
    def words(self) -> Name:
        """What it is called, without an id."""
        title = self.levels[0].title if self.levels else Name("", self.start, self.start)
        match = _CRITERION.match(title.name)
        behind = _BEHIND_ID.match(title.name, match.end()) if match else None
        at = behind.end() if behind else 0
        return Name(title.name[at:], title.start + at, title.end)

    def span(self, step: Step | Name) -> Span:
        """Where a step or a name in it was written."""
        return self.source.span(step.start, step.end)


# The one heir beside items: it is a value like any other, which was understood already.
@dataclass(slots=True)
class ScenarioText(Scalar):
    """The text of a criterion's scenarios, which need not be read again from the text."""

    scenarios: tuple[Scenario, ...] = ()

    @property
    def given(self) -> int:
        """How many characters at the beginning are those of the background."""
        return self.scenarios[0].given if len(self.scenarios) == 1 else 0


def scenario_text(scenarios: tuple[Scenario, ...]) -> ScenarioText:
    """One value of one or several scenarios; several keep their titles."""
    first, last = scenarios[0], scenarios[-1]
    texts = [one.text for one in scenarios]
    if len(scenarios) > 1:
        lines = ((one.source.text[one.start : one.end], one.text) for one in scenarios)
        texts = [text for text in chain.from_iterable(lines) if text]
    end = max(last.last, last.end) if last.source is first.source else max(first.last, first.end)
    return ScenarioText(first.source, first.start, end, "\n".join(texts), True, scenarios)  # noqa: FBT003 - a block of text
