"""Kinds of a project's own, and templates of a project's own for ours."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from tests.kinds import text_of
from tests.site import build, lay, page

OWN = {
    "plugins": [
        {
            "pmdocs": {
                "kinds": {
                    "trial": {"prefix": "TRL", "fields": {"guess": {"type": "text"}}},
                    # Named as a template of ours that is no kind.
                    "body": {"prefix": "BDY", "fields": {"guess": {"type": "text"}}},
                }
            }
        }
    ]
}
ITEMS = """\
- {id: TRL-1, title: a trial, guess: ships see it}
- {id: BDY-1, title: a body, guess: it floats}
- {id: RSK-1, title: storm, effect: no light, probability: 4, impact: 5, cause: salt}
- {id: US-1, title: t, as_a: skipper, i_want: a light, criteria: [{id: AC-1, text: it burns}]}
"""
LEAD = "{% extends frame %}{% block lead %}<p>Our own top of {{ view.id }}</p>{% endblock %}"
FIELD = (
    '{% extends "pmdocs/item/story.html" %}{% block field %}'
    "<p>Ours is {{ block.key }}</p>{{ super() }}{% endblock %}"
)


@functools.cache
def overridden() -> Path:
    files = {
        "roadmap/a.yaml": ITEMS,
        "overrides/pmdocs/item/risk.html": LEAD,
        "overrides/pmdocs/item/story.html": FIELD,
        "overrides/pmdocs/item/trial.html": LEAD,
    }
    return build(lay("overridden-kinds", files, OWN))


def test_a_kind_of_the_settings_needs_no_form() -> None:
    for id, words in (("TRL-1", "ships see it"), ("BDY-1", "it floats")):
        text = text_of(page(overridden(), f"items/{id}").article.html)
        assert text.count(f"Guess {words}") == 1


@pytest.mark.parametrize("id", ["RSK-1", "TRL-1"])
def test_a_project_may_have_its_own_top_for_a_kind(id: str) -> None:
    article = page(overridden(), f"items/{id}").article
    assert article.text.count(f"Our own top of {id}") == 1
    assert "of 25" not in article.text
    assert "salt" in article.text or "ships see it" in article.text


def test_a_template_of_a_project_may_build_on_ours() -> None:
    text = text_of(page(overridden(), "items/US-1").article.html)
    assert "Ours is criteria" in text
    assert "0 of 1 met" in text
    assert "As a skipper, I want a light." in text
