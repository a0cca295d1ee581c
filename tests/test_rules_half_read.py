"""A rule judges nothing that it could not read, and a mistake elsewhere does not silence it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import builtin
from pmdocs.rules.judge import Judge
from pmdocs.rules.rule import Rule
from pmdocs.source.node import Mapping
from pmdocs.text import Source

TODAY = dt.date(2026, 6, 1)
NONSENSE = "{a: {b: [c]}}"
TOPICS = ("planning", "governance", "goals")
# Without these an item is none of which anything could be said.
NEEDED = {"id", "kind"}


def judged(rule: Rule) -> bool:
    """Whether a rule looks at items one by one, and says at which fields."""
    return bool(
        rule.topic in TOPICS
        and rule.reads is not None
        and rule.subject
        and issubclass(rule.subject, Item)
    )


RULES = [rule for rule in builtin() if judged(rule)]


def loaded(sources: list[Source]) -> Project:
    return build(sources, today=TODAY)


def said(rule: Rule, project: Project) -> list[str]:
    on = replace(rule, pedantic=False)
    return [finding.item or "" for finding in on.run(project, Judge(project, (on,)))]


def broken(rule: Rule) -> Iterator[tuple[str, str, list[Source]]]:
    """Each bad example with one field of an item that the rule speaks of spoiled."""
    sources = [Source(e.path, e.text) for e in rule.examples("Bad") if e.language == "yaml"]
    project = loaded(sources)
    for id in set(said(rule, project)):
        node = project.items[id].node
        assert isinstance(node, Mapping)
        for key, value in node.entries.items():
            text = value.source.text
            spoiled = f"{text[: value.start].rstrip()} {NONSENSE}{text[value.end :]}"
            if key not in NEEDED:
                yield id, key, [Source(s.path, spoiled) if s.text == text else s for s in sources]


@pytest.mark.verifies("US-107.AC-6")
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_field_that_cannot_be_read_is_not_judged(rule: Rule) -> None:
    assert rule.reads is not None
    for id, key, sources in broken(rule):
        project = loaded(sources)
        assert all(problem.code.startswith("PM1") for problem in project.problems), key
        judged = id in said(rule, project)
        readable = id in project.items
        assert judged == (readable and key not in rule.reads), (id, key)
