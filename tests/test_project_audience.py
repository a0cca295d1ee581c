"""What a project for the public holds, what it does not, and when it is asked for."""

from __future__ import annotations

import re

import pytest

from pmdocs.errors import PmdocsError
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.registry import builtin
from pmdocs.project.audience import VARIABLE, audience_of, for_public
from pmdocs.project.config import Settings
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.text import Source
from tests.hush import files
from tests.published import public, whole


def everything() -> Project:
    texts = [Source(path, text) for path, text in files().items() if path[-3:] in {".md", "aml"}]
    return build(texts, Settings(docs_dir="content"))


# Items


def test_only_what_is_public_is_there() -> None:
    project = public("- {id: RM-1, title: t, outcome: o, audience: public}\n")
    assert list(project.items) == ["RM-1"]
    assert (project.unread, project.again, project.problems, project.garbled) == ({}, (), (), ())
    assert not project.sources


def test_the_whole_project_stays_as_it_is() -> None:
    project = everything()
    before = repr((project.items, project.pages, project.mentions, project.settings))
    for_public(project)
    assert repr((project.items, project.pages, project.mentions, project.settings)) == before


@pytest.mark.verifies("US-79.AC-2")
def test_no_value_text_or_node_of_the_project_holds_what_is_internal() -> None:
    project = for_public(everything())
    assert len(project.items) == len(list(builtin())) + 3
    held = repr((project.items, project.pages, project.mentions, project.settings))
    held += "".join(document.source.text for document in project.pages.values())
    held += "".join(words.node.source.text for one in project.items.values() for words in one.texts)
    assert re.findall(r".{60}hush", held) == []
    assert re.findall(r"[A-Z]-(?:8|9|9[789])\b", held) == []


def test_an_item_in_which_something_cannot_be_read_stays_inside() -> None:
    twice = "- id: RM-1\n  title: t\n  outcome: o\n  audience: internal\n  audience: public\n"
    assert not public(twice).items
    assert not public("- {id: RM-1, title: t, outcome: o, audience: pubic}\n").items
    assert not public("- {id: RM-1, outcome: [], audience: public}\n").items
    page = "---\naudience: public\nid: RM-1\noutcome: o\ntags: [a\n---\n# t\n"
    assert not public(p=page).items
    assert not public(p=page).pages


def test_an_item_with_a_mistake_in_one_field_is_published_without_it() -> None:
    project = public("- {id: RM-1, title: t, outcome: o, health: fine, audience: public}\n")
    assert project.items["RM-1"].partial


def test_of_two_items_with_one_id_only_the_first_can_be_public() -> None:
    one = "- {id: RM-1, title: first, outcome: o, audience: public}\n"
    again = "---\nid: RM-1\noutcome: o\naudience: public\n---\n# second\n"
    project = public(one, p=again)
    assert project.items["RM-1"].title == "first"
    assert not project.pages


def test_nothing_knows_the_file_that_it_was_written_in() -> None:
    page = "---\nid: US-1\nas_a: x\ni_want: y\naudience: public\n---\n# t\n\n## Criteria\n\n- **AC-1** c\n"
    project = public("- {id: RM-1, title: t, outcome: o, audience: public}\n", p=page)
    for one in project.items.values():
        assert {one.path, one.span.path, one.at("title").path, one.key("title").path} == {""}
    assert project.settings.edit_uri == ""
    assert project.settings.node is None


# Pages


def test_pages_say_for_whom_they_are_and_say_nothing_if_for_everybody() -> None:
    pages = {
        "a": "# A\n",
        "b": "---\naudience: public\n---\n# B\n",
        "c": "---\ntitle: x\n---\n# C\n",
        "d": "---\naudience: internal\n---\n# D\n",
        "e": "---\naudience: everybody\n---\n# E\n",
        "f": "---\naudience: [public\n---\n# F\n",
        "g": "---\naudience: internal\n\n# G\n",
        "h": "Title: x\nAudience: internal\n\n# H\n",
        "i": "Title: x\nAudience: public\n\n# I\n",
        "j": "---\nid: nothing\n---\n# J\n",
    }
    kept = {path.removeprefix("content/")[0] for path in public(**pages).pages}
    assert kept == {"a", "b", "c", "i"}


def test_the_page_of_an_item_loses_internal_sections_and_its_fields() -> None:
    page = (
        "---\nid: PRD-1\naudience: public\nowner: hush\nicon: lamp\ntags: [a, see RM-9]\ntemplate: x.html\n---\n"
        "# The title\n\nWords.\n\n## Problem\n\nIt is RM-9.\n\n### Notes\n\nhush\n\n#### More\n\nhush\n\n"
        "### Detail\n\nd\n\n## Approvals\n\nhush\n\nSponsor\n-------\n\nhush\n\n## Requirements\n\n- **FR-1** r\n"
        "\n## Team {#x}\n\nhush\n"
    )
    project = public(p=page, settings="internal_fields: [notes, owner, approvals, sponsor, team]")
    one, text = project.items["PRD-1"], project.pages["content/p.md"].source.text
    assert isinstance(one, Prd)
    assert text == (
        "---\nicon: lamp\ntags: [a, see internal item]\ntemplate: x.html\n---\n"
        "# The title\n\nWords.\n\n## Problem\n\nIt is internal item.\n\n"
        "### Detail\n\nd\n\n## Requirements\n\n- **FR-1** r\n\n"
    )
    assert one.problem == "It is internal item.\n\n### Detail\n\nd"
    assert (one.notes, one.tags) == (None, ("a", "see internal item"))
    # The part still knows its place in the text, for its anchor there.
    start = one.node.source.offset(one.at("requirements", 0).start)
    assert text[start:].startswith("**FR-1** r")


def test_a_field_that_only_stood_in_an_internal_section_is_gone() -> None:
    page = (
        "---\nid: PRD-1\naudience: public\n---\n# t\n\n## Notes\n\n### Problem\n\nhush\n\n"
        "### Goals\n\n- hush\n\n## Assumptions\n\n- a\n"
    )
    one = public(p=page).items["PRD-1"]
    assert isinstance(one, Prd)
    assert (one.problem, one.goals, one.assumptions) == ("", (), ("a",))
    assert "hush" not in repr((one, one.node, one.texts))


def test_a_required_section_can_be_internal() -> None:
    page = "---\nid: PRD-1\naudience: public\n---\n# t\n\n## Problem\n\nhush\n"
    one = public(p=page, settings="internal_fields: [problem]").items["PRD-1"]
    assert isinstance(one, Prd)
    assert one.problem == ""


def test_front_matter_that_is_left_out_is_not_mistaken_for_text() -> None:
    page = "---\naudience: public\n---\n---\nid: x\n---\n"
    text = public(p=page).pages["content/p.md"].source.text
    assert text == "\n---\nid: x\n---\n"


# Who it is for


def asked(settings: str = "", variable: str | None = None) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(VARIABLE, raising=False)
        if variable is not None:
            patch.setenv(VARIABLE, variable)
        try:
            return audience_of(whole(settings=settings))
        except PmdocsError as error:
            return f"{error.message} ({error.hint})"


@pytest.mark.verifies("US-78.AC-2")
def test_the_variable_counts_before_the_setting() -> None:
    assert asked() == "internal"
    assert asked("audience: internal") == "internal"
    assert asked("audience: public") == "public"
    assert asked("audience: public", "internal") == "internal"
    assert asked("audience: internal", "public") == "public"


@pytest.mark.parametrize("value", ["", "Public", "pubic"])
def test_a_wrong_variable_ends_the_program(value: str) -> None:
    wanted = f"PMDOCS_AUDIENCE is `{value}`, and that is no audience (write `internal` or `public`)"
    assert asked("audience: public", value) == wanted


@pytest.mark.verifies("US-78.AC-3")
@pytest.mark.parametrize("setting", ["audience: pubic", "audience: [public]", "audiense: public"])
def test_a_slip_in_the_setting_publishes_nothing(setting: str) -> None:
    assert asked(setting).startswith(
        "no site for the public is made while a setting is wrong: mkdocs.yml:3:"
    )


def test_no_site_for_the_public_is_made_while_its_internal_fields_are_not_clear() -> None:
    wrong = asked("audience: public, internal_fields: [notes, ownr]")
    assert wrong == (
        "no site for the public is made while a setting is wrong: mkdocs.yml:3:57"
        " (no kind has a field `ownr`: did you mean `owner`?)"
    )
    assert asked("internal_fields: [notes, ownr]") == "internal"
