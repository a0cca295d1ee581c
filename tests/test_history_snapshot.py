"""Projects as they were in a commit, beside the same files in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmdocs.diagnostics import Finding
from pmdocs.history.git import Git
from pmdocs.history.snapshot import project_at
from pmdocs.project.alike import build_like
from pmdocs.project.load import load
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.source.place import LARGEST_FILE
from pmdocs.text import Source
from tests.test_history_branches import commit, git

CONFIG = "site_name: x\ndocs_dir: content\nplugins:\n  - pmdocs\n"
VISION = "- {id: VIS-1, title: a, target_customer: b, need: c, key_benefit: d}\n"
ITEM = "- {id: RM-1, title: a, outcome: b}\n"
PAGE = "---\nid: PRD-1\ntitle: a\nitem: RM-1\n---\n\n## Problem\n\nSee [[RM-1]].\n"


def product(folder: Path, files: dict[str, str | None] | None = None) -> Path:
    """A repository with a small product."""
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    usual = {"mkdocs.yml": CONFIG, "roadmap/a.yaml": ITEM, "content/p.md": PAGE}
    commit(folder, {**usual, **(files or {})})
    return folder


def told(project: Project) -> object:
    """All that is known about a project, to compare."""
    return (
        {path: source.text for path, source in project.sources.items()},
        [
            (id, repr(item), item.path, item.page, item.partial)
            for id, item in project.items.items()
        ],
        [*project.unread],
        [item.id for item in project.again],
        project.mentions,
        [*project.pages],
        [*project.blocks],
        project.refused,
        [source.path for source in project.garbled],
        [str(d) for d in check(project)],
    )


def both(root: Path) -> tuple[Project, Project]:
    return load(root), project_at(Git.of(root), "HEAD")


def only(found: tuple[Finding, ...]) -> Finding:
    assert len(found) == 1, found
    return found[0]


@pytest.mark.verifies("US-88.AC-5")
def test_a_commit_is_read_as_its_checkout_would_be(tmp_path: Path) -> None:
    root = product(
        tmp_path / "a",
        {
            "content/.hidden/x.md": PAGE,
            "content/bad.md": "---\nid: PRD-2\n bad: [\n---\n",
            "content/in the wrong folder.yaml": "- {id: RM-7, title: a, outcome: b}\n",
            "roadmap/broken.yaml": "- id: RM-3\n  title: [\n",
            "roadmap/control.yaml": "- id: RM-4\n  title: \x01\n",
            "roadmap/sub/later.yml": "- {id: RM-5, title: a, outcome: b, depends_on: RM-99}\n",
            "roadmap/large.yaml": f"- id: RM-6\n# {'x' * LARGEST_FILE}\n",
            "roadmap/picture.png": "x",
            "mkdocs.yml": "INHERIT: more/base.yml\n"
            + CONFIG.replace("- pmdocs", "- pmdocs: {nav: false}"),
            "more/base.yml": "site_name: base\nrepo_url: https://example.org/x\n",
        },
    )
    here, there = both(root)
    assert told(here) == told(there)
    assert there.settings.repo_url == "https://example.org/x"


def test_links_are_followed_in_the_commit_and_never_out_of_the_project(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("---\nid: PRD-9\ntitle: secret\nproblem: x\n---\n")
    root = product(tmp_path / "a", {"shared/b.yaml": "- {id: RM-2, title: a, outcome: b}\n"})
    links = {
        "roadmap/linked.yaml": "../shared/b.yaml",
        "roadmap/out.yaml": "../../outside/secret.md",
        "roadmap/absolute.yaml": str(root / "shared/b.yaml"),
        "roadmap/nothing.yaml": "nowhere.yaml",
        "roadmap/circle.yaml": "circle.yaml",
        "roadmap/up": "..",
        "content/git": "../.git",
        "content/whole": "../shared",
        "content/again.md": "p.md",
    }
    for name, target in links.items():
        (root / name).symlink_to(target)
    commit(root, {})
    here, there = both(root)
    assert "RM-2" in there.items
    assert "PRD-9" not in there.items
    # A commit has no place on a disk, so that every absolute path leads out of it;
    # and what git itself keeps in `.git` is in no commit.
    apart = {"roadmap/absolute.yaml", "content/git"}
    assert here.refused | apart == there.refused | apart
    mine = [d for d in check(here) if d.span.path not in apart]
    assert mine == [d for d in check(there) if d.span.path not in apart]
    assert {"roadmap/out.yaml", "roadmap/absolute.yaml", "content/git"} <= there.refused


def test_a_folder_that_is_a_link_is_followed(tmp_path: Path) -> None:
    root = product(tmp_path / "a", {"real/r.yaml": VISION})
    (root / "roadmap/deep").symlink_to("../real")
    commit(root, {})
    here, there = both(root)
    assert told(here) == told(there)
    assert "VIS-1" in there.items


@pytest.mark.verifies("US-92.AC-2")
def test_what_did_not_change_is_the_same_object(tmp_path: Path) -> None:
    root = product(tmp_path / "a", {"roadmap/b.yaml": VISION})
    (root / "roadmap/b.yaml").write_text(VISION.replace("need: c", "need: e"))
    now = load(root)
    then = project_at(Git.of(root), "HEAD", now)
    assert then.items["RM-1"] is now.items["RM-1"]
    assert then.items["PRD-1"] is now.items["PRD-1"]
    assert then.items["VIS-1"].model_dump()["need"] == "c"
    assert told(then) == told(project_at(Git.of(root), "HEAD"))


def test_kinds_of_ones_own_are_the_same_on_both_sides(tmp_path: Path) -> None:
    own = CONFIG.replace("- pmdocs", "- pmdocs:\n      kinds: {bet: {prefix: BET, label: Bet}}")
    root = product(
        tmp_path / "a", {"mkdocs.yml": own, "roadmap/b.yaml": "- {id: BET-1, title: a}\n"}
    )
    (root / "mkdocs.yml").write_text(own + "# more\n")
    now = load(root)
    then = project_at(Git.of(root), "HEAD", now)
    assert then.items["BET-1"] is now.items["BET-1"]


@pytest.mark.parametrize("before", [None, "a: [\n", "plugins: !!python/object:x {\n", "\x00\x01"])
def test_a_past_without_good_settings_is_read_as_well_as_can_be(
    tmp_path: Path, before: str | None
) -> None:
    root = product(tmp_path / "a", {"mkdocs.yml": before} if before else {})
    if before is None:
        commit(root, {"mkdocs.yml": None})
    (root / "mkdocs.yml").write_text(CONFIG)
    now = load(root)
    then = project_at(Git.of(root), "HEAD", now)
    assert set(then.items) == (set() if before is None else {"RM-1", "PRD-1"})
    assert set(project_at(Git.of(root), "HEAD").items) <= {"RM-1", "PRD-1"}


def test_a_project_below_the_top_of_its_repository_is_read(tmp_path: Path) -> None:
    top = tmp_path / "a"
    top.mkdir()
    git(top, "init", "-q", "-b", "main")
    commit(top, {"shop/mkdocs.yml": CONFIG, "shop/roadmap/a.yaml": ITEM, "roadmap/x.yaml": VISION})
    assert set(project_at(Git.of(top / "shop"), "HEAD").items) == {"RM-1"}
    assert set(project_at(Git.of(top), "HEAD").items) == set()


def test_pages_in_the_folder_of_the_settings_are_read(tmp_path: Path) -> None:
    root = product(tmp_path / "a", {"mkdocs.yml": CONFIG.replace("content", ".")})
    here, there = both(root)
    assert told(here) == told(there)


TEXTS = st.sampled_from(
    [
        ITEM,
        VISION,
        "- {id: RM-1, title: again, outcome: b}\n",
        "- {id: RM-2, title: a, outcome: b, depends_on: RM-1, aliases: [RM-9]}\n- {id: rm-3}\n",
        "- {id: US-1, title: a, as_a: b, i_want: see RM-2}\n- 7\n- {id: US-2, titel: x}\n",
        "- id: US-3\n  title: [\n",
        "",
    ]
)
FILES = st.dictionaries(st.sampled_from([f"roadmap/{n}.yaml" for n in "abcde"]), TEXTS)
PAGES = st.dictionaries(
    st.sampled_from(["content/x.md", "content/y.md"]),
    st.sampled_from([PAGE, "# A\n\nUS-1\n", PAGE.replace("PRD-1", "PRD-2"), "---\nid: [\n---\n"]),
)


@settings(max_examples=150, deadline=None)
@given(FILES, PAGES, FILES, PAGES)
def test_sharing_with_a_twin_changes_nothing_but_the_time(
    old: dict[str, str], old_pages: dict[str, str], new: dict[str, str], new_pages: dict[str, str]
) -> None:
    def sources(files: dict[str, str]) -> list[Source]:
        return [Source(path, text) for path, text in sorted(files.items())]

    twin = build(sources(new | new_pages))
    alone = build(sources(old | old_pages), twin.settings, twin.today)
    assert told(build_like(twin, sources(old | old_pages), twin.settings)) == told(alone)
