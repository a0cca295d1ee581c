"""Real pages of all kinds: nothing gets lost, nothing runs, nothing is too wide."""

from __future__ import annotations

import functools
import itertools
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from pmdocs.model.fields import fields_of
from pmdocs.model.registry import builtin
from tests.everything import Written
from tests.site import build, lay, page, pages, served

KINDS = list(builtin())


def front_matter(values: dict[str, Any]) -> str:
    return f"---\n{yaml.safe_dump(values, allow_unicode=True)}---\n"


def in_sections(kind: type) -> list[str]:
    """The fields that may be sections of a page."""
    return [key for key, field in fields_of(kind).items() if field.rich]


def as_page(kind: type, written: dict[str, Any]) -> str:
    """An item as a page, with sections for the fields that may be one."""
    fields, rich = fields_of(kind), in_sections(kind)
    front = {key: value for key, value in written.items() if key not in rich}
    texts = ((fields[key], written[key]) for key in rich)
    sections = [
        f"## {field.label}\n\n" + (f"- {text[0]}" if field.many else text) for field, text in texts
    ]
    return front_matter(front) + "\n\n".join(["# Page", *sections]) + "\n"


def spaced(html: str) -> str:
    """The text of a page with a blank for each tag, so that words stay apart."""
    return unescape(re.sub(r"<[^>]*>", " ", html))


@functools.cache
def filled() -> tuple[Path, dict[str, list[str]], dict[str, list[str]]]:
    """A site with each kind as YAML, as a page, and as a page with sections, all fields filled."""
    files, texts, sections, items = {}, {}, {}, []
    written = Written()
    for kind in KINDS:
        items.append(written.item(kind, 1))
        texts[f"items/{kind.prefix}-1"] = written.texts
        values = written.item(kind, 2)
        files[f"content/p/{kind.prefix}-2.md"] = front_matter(values) + "# Page\n"
        texts[f"p/{kind.prefix}-2"] = written.texts[1:]
        values = written.item(kind, 3)
        files[f"content/p/{kind.prefix}-3.md"] = as_page(kind, values)
        texts[f"p/{kind.prefix}-3"] = written.texts[1:]
        told = [values[key] for key in in_sections(kind)]
        sections[kind.kind] = [one[0] if isinstance(one, list) else one for one in told]
    files["roadmap/a.yaml"] = yaml.safe_dump(items, allow_unicode=True)
    return build(lay("filled", files)), texts, sections


@pytest.mark.verifies("US-67.AC-2")
@pytest.mark.parametrize("kind", [kind.prefix for kind in KINDS])
@pytest.mark.parametrize("way", ["items/{}-1", "p/{}-2", "p/{}-3"])
def test_no_field_that_somebody_wrote_is_missing_on_the_page(kind: str, way: str) -> None:
    site, texts, _ = filled()
    path = way.format(kind)
    article = page(site, path).article
    shown = " ".join([spaced(article.html), *(link["href"] for link in article.links)])
    lost = [
        text
        for text in texts[path]
        if not re.search(rf"(?<![\w.-]){re.escape(text)}(?![\w-])", shown, re.IGNORECASE)
    ]
    assert lost == []


def test_no_section_of_a_page_is_repeated_in_the_form_of_its_kind() -> None:
    site, sections = filled()[0], filled()[2]
    for kind in KINDS:
        text = spaced(page(site, f"p/{kind.prefix}-3").article.html)
        for mark in sections[kind.kind]:
            assert len(re.findall(rf"{mark}\b", text)) == 1, (kind.kind, mark)


def test_every_page_has_no_id_twice_and_its_headings_in_order() -> None:
    site, texts, _ = filled()
    for path in texts:
        one = page(site, path)
        assert len(one.ids) == len(set(one.ids)), path
        levels = [int(name[1]) for name, _ in one.article.elements if re.fullmatch(r"h\d", name)]
        assert levels[0] == 1, path
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), (path, levels)


def bad(number: int) -> str:
    """A script that leaves a mark when it runs, in a title, an attribute and a comment."""
    return f'</title></script>"><script>window.hacked={number}</script><!-- {{{{ 7 * 7 }}}}'


@functools.cache
def hostile() -> Path:
    written = Written(bad)
    items = [written.item(kind, 1) for kind in KINDS]
    return build(lay("hostile-kinds", {"roadmap/a.yaml": yaml.safe_dump(items)}))


def test_hostile_text_in_every_field_stays_text(browser: Browser) -> None:
    written, tab = Written(bad), browser.new_page()
    with served(hostile()) as root:
        for kind in KINDS:
            written.item(kind, 1)
            path = f"items/{kind.prefix}-1"
            one = page(hostile(), path)
            for name, attributes in one.elements:
                assert not [a for a in attributes if a.startswith("on")], (path, name, attributes)
            assert not re.search(r"<script>\s*window\.hacked", one.html), path
            marks = [re.findall(r"window\.hacked=\d+</script>", text) for text in written.texts]
            text = one.article.text
            assert [m[0] for m in marks if m and m[0] not in text] == [], path
            tab.goto(f"{root}{path}/")
            assert tab.evaluate("window.hacked ?? null") is None, path
    tab.close()


def test_nothing_scrolls_sideways_on_a_phone(browser: Browser) -> None:
    tab = browser.new_page(viewport={"width": 375, "height": 700})
    site, texts, _ = filled()
    people = ", ".join(f"a person with a long name {n}" for n in range(12))
    wide = f"id: CH-1\ntitle: t\npurpose: p\nsponsor: s\nmanager: m\nstart: 2027\nraci: [{{activity: {'build ' * 9}, responsible: [{people}], accountable: x}}]\n"
    with served(build(lay("wide", {"roadmap/a.yaml": wide}))) as root:
        tab.goto(f"{root}items/CH-1/")
        assert overflow(tab) == 0
    with served(site) as root:
        for path in texts:
            tab.goto(f"{root}{path}/")
            assert overflow(tab) == 0, path
    tab.close()


def overflow(tab: Any) -> int:
    width = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    return int(tab.evaluate(width))


def test_the_matrix_of_people_scrolls_within_itself_on_a_screen(browser: Browser) -> None:
    people = ", ".join(f"person {n}" for n in range(40))
    text = f"id: CH-1\ntitle: t\npurpose: p\nsponsor: s\nmanager: m\nstart: 2027\nraci: [{{activity: a, responsible: [{people}]}}]\n"
    tab = browser.new_page(viewport={"width": 1280, "height": 700})
    with served(build(lay("raci", {"roadmap/a.yaml": text}))) as root:
        tab.goto(f"{root}items/CH-1/")
        assert overflow(tab) == 0
        box = tab.locator(".pm-raci-box")
        assert box.evaluate("one => one.scrollWidth > one.clientWidth")
        assert box.get_attribute("tabindex") == "0"
    tab.close()


def test_hostile_pages_are_all_built() -> None:
    assert len([path for path, _ in pages(hostile()) if path.startswith("items/")]) > len(KINDS)
