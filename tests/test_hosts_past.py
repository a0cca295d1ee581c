"""The health page knows of the past what the command line knows."""

from __future__ import annotations

from pathlib import Path

from tests.site import build, page
from tests.test_cli_review import FAST, PAGE, SLOW, STORIES
from tests.test_history_branches import commit, git
from tests.test_history_past import SETTINGS


def test_a_suspect_link_stands_on_the_health_page(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    settings = f"theme: {{name: material}}\n{SETTINGS}"
    commit(tmp_path, {"mkdocs.yml": settings, PAGE: FAST, "roadmap/s.yaml": STORIES})
    commit(tmp_path, {PAGE: SLOW})
    health = page(build(tmp_path), "health").article.text
    assert "PRD-1.FR-1 says something else than when US-1 was last touched" in health
