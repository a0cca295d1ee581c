"""Settings: each one, and what is said at its line when it is wrong."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pmdocs.project.config import Settings, read_settings
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source

HEAD = "site_name: x\nplugins:\n  - search\n  - pmdocs:\n"
FOLDER = "write a path below the folder of mkdocs.yml, with `/` between names"


def settings(text: str) -> Settings:
    found, findings = read_settings(Source("mkdocs.yml", text))
    assert findings == []
    return found


def wrong(body: str, plan: str = "", head: str = HEAD) -> list[str]:
    """What is said about settings and items, as `line:columns CODE message | hint`."""
    source = Source("mkdocs.yml", head + body)
    read, findings = read_settings(source)
    project = build([Source("roadmap/a.yaml", plan)], read)
    sources = {"mkdocs.yml": source, **project.sources}
    project = replace(project, sources=sources, problems=(*findings, *project.problems))
    return [
        f"{'' if d.span.path == 'mkdocs.yml' else d.span.path + ':'}{d.span.start.line}:"
        f"{d.span.start.column}-{d.span.end.column} {d.code} {d.finding.message}"
        + (f" | {d.finding.hint}" if d.finding.hint else "")
        for d in check(project)
    ]


@pytest.mark.parametrize(
    "plugins",
    ["[search, pmdocs]", "{search: {}, pmdocs: {}}", "{pmdocs: }", "[pmdocs: {}]", "[]", "pmdocs"],
)
def test_without_settings_everything_is_as_usual(plugins: str) -> None:
    found = settings(f"plugins: {plugins}\n")
    assert found.plugin == Settings().plugin
    assert (found.docs_dir, found.plugin.roadmap_dir, found.plugin.fail_on) == (
        "docs",
        "roadmap",
        "error",
    )


@pytest.mark.parametrize("listed", [True, False])
def test_every_setting_is_read(*, listed: bool) -> None:
    dash, indent = ("- ", "    ") if listed else ("", "  ")
    lines = [
        "roadmap_dir: plan/yaml",
        "fail_on: warning",
        "nav: false",
        "rules: {PM301: warning, missing-field: 'off'}",
        "definition_of_done: [it is tested]",
        "audience: public",
        "internal_fields: [notes, effort_days]",
        "statuses: {story: {doing: in progress}}",
        "wip_limits: {story: {doing: 3, in review: 2}}",
        "fields: {story: {effort_days: number}}",
        "kinds: {experiment: {prefix: EXP}}",
    ]
    body = "".join(f"  {indent}{line}\n" for line in lines)
    found = settings(
        "docs_dir: content\nsite_name: Shop\nrepo_url: https://example.org/a\nedit_uri: edit/main\n"
        f"plugins:\n  {dash}pmdocs:\n{body}"
    )
    plugin = found.plugin
    assert (plugin.roadmap_dir, plugin.fail_on, plugin.nav) == ("plan/yaml", "warning", False)
    assert {k: r.severity for k, r in plugin.rules.items()} == {
        "PM301": "warning",
        "missing-field": "off",
    }
    assert plugin.definition_of_done == ("it is tested",)
    assert found.limits_of(found.kinds.by_name["story"]) == {"in progress": 3, "in review": 2}
    assert found.limits_of(found.kinds.by_name["item"]) == {}
    assert (plugin.audience, plugin.internal_fields) == ("public", ("notes", "effort_days"))
    assert found.kinds.by_prefix["EXP"].kind == "experiment"
    assert (found.docs_dir, found.site_name) == ("content", "Shop")
    assert (found.repo_url, found.edit_uri) == ("https://example.org/a", "edit/main")


WRONG = {
    "roadmp_dir: x": "5:7-17 PM110 there is no setting `roadmp_dir` | did you mean `roadmap_dir`?",
    "colour: red": (
        "5:7-13 PM110 there is no setting `colour` | the settings are `roadmap_dir`, `fail_on`, "
        "`nav`, `preset`, `rules`, `overrides`, `house_rules`, `python_rules`, `kinds`, `fields`, `statuses`, `transitions`, `wip_limits`, `definition_of_done`, "
        "`audience`, `internal_fields`, `features`, `tests`, `evidence`"
    ),
    "audience: everybody": (
        "5:17-26 PM110 `everybody` is not one of the words for this setting | "
        "write `internal` or `public`"
    ),
    "internal_fields: [notes, ownr]": (
        "5:32-36 PM110 no kind has a field `ownr` | did you mean `owner`?"
    ),
    "internal_fields: [date]": (
        "5:25-29 PM110 `date` cannot be left out, because every release needs it | "
        "keep the whole item inside, with `audience: internal`"
    ),
    "fail_on: eror": (
        "5:16-20 PM110 `eror` is not one of the words for this setting | did you mean `error`? "
        "The words are `error`, `warning`, `never`"
    ),
    "nav: maybe": "5:12-17 PM110 expected `true` or `false`, not `maybe`",
    "roadmap_dir: [a]": (
        "5:20-23 PM110 expected text here, not a list | write one text, without brackets or `- `"
    ),
    "roadmap_dir: ''": (
        "5:20-22 PM110 this text is empty | write something, or remove the setting"
    ),
    "rules: 3": (
        "5:14-15 PM110 expected named values here, not `3` | write `key: value` lines, indented"
    ),
    "rules: {PM301: of}": (
        "5:22-24 PM110 `of` is not one of the words for this setting | did you mean `off`? "
        "The words are `error`, `warning`, `info`, `off`"
    ),
    "rules: {PM301x: off}": "5:15-21 PM110 there is no rule `PM301x` | did you mean `PM301`?",
    "rules: {story-without-critera: off}": (
        "5:15-36 PM110 there is no rule `story-without-critera` | "
        "did you mean `story-without-criteria`?"
    ),
    "kinds: [a]": (
        "5:14-17 PM110 expected named values here, not a list | write `key: value` lines, indented"
    ),
    "definition_of_done: a": (
        "5:27-28 PM110 expected a list here, not `a` | "
        "write `definition_of_done: [a]`, or lines that begin with `- `"
    ),
    "statuses: {storry: {a: done}}": (
        "5:18-24 PM110 there is no kind `storry` | did you mean `story`?"
    ),
    "statuses: {story: {a: doen}}": (
        "5:29-33 PM110 `doen` is not a status of a story | did you mean `done`?"
    ),
    "wip_limits: {stories: {in progress: 3}}": (
        "5:20-27 PM110 there is no kind `stories` | did you mean `story`?"
    ),
    "wip_limits: {story: {in progres: 3}}": (
        "5:28-38 PM110 `in progres` is not a status of a story | did you mean `in progress`?"
    ),
    "wip_limits: {story: {in progress: 0}}": (
        "5:41-42 PM110 `0` is out of range | write at least 1"
    ),
    "wip_limits: {story: {in progress: few}}": (
        "5:41-44 PM110 expected a number, not `few` | write digits alone"
    ),
    "fields: {storry: {a: line}}": (
        "5:16-22 PM110 there is no kind `storry` | did you mean `story`?"
    ),
}


@pytest.mark.verifies("US-24.AC-1", "US-24.AC-2", "US-24.AC-3", "US-87.AC-2")
@pytest.mark.parametrize("setting", WRONG)
def test_a_wrong_setting_is_told_at_its_line(setting: str) -> None:
    assert wrong(f"      {setting}\n") == [WRONG[setting]]


@pytest.mark.parametrize(
    "path", ["../x", "a/../../b", "/etc", r"C:\x", r"a\b", "a/%2e%2e/b", "~/x", '"a\\0b"']
)
def test_folders_stay_inside_the_project(path: str) -> None:
    shown = "a\0b" if "0" in path else path
    message = f"PM110 `{shown}` is not a folder inside this project | {FOLDER}"
    assert wrong(f"      roadmap_dir: {path}\n") == [f"5:20-{20 + len(path)} {message}"]
    head = f"site_name: x\ndocs_dir: {path}\n"
    assert wrong("plugins: [pmdocs]\n", head=head) == [f"2:11-{11 + len(path)} {message}"]


@pytest.mark.parametrize("value", ["3", "[a]", "!ENV PMDOCS"])
def test_settings_are_named_values(value: str) -> None:
    (found,) = wrong("", head=f"plugins:\n  - pmdocs: {value}\n")
    assert found.endswith("PM110 expected settings here, as `name: value` lines")


def test_one_wrong_setting_does_not_switch_off_the_others() -> None:
    body = "      colour: red\n      rules: {PM103: of, PM104: warning, PM101: info}\n"
    found, findings = read_settings(Source("mkdocs.yml", f"{HEAD}{body}      fail_on: never\n"))
    assert sorted(f.span.start.line for f in findings) == [5, 6]
    kept = {word: rule.severity for word, rule in found.plugin.rules.items()}
    assert kept == {"PM104": "warning", "PM101": "info"}
    assert found.plugin.fail_on == "never"


def test_rules_get_the_severity_that_was_chosen() -> None:
    body = "      rules: {PM104: warning, missing-field: 'off', unknown-word: info}\n"
    source = Source("mkdocs.yml", HEAD + body)
    read, _ = read_settings(source)
    project = build([Source("a.yaml", "id: US-1\nstatus: redy\ncolour: red\n")], read)
    assert [(d.code, str(d.severity)) for d in check(project)] == [
        ("PM103", "info"),
        ("PM104", "warning"),
    ]


HOSTILE = """\
INHERIT: ../base.yml
site_name: !ENV [NAME, Shop]
docs_dir: content
hooks: [hook.py]
markdown_extensions:
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          format: !!python/name:evil.run
  - pymdownx.emoji: {emoji_index: !!python/object/apply:evil.run [1]}
plugins:
  - pmdocs: {roadmap_dir: plan}
"""


def test_what_else_mkdocs_yml_names_does_nothing(tmp_path: Path) -> None:
    (tmp_path / "evil.py").write_text("raise SystemExit('it was imported')\n")
    (tmp_path / "mkdocs.yml").write_text(HOSTILE)
    program = (
        "import sys; from pathlib import Path; from pmdocs.text import Source;"
        "from pmdocs.project.config import read_settings;"
        "s, f = read_settings(Source('mkdocs.yml', Path('mkdocs.yml').read_text()));"
        "print(s.plugin.roadmap_dir, s.docs_dir, f, 'evil' in sys.modules)"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("plan content [] False\n", "")


def test_mkdocs_yml_that_is_not_yaml_is_a_finding() -> None:
    found, (finding,) = read_settings(Source("mkdocs.yml", "site_name: x\nplugins: [\n"))
    assert found.plugin == Settings().plugin
    assert (finding.code, str(finding.span)) == ("PM001", "mkdocs.yml:2:10")


SHAPES = ["", "- a\n", "hello\n", "plugins: 3\n", "docs_dir: [a]\n", "a: 1\na: 2\n", "a: &a [*a]\n"]


@pytest.mark.parametrize("text", SHAPES)
def test_what_mkdocs_makes_of_mkdocs_yml_is_not_ours_to_judge(text: str) -> None:
    assert settings(text).docs_dir == "docs"
