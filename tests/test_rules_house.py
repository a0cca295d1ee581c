"""Rules that a team declares in its settings behave as those that come with pmdocs."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pmdocs.project.config import read_settings
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check, review
from pmdocs.text import Source
from tests.conftest import Write

ITEMS = """\
- {id: RM-1, title: Alpha, outcome: o, owner: Ann}
- {id: RM-2, title: Beta, outcome: o}
- {id: PRD-1, title: p, problem: p, status: approved, item: RM-1}
- {id: PRD-2, title: p, problem: p, status: draft, item: RM-2}
- {id: US-1, title: a, as_a: x, i_want: y, so_that: z, priority: must, points: 3, prd: PRD-1}
- {id: US-2, title: b, as_a: x, i_want: y, so_that: z, priority: must, prd: PRD-1}
- {id: US-3, title: c, as_a: x, i_want: y, so_that: z, priority: must, points: 3, prd: PRD-2}
- {id: US-4, title: d, as_a: x, i_want: y, so_that: z, priority: could}
"""


def settings_file(rules: str, more: str) -> Source:
    text = f"plugins:\n  - pmdocs:\n{more}      house_rules:\n"
    text += "".join(f"        {line}\n" for line in rules.strip().splitlines())
    return Source("mkdocs.yml", text)


def project(rules: str, items: str = ITEMS, more: str = "") -> Project:
    settings, findings = read_settings(settings_file(rules, more))
    made = build([Source("roadmap/a.yaml", items)], settings)
    return replace(made, problems=(*findings, *made.problems))


def told(rules: str, items: str = ITEMS, more: str = "") -> list[str]:
    found = check(project(rules, items, more))
    return [
        f"{d.span} {d.severity} {d.code} {d.finding.message} | {d.finding.hint} | {d.finding.label}"
        for d in found
        if not d.code.startswith("PM") or d.code in {"PM110", "PM901", "PM902"}
    ]


@pytest.mark.verifies("US-104.AC-1", "US-104.AC-4", "US-104.AC-6")
def test_a_rule_chooses_items_and_says_what_must_hold() -> None:
    rule = """
- code: ACME-1
  name: must-stories-have-points
  select: "kind:story priority:must"
  require: ["points:*", "prd.status:approved", "prd.item.owner:*"]
  message: "`{id}` ({title}, {status}) is a must {unknown_is_told_elsewhere}"
  hint: "add `points:` to {id}"
  severity: error
""".replace(" {unknown_is_told_elsewhere}", "")
    assert told(rule) == [
        "roadmap/a.yaml:6:8 error ACME-1 `US-2` (b, draft) is a must | add `points:` to US-2 | `points:*` does not hold",
        "roadmap/a.yaml:7:88 error ACME-1 `US-3` (c, draft) is a must | add `points:` to US-3 | `prd.status:approved` does not hold",
    ]


@pytest.mark.verifies("US-104.AC-1", "US-104.AC-2")
def test_a_rule_forbids_and_looks_back_along_links() -> None:
    rule = """
- {code: ACME-2, select: "kind:prd", forbid: "status:approved realised_by.(not points:*)", message: m}
- {code: ACME-3, select: "kind:prd", require: "all realised_by.points:*", message: m}
- {code: ACME-4, select: "kind:prd", require: ["realised_by.count>=2"], message: m}
"""
    assert told(rule) == [
        "roadmap/a.yaml:3:8 warning ACME-3 m | the rule asks for `all realised_by.points:*` | `all realised_by.points:*` does not hold",
        "roadmap/a.yaml:3:45 warning ACME-2 m | the rule forbids `status:approved realised_by.(not points:*)` | `status:approved realised_by.(not points:*)` holds",
        "roadmap/a.yaml:4:8 warning ACME-4 m | the rule asks for `realised_by.count>=2` | `realised_by.count>=2` does not hold",
    ]


@pytest.mark.verifies("US-104.AC-6")
@pytest.mark.parametrize(
    "message",
    ["{0}", "{id.__class__}", "{id!r}", "{id:>1000000000}", "%s %(id)s", "${id", "{ id }", "{{}}"],
)
def test_nothing_in_a_message_is_run(message: str) -> None:
    found = [
        d
        for d in check(project(f"- {{code: A-1, forbid: 'id:US-1', message: '{message}'}}"))
        if d.code == "A-1"
    ]
    assert [d.finding.message for d in found] == [message]


def test_what_an_item_holds_is_not_looked_at_twice_and_is_cut() -> None:
    items = f"- {{id: IDEA-1, title: '{{notes}} {'x' * 200}', notes: secret}}\n"
    [line] = told("- {code: A-1, forbid: 'id:IDEA-1', message: 'see {title}'}", items)
    assert "see {notes} xxx" in line
    assert "secret" not in line
    assert len(line) < 250


@pytest.mark.verifies("US-104.AC-3")
@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (
            "{code: A-1, require: 'kind:story pionts:*', message: m}",
            "pionts:* > no item has a field `pionts` | did you mean `points`?",
        ),
        (
            "{code: A-1, require: 'pdr.status:done', message: m}",
            "pdr.status:done > no item has a link `pdr` | did you mean `prd`?",
        ),
        (
            "{code: A-1, require: ['id:*', 'prd.status:donne'], message: m}",
            "donne > no item has the status `donne` | did you mean `done`?",
        ),
        (
            "{code: A-1, forbid: 'prd.item.onwer:*', message: m}",
            "onwer:* > nothing here has a field `onwer` | did you mean `owner`?",
        ),
        (
            "{code: A-1, select: 'kind:stroy', forbid: 'id:*', message: m}",
            "stroy > no item has the kind `stroy` | did you mean `story`?",
        ),
        (
            "{code: A-1, require: 'id:*', message: 'of {titel}'}",
            "{titel} > no item has a field `titel` | did you mean `title`?",
        ),
        (
            "{code: A-1, message: m}",
            "A-1 > `A-1` asks for nothing | add `require:` or `forbid:` with a query, such as `require: points:*`",
        ),
        (
            "{code: PM301, require: 'id:*', message: m}",
            "PM301 > `PM301` cannot be the code of a rule | codes with `PM` come with pmdocs: choose letters of your own, as in `ACME-1`",
        ),
        (
            "{code: acme, require: 'id:*', message: m}",
            "acme > `acme` cannot be the code of a rule | write capital letters of your own and a number, such as `ACME-1`",
        ),
        (
            "{code: A-1, name: story-without-criteria, require: 'id:*', message: m}",
            "story-without-criteria > there is a rule `story-without-criteria` already | choose another",
        ),
        (
            "{code: A-1, name: Big Rule, require: 'id:*', message: m}",
            "Big Rule > `Big Rule` cannot be the name of a rule | write small letters with hyphens, such as `story-without-points`",
        ),
        (
            "{code: A-1, requrie: 'id:*', message: m}",
            "requrie > there is no setting `requrie` | did you mean `require`?",
        ),
        (
            "{code: A-1, require: 'id:*'}",
            "code > `message` is missing | add `message:` with a short text",
        ),
        (
            "{code: A-1, require: 'id:*', message: m, severity: off}",
            "off > `off` is not one of the words for this setting | write `error`, `warning` or `info`",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(rule: str, expected: str) -> None:
    found = [d for d in check(project(f"- {rule}")) if d.code == "PM110"]
    source = settings_file(f"- {rule}", "")
    lines = [
        f"{source.text[source.offset(d.span.start) : source.offset(d.span.end)]} > "
        f"{d.finding.message} | {d.finding.hint}"
        for d in found
    ]
    assert lines == [expected]


@pytest.mark.verifies("US-104.AC-3")
def test_a_code_is_used_once_and_a_wrong_rule_does_not_stop_the_others() -> None:
    rules = """
- {code: A-1, forbid: "id:US-1", message: one}
- {code: A-1, forbid: "id:US-1", message: two}
- {code: A-2, forbid: "ide:US-1", message: three}
- {code: A-3, forbit: "id:US-1", message: four}
- {code: A-4, forbid: "id:US-2", message: five}
"""
    words = [line.split(" | ")[0].split(" ", 1)[1] for line in told(rules)]
    assert [w for w in words if "PM110" not in w] == ["warning A-1 one", "warning A-4 five"]
    assert len([w for w in words if "PM110" in w]) == 3


def test_what_could_not_be_read_is_no_reason_to_complain() -> None:
    rules = """
- {code: A-1, select: "kind:story", require: "prd.status:approved", message: m}
- {code: A-2, select: "kind:prd", require: "realised_by.count>=1", message: m}
"""
    items = """\
- {id: PRD-1, title: p, problem: p, item: RM-9, status: aproved}
- {id: PRD-2, title: p, problem: p}
- {id: US-1, title: a, as_a: x, i_want: y, prd: PRD-1}
- {id: US-2, title: a, as_a: x, i_want: y, prd: PRD-9}
- {id: US-3, title: [, as_a: x
"""
    assert told(rules, items) == []
    assert told(
        rules, items.replace("aproved", "draft").replace("- {id: US-3, title: [, as_a: x\n", "")
    ) == [
        "roadmap/a.yaml:2:8 warning A-2 m | the rule asks for `realised_by.count>=1` | `realised_by.count>=1` does not hold",
        "roadmap/a.yaml:3:49 warning A-1 m | the rule asks for `prd.status:approved` | `prd.status:approved` does not hold",
    ]


ONE = '- {code: ACME-1, name: no-us-1, forbid: "id:US-1", message: "not {id}"}'


@pytest.mark.verifies("US-104.AC-5")
@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ("      rules: {ACME-1: error}\n", ["error"]),
        ("      rules: {no-us-1: off}\n", []),
        ("      preset: strict\n", ["error"]),
        ("      preset: minimal\n", []),
        ("      overrides: [{paths: roadmap/, kinds: story, rules: {acme-1: info}}]\n", ["info"]),
    ],
)
def test_settings_of_rules_are_about_them_too(more: str, severity: list[str]) -> None:
    assert [line.split(" ")[1] for line in told(ONE, more=more)] == severity


@pytest.mark.verifies("US-104.AC-5")
def test_a_comment_ignores_them_too() -> None:
    comment = "  # pmdocs: ignore[no-us-1]"
    items = ITEMS.replace("prd: PRD-1}\n- {id: US-2", f"prd: PRD-1}}{comment}\n- {{id: US-2")
    assert told(ONE, items) == []
    assert review(project(ONE, items)).ignored == 1


@pytest.mark.verifies("US-104.AC-5")
def test_the_command_line_treats_them_as_any_rule(write: Write) -> None:
    settings = f"docs_dir: content\nplugins:\n  - pmdocs:\n      house_rules:\n        {ONE}\n"
    root = write({"mkdocs.yml": settings, "roadmap/a.yaml": ITEMS})
    told = json.loads(run(root, "check", "--format", "json", "--select", "ACME").stdout)
    assert [(one["code"], one["name"], one["item"]) for one in told] == [
        ("ACME-1", "no-us-1", "US-1")
    ]
    for style in (
        "github",
        "sarif",
        "gitlab",
        "rdjson",
        "junit",
        "checkstyle",
        "concise",
        "frames",
    ):
        assert "ACME-1" in run(root, "check", "--format", style).stdout
    page = run(root, "explain", "no-us-1").stdout
    assert page.startswith("ACME-1 no-us-1 (warning)\n\nNot …\n")
    assert "    id:US-1" in page
    assert "ACME-1  warning  no-us-1" in run(root, "explain", "--topic", "house").stdout
    assert run(root, "check", "--ignore", "ACMA-1").returncode == 2
    run(root, "check", "--write-baseline")
    assert "ACME-1" not in run(root, "check").stdout
    assert run(root, "list", "kind:prd realised_by.count>=2").stdout.split()[0] == "PRD-1"


@pytest.mark.verifies("US-104.AC-5")
def test_the_health_page_shows_them(write: Write) -> None:
    settings = f"site_name: x\ndocs_dir: content\nplugins:\n  - pmdocs:\n      house_rules:\n        {ONE}\n"
    root = write({"mkdocs.yml": settings, "roadmap/a.yaml": ITEMS})
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    page = (root / "site/health/index.html").read_text("utf-8")
    assert "not US-1" in page
    assert "ACME-1" in page


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pmdocs", *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
