"""The scenarios of `.feature` files, by the stories and the criteria that they name.

A feature is tagged or named with a story's id, a scenario with a criterion's:
`@US-12.AC-3`, or `@AC-3` below a feature of `US-12`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding
from pmdocs.model.ids import is_id, plain_id
from pmdocs.model.kinds.story import Story
from pmdocs.source.gherkin import read_feature
from pmdocs.source.gherkin_outline import Name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.project.config import Settings
    from pmdocs.source.gherkin import Feature
    from pmdocs.source.gherkin_scenario import Level, Scenario
    from pmdocs.text import Source, Span

ENDING = ".feature"
_HEAD = re.compile(r"[A-Z][A-Z0-9]*-[0-9]+(?![\w-]|\.\w)")
_LOCAL = re.compile(r"AC[-_ ]?[0-9]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """The id of a story that a file names, with the place of the tag or the title."""

    story: str
    span: Span


@dataclass(frozen=True, slots=True)
class Shown:
    """A scenario of a story, with its own half of the id of the criterion that it shows."""

    scenario: Scenario
    id: Name | None


@dataclass(slots=True)
class Features:
    """What the files name. `unread` are stories of which something could not be read."""

    shown: dict[str, list[Shown]] = field(default_factory=dict)
    named: list[Named] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)


def read_features(sources: Iterable[Source], settings: Settings) -> Features:
    """Read the files that name a story or a criterion; others are nobody's but the tests'."""
    found = Features()
    kinds = settings.kinds.by_prefix.items()
    prefixes = [prefix for prefix, kind in kinds if issubclass(kind, Story)]
    if prefixes:
        reader = _Reader(found, prefixes)
        for source in sources:
            reader.read(source)
    return found


def stories_in(source: Source, settings: Settings) -> set[str]:
    """The ids of stories that stand anywhere in a file."""
    ids = re.findall(r"(?<![^\W_])[A-Z][A-Z0-9]*-[0-9]+", source.text)
    return {id for id in ids if issubclass(settings.kinds.of_id(id) or object, Story)}


class _Reader:
    """Collects what files name."""

    def __init__(self, found: Features, prefixes: Iterable[str]) -> None:
        self._found = found
        words = "|".join(map(re.escape, prefixes))
        # Also ids with a slip in them, and local ones, of which it is told that they lead nowhere.
        self._mark = re.compile(
            rf"(?:@|:\s*)(?:(?:{words})[-_ ]?[0-9]|AC[-_ ]?[0-9])", re.IGNORECASE
        )
        self._story = re.compile(rf"(?:{words})-[0-9]{{1,9}}")
        self._almost = re.compile(
            rf"(?:{words})[-_ ]?[0-9]+(?:[._-]?AC[-_ ]?[0-9]+)?|AC[-_ ]?[0-9]+", re.IGNORECASE
        )

    def read(self, source: Source) -> None:
        if not self._mark.search(source.text):
            return
        feature, findings = read_feature(source)
        self._found.problems += findings
        if feature is None or findings:
            self._found.unread.update(self._story.findall(source.text))
        if feature is not None:
            self._feature(feature, source)

    def _feature(self, feature: Feature, source: Source) -> None:
        levels = dict.fromkeys([feature.level, *_levels(feature.scenarios)])
        for level in levels:
            for id in self._stories(level):
                self._found.named.append(Named(id.name, source.span(id.start, id.end)))
            for tag in level.tags:
                self._look_at(tag, source)
        for scenario in feature.scenarios:
            self._scenario(scenario)

    def _stories(self, level: Level) -> list[Name]:
        """The stories that a heading names: by tags, or at the beginning of its name."""
        tags = [tag for tag in level.tags if self._story.fullmatch(tag.name)]
        match = None if tags else _HEAD.match(level.title.name)
        if match and self._story.fullmatch(match[0]):
            start = level.title.start
            return [Name(match[0], start, start + match.end())]
        return tags

    def _scenario(self, scenario: Scenario) -> None:
        stories = next((s for level in scenario.levels if (s := self._stories(level))), [])
        for id in scenario.criteria:
            story, dot, local = id.name.rpartition(".")
            if dot:
                own = Name(local, id.end - len(local), id.end)
                if self._story.fullmatch(story):
                    span = scenario.source.span(id.start, id.start + len(story))
                    self._found.named.append(Named(story, span))
                    self._found.shown.setdefault(story, []).append(Shown(scenario, own))
            elif len(stories) == 1:
                self._found.shown.setdefault(stories[0].name, []).append(Shown(scenario, id))
            else:
                self._found.problems.append(_whose(scenario, id, stories))
        if not scenario.criteria and len(stories) == 1:
            self._found.shown.setdefault(stories[0].name, []).append(Shown(scenario, None))

    def _look_at(self, tag: Name, source: Source) -> None:
        """Tell of a tag that is almost an id."""
        meant = plain_id(tag.name)
        meant = re.sub(r"[-.]?AC-?([0-9]+)$", r".AC-\1", meant).lstrip(".")
        is_meant = _LOCAL.fullmatch(meant) or is_id(meant.partition(".")[0])
        if self._almost.fullmatch(tag.name) and is_meant and meant != tag.name:
            span = source.span(tag.start, tag.end)
            message = f"the tag `@{tag.name}` is almost an id, and names nothing"
            self._found.problems.append(Finding(span, message, f"write `@{meant}`", code="PM331"))


def _levels(scenarios: Iterable[Scenario]) -> Iterator[Level]:
    return (level for scenario in scenarios for level in scenario.levels)


def _whose(scenario: Scenario, id: Name, stories: list[Name]) -> Finding:
    span = scenario.source.span(id.start, id.end)
    if stories:
        names = " or to ".join(f"`{one.name}`" for one in stories)
        message = f"`{id.name}` may belong to {names}"
        return Finding(span, message, f"write `@{stories[0].name}.{id.name}`", code="PM331")
    message = f"nothing says to which story `{id.name}` belongs"
    hint = f"write `@US-12.{id.name}`, or the story's id as a tag above `Feature:`"
    return Finding(span, message, hint, code="PM331")
