"""What is not published, and builds that end in time whatever they are given."""

from __future__ import annotations

import re
import time

import pytest

from pmdocs.project.reader import build as read
from pmdocs.rules.catalogue import check
from pmdocs.site.pages import Site
from pmdocs.text import Source
from tests.site import build, lay, page, run

THEME = {"name": "material", "font": False, "custom_dir": "overrides"}


HEAVY = {
    "brackets": "[" * 20_000,
    "tags": "<a " * 20_000,
    "pictures": "![" * 10_000,
    "lists": "".join(f"{'    ' * n}- x\n" for n in range(400)),
}


def test_pages_that_take_for_ever_are_found_and_replaced() -> None:
    pages = {f"content/{name}.md": f"# P\n\n{text}\n" for name, text in HEAVY.items()}
    project = lay("heavy", pages)
    before = time.monotonic()
    code, log = run("mkdocs", project, "build")
    assert code == 0
    assert time.monotonic() - before < 20
    for name in HEAVY:
        assert re.search(rf"ERROR .* content/{name}\.md:\d+:\d+: error PM012", log), name
        assert "too complex to be shown" in page(project / "site", name).text


def test_circles_and_long_chains_are_built_in_bounded_time() -> None:
    chain = "".join(
        f"- {{id: RM-{n}, title: t, outcome: o, depends_on: RM-{n + 1}}}\n"
        for n in range(1, 10_000)
    )
    circles = "- {id: RM-20001, title: t, outcome: o, depends_on: RM-20001}\n- {id: RM-20002, title: t, outcome: o, depends_on: RM-20003}\n- {id: RM-20003, title: t, outcome: o, depends_on: RM-20002}\n"
    few = "".join(chain.splitlines(keepends=True)[:300])
    project = lay("chain", {"roadmap/chain.yaml": few, "roadmap/circles.yaml": circles})
    before = time.monotonic()
    code, log = run("mkdocs", project, "build")
    assert code == 0
    assert "Traceback" not in log
    assert "PM205" in log
    assert "`RM-20002`" in log
    assert time.monotonic() - before < 20


def test_the_views_of_a_chain_of_ten_thousand_are_made_in_bounded_time() -> None:
    chain = "".join(
        f"- {{id: RM-{n}, title: t, outcome: o, start: 2027, depends_on: RM-{n + 1}}}\n"
        for n in range(1, 10_000)
    )
    half = len(chain) // 2
    cut = chain.index("\n", half) + 1
    project = read([Source("roadmap/a.yaml", chain[:cut]), Source("roadmap/b.yaml", chain[cut:])])
    before = time.monotonic()
    made = Site(project, check(project)).pages()
    assert [next(made).address for _ in range(5)]
    assert time.monotonic() - before < 20


@pytest.mark.verifies("US-41.AC-1", "US-41.AC-2", "US-41.AC-3")
@pytest.mark.parametrize("docs_dir", ["content", "./content"])
def test_what_lies_behind_a_link_out_of_the_project_is_not_published(docs_dir: str) -> None:
    name = f"links/{docs_dir.replace('/', '-')}"
    project = lay(
        name,
        {"overrides/x.txt": "x"},
        {"docs_dir": docs_dir, "theme": THEME},
    )
    outside = project.parent.parent / f"outside-{docs_dir.replace('/', '-')}"
    (outside / "deep").mkdir(parents=True)
    (outside / "secret.md").write_text("# A secret page\n", "utf-8")
    (outside / "deep/secret.txt").write_text("a secret text\n", "utf-8")
    (project / "content/folder").symlink_to(outside, target_is_directory=True)
    (project / "content/page.md").symlink_to(outside / "secret.md")
    (project / "content/text.txt").symlink_to(outside / "deep/secret.txt")
    (project / "overrides/text.txt").symlink_to(outside / "deep/secret.txt")
    (project / "content/inside.md").symlink_to(project / "content/index.md")
    code, output = run("pmdocs", project, "check", "--format", "concise")
    assert code == 1
    for path in ("folder", "page.md", "text.txt"):
        assert f"content/{path}:1:1: error PM011" in output
    built = build(project)
    published = [file for file in built.rglob("*") if file.is_file()]
    assert published
    for file in published:
        assert b"secret text" not in file.read_bytes(), file
        assert b"A secret page" not in file.read_bytes(), file
    assert not (built / "folder").exists()
    assert (built / "inside/index.html").exists()


def test_a_link_that_leads_in_a_circle_ends_the_build_at_once() -> None:
    project = lay("circle/project", {})
    (project / "content/up").symlink_to(project.parent, target_is_directory=True)
    before = time.monotonic()
    code, log = run("mkdocs", project, "build")
    assert code == 1
    assert "Traceback" not in log
    assert "content/up leads back to a folder that it stands in" in log
    assert time.monotonic() - before < 10
