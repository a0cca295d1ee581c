"""The overview as the home page of a site that has none of its own."""

from __future__ import annotations

import pytest

from tests.site import build, lay, nav_of, page, run

CLEAN = "- {id: RM-1, title: A light, outcome: o, status: in progress}\n"


@pytest.mark.verifies("US-66.AC-6")
def test_a_project_of_only_yaml_has_the_overview_as_its_home() -> None:
    project = lay("only-yaml", {"roadmap/a.yaml": CLEAN})
    (project / "content/index.md").unlink()
    built = build(project, "--strict")
    assert "The only roadmap item is being built." in page(built, ".").text
    assert "The only roadmap item is being built." in page(built, "overview").text
    assert page(built, ".").link("Board")["href"] == "board/"
    nav = page(built, "items/RM-1").html
    assert nav_of(nav).count("Overview") == 1
    assert 'href="../.."' in nav_of(nav)


def test_a_home_of_the_projects_own_stays() -> None:
    for name in ("index.md", "README.md", "index.html"):
        project = lay(f"home-{name}", {"roadmap/a.yaml": CLEAN})
        (project / "content/index.md").unlink()
        (project / "content" / name).write_text("<p>Mine.</p>\n", "utf-8")
        built = build(project, "--strict")
        assert "Mine." in (built / "index.html").read_text("utf-8")
        assert "The only roadmap item" not in (built / "index.html").read_text("utf-8")


def test_a_home_in_a_navigation_of_the_projects_own_keeps_its_title() -> None:
    nav = [{"Where we stand": "index.md"}, {"Plan": "roadmap.md"}]
    project = lay("own-home", {"roadmap/a.yaml": CLEAN}, {"nav": nav})
    (project / "content/index.md").unlink()
    code, log = run("mkdocs", project, "build", "--strict")
    assert code == 0, log
    assert "Where we stand" in nav_of(page(project / "site", "roadmap").html)
