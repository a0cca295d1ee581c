"""The settings say how much a rule matters, where, and what it is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.config import read_settings
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import builtin, check
from pmdocs.rules.judge import Judge
from pmdocs.rules.rule import Options, Rule, rule
from pmdocs.text import Source

HEAD = "site_name: x\nplugins:\n  - pmdocs:\n"
STORY = "- {id: US-1, title: t, as_a: a, i_want: it to be fast and faster, status: ready}\n"
IDEA = "- {id: IDEA-1, title: TODO}\n"


class LongTitle(Options):
    """How long a title may be."""

    most: int = 3
    """The most characters."""


@rule("PM998", "long-title", Severity.WARNING)
def long_title(story: Story, _: Project, options: LongTitle) -> Iterator[Finding]:
    """Find the titles that are too long."""
    if len(story.title) > options.most:
        yield Finding(story.at("title"), f"more than {options.most}")


@rule("PM997", "any-story", Severity.INFO, pedantic=True)
def any_story(story: Story, _: Project) -> Iterator[Finding]:
    """Find every story."""
    yield Finding(story.span, "a story")


def project(body: str, *sources: Source) -> Project:
    settings, findings = read_settings(Source("mkdocs.yml", HEAD + body))
    made = build(sources, settings)
    return replace(made, problems=(*findings, *made.problems))


def told(body: str, *rules: Rule, title: str = "long") -> list[str]:
    text = STORY.replace("title: t", f"title: {title}")
    made = project(body, Source("roadmap/old/a.yaml", text))
    judge = Judge(made, (*builtin(), *rules))
    found = [finding for one in rules if judge.is_on(one) for finding in one.run(made, judge)]
    judged = (judge.judged(finding) for finding in (*judge.problems, *made.problems, *found))
    return [
        f"{d.span} {d.severity} {d.code} {d.finding.message} | {d.finding.hint}"
        for d in judged
        if d
    ]


def severities(body: str, *sources: Source) -> dict[str, str]:
    return {d.code: str(d.severity) for d in check(project(body, *sources))}


@pytest.mark.verifies("US-101.AC-2")
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("      nav: true\n", ["roadmap/old/a.yaml:1:21 warning PM998 more than 3 | None"]),
        ("      rules: {PM998: {most: 4}}\n", []),
        (
            "      rules: {long-title: {most: 2, severity: error}}\n",
            ["roadmap/old/a.yaml:1:21 error PM998 more than 2 | None"],
        ),
        ("      overrides: [{paths: roadmap/old/, rules: {PM998: {most: 9}}}]\n", []),
        ("      overrides: [{paths: '*.yaml', kinds: story, rules: {PM998: off}}]\n", []),
        (
            "      overrides: [{kinds: idea, rules: {PM998: off}}]\n",
            ["roadmap/old/a.yaml:1:21 warning PM998 more than 3 | None"],
        ),
        (
            "      rules: {PM998: {most: 9}}\n      overrides: [{paths: 'roadmap/**', rules: {PM998: {most: 1}}}]\n",
            ["roadmap/old/a.yaml:1:21 warning PM998 more than 1 | None"],
        ),
        (
            "      rules: {PM998: off}\n      overrides: [{paths: roadmap/old/, rules: {PM998: info}}]\n",
            ["roadmap/old/a.yaml:1:21 info PM998 more than 3 | None"],
        ),
    ],
)
def test_options_and_severities_are_those_of_the_place(body: str, expected: list[str]) -> None:
    assert told(body, long_title) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "      rules: {PM998: {mots: 4}}\n",
            "mkdocs.yml:4:23 error PM110 there is no setting `mots` | did you mean `most`?",
        ),
        (
            "      rules: {PM301: {most: 4}}\n",
            "mkdocs.yml:4:23 error PM110 there is no setting `most` | `PM301` has no options: write `severity` alone",
        ),
        (
            "      overrides: [{kinds: [stroy], rules: {PM998: off}}]\n",
            "mkdocs.yml:4:28 error PM110 there is no kind `stroy` | did you mean `story`?",
        ),
        (
            "      overrides: [{kinds: story, rules: {PM999x: off}}]\n",
            "mkdocs.yml:4:42 error PM110 there is no rule `PM999x` | did you mean `PM998`?",
        ),
        (
            "      overrides: [{paths: ['!', x], rules: {PM998: off}}]\n",
            "mkdocs.yml:4:28 error PM110 `!` is no pattern of paths | write a path as in a `.gitignore`, such as `roadmap/archive/`",
        ),
        (
            "      rules: {PM998: {severity: of}}\n",
            "mkdocs.yml:4:33 error PM110 `of` is not one of the words for this setting | did you mean `off`? The words are `error`, `warning`, `info`, `off`",
        ),
    ],
)
@pytest.mark.verifies("US-101.AC-3")
def test_what_is_wrong_is_told_at_its_place(body: str, expected: str) -> None:
    assert expected in told(body, long_title)


def test_a_pedantic_rule_is_off_unless_somebody_asks() -> None:
    assert told("      nav: true\n", any_story) == []
    assert len(told("      rules: {any-story: info}\n", any_story)) == 1
    assert len(told("      preset: strict\n", any_story)) == 1


@pytest.mark.verifies("US-101.AC-1")
def test_presets_set_the_weight_of_all_rules() -> None:
    source = Source("roadmap/a.yaml", STORY + IDEA)
    assert severities("      preset: minimal\n", source) == {"PM301": "error"}
    usual = severities("      preset: recommended\n", source)
    assert usual == severities("      nav: true\n", source)
    assert {"PM301": "error", "PM401": "warning"}.items() <= usual.items()
    strict = severities("      preset: strict\n", source)
    assert strict["PM401"] == "error"
    assert set(usual) <= set(strict)
    assert (
        severities("      preset: minimal\n      rules: {PM401: info}\n", source)["PM401"] == "info"
    )


def test_a_finding_of_reading_follows_the_place_too() -> None:
    broken = Source(
        "roadmap/old/a.yaml", "- {id: US-1, title: t, as_a: a, i_want: b, colour: red}\n"
    )
    body = "      overrides: [{paths: roadmap/old/, rules: {PM104: info}}]\n"
    assert severities(body, broken)["PM104"] == "info"


@rule("PM996", "few-stories", Severity.WARNING)
def few_stories(project: Project, options: LongTitle) -> Iterator[Finding]:
    """Find that there are few stories."""
    if len(project.items) < options.most:
        yield Finding(Source("roadmap/old/a.yaml", "").start, f"fewer than {options.most}")


@pytest.mark.verifies("US-101.AC-3")
def test_options_of_a_rule_for_the_whole_product_do_not_differ_by_path() -> None:
    body = "      overrides: [{paths: roadmap/, rules: {few-stories: {severity: info, most: 9}}}]\n"
    assert told(body, few_stories) == [
        "mkdocs.yml:4:75 error PM110 `PM996` looks at the product as a whole, and not at some files or kinds | write its options below `rules`; only its severity can differ here",
        "roadmap/old/a.yaml:1:1 info PM996 fewer than 3 | None",
    ]


@pytest.mark.verifies("US-101.AC-3")
def test_a_wrong_override_does_not_stop_the_others() -> None:
    body = (
        "      overrides: [{paths: 'x', rules: {PM998: of}}, {kinds: story, rules: {PM998: off}}]\n"
    )
    found = told(body, long_title)
    assert len(found) == 1
    assert "`of` is not one of the words" in found[0]


def test_a_kind_counts_also_where_its_item_could_not_be_read() -> None:
    broken = Source("roadmap/a.yaml", "- {id: US-1, title: t, as_a: a, status: reddy}\n")
    body = "      overrides: [{kinds: story, rules: {PM101: info, PM103: info}}]\n"
    assert set(severities(body, broken).values()) == {"info"}


def test_settings_in_two_files_are_put_together_as_mkdocs_does() -> None:
    base = "plugins:\n  search: {}\n  pmdocs:\n    rules: {PM998: {most: 1}, PM401: info}\n    nav: 3\n"
    own = "INHERIT: base.yml\nplugins:\n  pmdocs:\n    preset: strict\n    rules: {PM401: warning, PM402: of}\n"
    settings, findings = read_settings(Source("mkdocs.yml", own), [Source("base.yml", base)])
    assert {str(finding.span) for finding in findings} == {"mkdocs.yml:5:36", "base.yml:5:10"}
    assert settings.plugin.preset == "strict"
    weights = {name: one.severity for name, one in settings.plugin.rules.items()}
    assert weights == {"PM998": None, "PM401": "warning"}
    listed = "plugins:\n  - search\n"
    settings, _ = read_settings(Source("mkdocs.yml", listed), [Source("base.yml", base)])
    assert settings.plugin.rules == {}
