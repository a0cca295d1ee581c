"""What the page of an item shows, as values."""

from __future__ import annotations

from pmdocs.model.kinds.story import Story
from pmdocs.project.config import read_settings
from pmdocs.project.reader import build
from pmdocs.text import Source
from pmdocs.views import item as item_view
from pmdocs.views.item.pieces import Checklist

SETTINGS = "plugins:\n  - pmdocs:\n      definition_of_done: [it is tested]\n"
STORY = "id: US-1\ntitle: A story\nas_a: a\ni_want: b\n"


def shown(story: str) -> dict[str, tuple[str, ...]]:
    settings, findings = read_settings(Source("mkdocs.yml", SETTINGS))
    assert findings == []
    project = build([Source("roadmap/a.yaml", story)], settings)
    view = item_view.build(project, next(project.of(Story)))
    lists = {block.label: block.own for block in view.blocks}
    return {
        label: tuple(check.text for check in own.checks)
        for label, own in lists.items()
        if isinstance(own, Checklist)
    }


def test_a_story_shows_what_the_project_asks_of_every_story() -> None:
    assert shown(STORY) == {"Definition of done": ("it is tested",)}


def test_a_story_may_ask_for_something_else() -> None:
    own = shown(STORY + "definition_of_done: [it was shown]\n")
    assert own == {"Definition of done": ("it was shown",)}
