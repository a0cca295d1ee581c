"""`pmdocs new`: a file with the next free id, which checks without an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmdocs.model.registry import builtin
from pmdocs.project.load import load
from pmdocs.project.project import Project
from pmdocs.rules.catalogue import check
from tests.conftest import MKDOCS_YML, Write
from tests.test_cli_check import program, run
from tests.test_history_branches import commit, git

STORY = "id: {}\ntitle: t\nas_a: a\ni_want: b\nso_that: c\n"
KINDS = list(builtin().by_name)


def errors(project: Project) -> list[str]:
    found = [d for d in check(project) if str(d.severity) == "error"]
    return [f"{d.span} {d.code} {d.finding.message}" for d in found]


@pytest.mark.verifies("US-21.AC-2")
@pytest.mark.parametrize("form", ["yaml", "markdown"])
def test_every_kind_gets_a_file_without_an_error(write: Write, form: str) -> None:
    root = write({})
    for kind in KINDS:
        done = run(root, "new", kind, f"A new {kind}: #1", "--as", form)
        assert (done.returncode, done.stderr) == (0, "")
    project = load(root)
    assert len(project.items) == len(KINDS)
    assert {item.title for item in project.items.values()} == {f"A new {k}: #1" for k in KINDS}
    assert errors(project) == []


def test_a_story_has_a_place_for_its_criteria(write: Write) -> None:
    root = write({})
    done = run(root, "new", "story", "Export the roadmap")
    assert done.stdout.splitlines() == [
        "wrote roadmap/stories/US-1-export-the-roadmap.yaml",
        "Now replace each TODO in it, then run `pmdocs check`.",
    ]
    path = root / "roadmap/stories/US-1-export-the-roadmap.yaml"
    assert path.read_text().splitlines() == [
        "id: US-1",
        "title: Export the roadmap",
        "status: draft",
        "as_a: TODO",
        "i_want: TODO",
        "so_that: TODO",
        "criteria:",
        "- id: AC-1",
        "  text: TODO",
    ]


def test_a_prd_is_a_page(write: Write) -> None:
    root = write({})
    assert run(root, "new", "prd", "Light patterns").returncode == 0
    text = (root / "content/prds/PRD-1-light-patterns.md").read_text()
    assert text.startswith("---\nid: PRD-1\ntitle: Light patterns\nstatus: draft\n---\n\n# Light")
    assert "\n## Requirements\n\n- **FR-1** TODO\n" in text
    assert list(load(root).parts) == ["PRD-1.FR-1"]


@pytest.mark.verifies("US-21.AC-1")
@pytest.mark.parametrize(
    ("files", "id"),
    [
        ({}, "US-1"),
        ({"roadmap/a.yaml": STORY.format("US-7")}, "US-8"),
        (
            {"roadmap/a.yaml": STORY.format("US-7") + "aliases: [US-12, US-old, 'US-1.AC-3']\n"},
            "US-13",
        ),
        ({"roadmap/a.yaml": "id: US-7\n"}, "US-8"),
        ({"roadmap/a.yaml": "id: US-7\ntitle: [\n"}, "US-8"),
        ({"roadmap/a.yaml": STORY.format("US-12a")}, "US-1"),
        ({"roadmap/a.yaml": STORY.format("us-12")}, "US-13"),
        ({"roadmap/a.yaml": STORY.format("RM-12")}, "US-1"),
        ({"content/US-9-page.md": "---\nas_a: x\n---\n# t\n"}, "US-10"),
        ({"roadmap/a.yaml": STORY.format("US-3"), "roadmap/b.yaml": STORY.format("US-3")}, "US-4"),
    ],
)
def test_the_id_is_the_next_free_one(write: Write, files: dict[str, str], id: str) -> None:
    done = run(write(files), "new", "story", "Next")
    assert done.stdout.partition("\n")[0].endswith(f"/{id}-next.yaml")


@pytest.mark.verifies("US-21.AC-3")
@pytest.mark.parametrize("deleted", [True, False])
def test_an_id_of_the_main_branch_is_not_used_again(write: Write, *, deleted: bool) -> None:
    root = write({"roadmap/a.yaml": STORY.format("US-7")})
    git(root, "init", "-q", "-b", "main")
    commit(root, {})
    git(root, "branch", "work")
    commit(root, {"roadmap/b.yaml": STORY.format("US-8")})
    git(root, "checkout", "-q", "work")
    if deleted:
        git(root, "merge", "-q", "main")
        commit(root, {"roadmap/b.yaml": None})
    assert "US-8" not in load(root).items
    done = program(root, "new", "story", "Export the roadmap")
    assert done.stdout.splitlines()[0] == "wrote roadmap/stories/US-9-export-the-roadmap.yaml"


def test_a_file_that_is_there_is_never_written_over(write: Write) -> None:
    # It is no file of the roadmap, and so its id is not known.
    root = write({"mkdocs.yml": MKDOCS_YML, "roadmap/stories/.keep": ""})
    path = root / "roadmap/stories/US-1-x.yaml"
    path.symlink_to(root / "nowhere")
    done = run(root, "new", "story", "x")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        f"pmdocs: `{path}` is there already",
        "  nothing was written",
    ]
    assert sorted(p.name for p in path.parent.iterdir()) == [".keep", "US-1-x.yaml"]


TITLES = [
    "null",
    "true",
    "2027",
    "- a",
    "a: b # c",
    "'quoted'",
    '"',
    "日本",
    "<b>&amp;</b>",
    "{{ x }}",
]
TITLES += ["@user", "%", "`code`", "a, b]", "~", "* x", "!tag", "back\\slash", "a\tb", "é" * 90]


@pytest.mark.parametrize("form", ["yaml", "markdown"])
def test_any_title_is_kept(write: Write, form: str) -> None:
    root = write({})
    for title in TITLES:
        assert run(root, "new", "idea", "--as", form, "--", title).returncode == 0
    project = load(root)
    assert {item.title for item in project.items.values()} == {" ".join(t.split()) for t in TITLES}
    assert errors(project) == []
    assert all(len(Path(item.path).name) < 80 for item in project.items.values())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["storry", "x"], ["there is no kind `storry`", "did you mean `story`?"]),
        (
            ["story", "  "],
            ["the title is empty", 'write it in quotes: `pmdocs new story "A title"`'],
        ),
    ],
)
def test_what_cannot_be_made_is_a_message(
    write: Write, arguments: list[str], words: list[str]
) -> None:
    done = run(write({}), "new", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [f"pmdocs: {words[0]}", f"  {words[1]}"]


OWN = """\
site_name: x
docs_dir: content
plugins:
  - pmdocs:
      roadmap_dir: plan
      kinds:
        user_test:
          prefix: UT
          fields:
            goal: {type: text, required: true}
            day: {type: date, required: true}
            cost: {type: money, required: true}
            work: {type: effort, required: true}
            sure: {type: percent, required: true}
            open: {type: flag, required: true}
            where: {words: [home, office], required: true}
            notes_by: {type: line, required: true, many: true}
            page: {type: url}
            size: {type: number, required: true}
            people: {type: whole number, required: true}
"""


@pytest.mark.parametrize("word", ["user_test", "user test", "User test", "ut", "user-test"])
def test_a_kind_of_the_settings_gets_a_file_too(write: Write, word: str) -> None:
    root = write({"mkdocs.yml": OWN.replace("            page: {type: url}\n", "")})
    done = run(root, "new", word, "First")
    assert done.stdout.splitlines()[0] == "wrote plan/user-tests/UT-1-first.yaml"
    project = load(root)
    assert list(project.items) == ["UT-1"]
    assert errors(project) == []
