"""One mistake is told once: nothing is said about its neighbours."""

from __future__ import annotations

import pytest

from pmdocs.project.load import load
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source
from tests.conftest import Write

PRODUCT = {
    "roadmap/objectives.yaml": """\
- id: OBJ-1
  title: Customers trust our plans
  period: 2099
  key_results:
    - {id: KR-1, text: visits, baseline: 0, target: 9, metric: MET-1}
""",
    "roadmap/metrics.yaml": """\
- id: MET-1
  title: Visits
  unit: visits
""",
    "roadmap/items.yaml": """\
- id: RM-1
  title: Sharing
  outcome: customers see our plans
  objectives: [OBJ-1.KR-1]
  start: 2099-01
  end: 2099-06
- id: RM-2
  title: Comments
  outcome: customers answer
  objectives: OBJ-1
  depends_on: [RM-1]
  start: 2099-07
  end: 2099-09
""",
    "content/PRD-1.md": """\
---
title: Share a roadmap
status: approved
item: RM-1
---

## Problem

Customers ask for our plans, see [[RM-1]].

## Goals

- nobody has to ask

## Requirements

- **FR-1** a link that opens without an account

## Out of scope

- comments, which are RM-2
""",
    "roadmap/stories.yaml": """\
- id: US-1
  title: Share
  status: ready
  as_a: PER-1
  i_want: a link
  so_that: others see it
  prd: PRD-1.FR-1
  criteria:
    - {id: AC-1, text: the link opens without an account}
- id: US-2
  title: Copy the link
  status: draft
  as_a: PER-1
  i_want: a button
  so_that: I need no mouse
  prd: PRD-1
  depends_on: US-1
""",
    "roadmap/personas.yaml": """\
- id: PER-1
  title: Maria
  role: product manager
  goals: [agree]
  pains: [mails]
""",
}


def told(files: dict[str, str]) -> list[str]:
    found = check(build([Source(path, text) for path, text in files.items()]))
    return [f"{d.span} {d.code} {d.finding.message}" for d in found]


def test_the_product_is_good() -> None:
    assert told(PRODUCT) == []


@pytest.mark.parametrize("path", [path for path in PRODUCT if path.endswith(".yaml")])
@pytest.mark.parametrize("broken", ["- [\n", "%\n", "- a: b: c\n"])
def test_a_file_that_is_no_yaml_is_told_once(path: str, broken: str) -> None:
    found = told({**PRODUCT, path: PRODUCT[path] + broken})
    assert [line.split()[1] for line in found] == ["PM001"], found


def test_a_page_whose_front_matter_is_broken_is_told_once() -> None:
    page = PRODUCT["content/PRD-1.md"].replace("item: RM-1", "item: [")
    found = told({**PRODUCT, "content/PRD-1.md": page})
    assert [line.split()[1] for line in found] == ["PM001"], found


FIELDS = {
    path: [line for line in text.splitlines() if ": " in line and "- id" not in line]
    for path, text in PRODUCT.items()
    if path.endswith(".yaml")
}


@pytest.mark.parametrize(
    ("path", "line"), [(path, line) for path, found in FIELDS.items() for line in found]
)
def test_a_field_with_another_name_is_told_once(path: str, line: str) -> None:
    name = line.partition(":")[0].strip(" -{")
    text = PRODUCT[path].replace(line, line.replace(f"{name}:", "nonsense:", 1), 1)
    found = [row.split()[1] for row in told({**PRODUCT, path: text})]
    # A field that is needed is then missing, too, which is a second thing to do.
    assert found in (["PM104"], ["PM101", "PM104"], ["PM104", "PM101"]), found


@pytest.mark.parametrize(
    ("path", "line"), [(path, line) for path, found in FIELDS.items() for line in found]
)
def test_a_field_of_the_wrong_sort_is_told_once(path: str, line: str) -> None:
    indent = line[: len(line) - len(line.lstrip())]
    name = line.partition(":")[0].strip()
    text = PRODUCT[path].replace(line, f"{indent}{name}: {{a: {{b: [c]}}}}", 1)
    found = [row.split()[1] for row in told({**PRODUCT, path: text})]
    if not line.strip().startswith("- {"):
        assert len(found) == 1, found


@pytest.mark.parametrize("path", [path for path in PRODUCT if path.endswith(".yaml")])
def test_an_id_that_is_none_is_told_once(path: str) -> None:
    first = PRODUCT[path].splitlines()[0]
    for wrong in (first.lower().replace("id", "id", 1), first.replace("-1", "_1")):
        found = told({**PRODUCT, path: PRODUCT[path].replace(first, wrong, 1)})
        assert [line.split()[1] for line in found] == ["PM106"], found


def test_an_item_of_an_unknown_kind_is_told_once() -> None:
    items = PRODUCT["roadmap/items.yaml"].replace("id: RM-1", "id: RMI-1")
    stories = PRODUCT["content/PRD-1.md"].replace("RM-1", "RMI-1")
    items = items.replace("depends_on: [RM-1]", "depends_on: [RMI-1]")
    found = told({**PRODUCT, "roadmap/items.yaml": items, "content/PRD-1.md": stories})
    assert [line.split()[1] for line in found] == ["PM107"], found


def test_a_second_item_with_an_id_keeps_its_parts_and_links() -> None:
    text = """\
- id: US-1
  title: Again
  as_a: PER-1
  i_want: a link
  so_that: others see it
  prd: PRD-1
  criteria: [{id: AC-7, text: a}]
"""
    other = "# Notes\n\nSee US-1.AC-7.\n"
    found = told({**PRODUCT, "roadmap/z.yaml": text, "content/notes.md": other})
    assert [line.split()[1] for line in found] == ["PM202"], found


def test_two_documents_in_a_file_are_told_once() -> None:
    text = PRODUCT["roadmap/items.yaml"].replace("- id: RM-2", "---\n- id: RM-2")
    found = told({**PRODUCT, "roadmap/items.yaml": text})
    assert [line.split()[1] for line in found] == ["PM008"], found


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("status: ready", "status: *x", "PM006"),
        ("status: ready", "points: !x", "PM007"),
        ("title: Share", "title: !!python/object/apply:os.system [x]", "PM007"),
        ("prd: PRD-1.FR-1", "prd: *x", "PM006"),
        ("prd: PRD-1.FR-1", "? [a]\n  : PRD-1", "PM010"),
        ("prd: PRD-1.FR-1", "prd: PRD-1\n  prd: PRD-9", "PM009"),
        ("so_that: others see it", "so_that: &x others see it", "PM006"),
        ("criteria:\n    - {id: AC-1", "1:\n    - {id: AC-1", "PM010"),
        ("    - {id: AC-1, text: the link opens without an account}", "    - *x", "PM006"),
        ("status: ready", f"points: {'9' * 200}", "PM005"),
        ("- id: US-1", "- *x\n- id: US-1", "PM006"),
        ("id: US-1", "id: *x", "PM006"),
    ],
)
def test_what_yaml_has_and_we_have_not_is_told_once(right: str, wrong: str, code: str) -> None:
    text = PRODUCT["roadmap/stories.yaml"].replace("\n  depends_on: US-1", "")
    assert right in text
    found = told({**PRODUCT, "roadmap/stories.yaml": text.replace(right, wrong, 1)})
    assert [line.split()[1] for line in found] == [code], found


@pytest.mark.parametrize("scenario", ["Given a\n  Zen b", "Given a\n  | x | y |\n  | z |"])
def test_a_scenario_that_is_no_gherkin_is_told_once(scenario: str) -> None:
    page = "---\nstatus: ready\nas_a: PER-1\ni_want: a\nso_that: b\nprd: PRD-1\n---\n# A\n\n"
    page += f"## Acceptance criteria\n\nScenario: AC-1 a\n  {scenario}\n"
    found = told({**PRODUCT, "content/US-9.md": page})
    assert [line.split()[1] for line in found] == ["PM014"], found
    block = scenario.replace("\n", "\n      ")
    text = PRODUCT["roadmap/stories.yaml"].replace(
        "{id: AC-1, text: the link opens without an account}",
        f"id: AC-1\n      scenario: |\n        {block}",
    )
    found = told({**PRODUCT, "roadmap/stories.yaml": text})
    assert "PM014" in {line.split()[1] for line in found}, found
    assert len(found) == 1, found


@pytest.mark.parametrize("path", list(PRODUCT))
@pytest.mark.parametrize(("code", "more"), [("PM003", b"# caf\xe9"), ("PM004", b"#" * 1_000_001)])
def test_a_file_that_cannot_be_read_is_told_once(
    write: Write, path: str, code: str, more: bytes
) -> None:
    root = write(PRODUCT)
    (root / path).write_bytes(PRODUCT[path].encode() + more)
    found = check(load(root))
    assert [d.code for d in found] == [code], [d.finding.message for d in found]


def test_the_name_of_a_page_that_is_gone_says_which_item_it_was(write: Write) -> None:
    root = write(PRODUCT)
    page = root / "content/PRD-1.md"
    page.unlink()
    page.symlink_to("gone")
    assert [d.code for d in check(load(root))] == ["PM002"]


def test_settings_that_cannot_be_read_are_told_once(write: Write) -> None:
    root = write({**PRODUCT, "mkdocs.yml": "docs_dir: content\nsite_name: a: b\n"})
    assert [d.code for d in check(load(root))] == ["PM001"]


@pytest.mark.parametrize(
    ("path", "right", "wrong", "code"),
    [
        ("content/PRD-1.md", "a link that opens", "an easy link that opens", "PM410"),
        ("content/PRD-1.md", "[[RM-1]]", "rm-1", "PM415"),
        ("content/PRD-1.md", "[[RM-1]]", "![](a.png)", "PM414"),
        ("content/PRD-1.md", "[[RM-1]]", "[here](a.md)", "PM416"),
        ("content/PRD-1.md", "## Goals", "#### Goals", "PM417"),
        ("content/PRD-1.md", "title: Share a roadmap", "title: Share a roadmap.", "PM419"),
        ("content/PRD-1.md", "item: RM-1", "item: RM-1\napprovals: [{role: cook}]", "PM321"),
        ("content/PRD-1.md", "item: RM-1", "item: RM-1\nsuccess_metrics: [joy]", "PM413"),
        (
            "content/PRD-1.md",
            "- **FR-1** a",
            "- **FR-2** It shall a and it shall b\n- **FR-1** a",
            "PM408",
        ),
        ("roadmap/stories.yaml", "so_that: others see it", "so_that: I have a link", "PM317"),
        ("roadmap/stories.yaml", "title: Copy the link", "title: Share", "PM420"),
        ("roadmap/stories.yaml", "status: ready", "status: ready\n  points: 99", "PM314"),
        ("roadmap/stories.yaml", "text: the link opens", "text: the link quickly opens", "PM304"),
    ],
)
def test_a_weakness_of_words_is_told_once(path: str, right: str, wrong: str, code: str) -> None:
    assert right in PRODUCT[path]
    found = told({**PRODUCT, path: PRODUCT[path].replace(right, wrong, 1)})
    assert [line.split()[1] for line in found] == [code], found
