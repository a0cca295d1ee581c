"""A site for the public, built for real: nothing in any of its files tells of what is internal."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pmdocs.model.registry import builtin
from tests.hush import files
from tests.leaks import leaks, told
from tests.markup import Page
from tests.site import broken, build, configure, lay, nav_of, page, run

GUIDE = """\
---
title: The shown guide
description: It stands beside [[RM-9|shown words]] and RM-9
owner: hush owner
notes: hush notes
icon: material/lighthouse
---

# A shown guide to RM-9 and US-1

Bare: RM-9, US-9.AC-1, rm-9, RM\\-9 and OLDRM-9. Public: RM-1, US-1.AC-1.

In brackets: [[RM-9]], [[PRD-8|kept words one]], [[US-9.AC-1]], \\[[RM-9]], [[RM-1|the public item]].

| In | a table |
| --- | --- |
| [[RM-9\\|kept words two]] | RM-9 |

Links: [kept words three](prd/PRD-8-hush-page.md), [kept words four](notes/hush-memo.md "hush title"),
[kept words five][memo], [kept words six](hush/), [kept words seven](hush/index.md#hush),
[kept words eight](https://example.org/browse/RM-9), https://example.org/RM-9, <https://example.org/RM-9>,
[kept words nine](health.md), [kept words ten](items/ideas.md), [Roadmap](roadmap.md),
<a href="notes/hush-memo/" title="x">kept words eleven</a>, ![kept words twelve](data/RM-9-hush.txt).

[memo]: notes/hush-old.md "hush"

In code: `RM-9`, `notes/hush-memo.md` and

```yaml
id: RM-9  # shown code
```

    RM-9 in code that is indented

```pmdocs
cards: RM-9
```

```pmdocs timeline
group: team
```

```pmdocs board
by: status
```

```pmdocs table
where: kind:story
columns: [id, title, owner, updates]
```

```pmdocs trace
id: RM-1
```

```pmdocs overview
```

```pmdocs progress
```

```pmdocs item
id: PRD-1
```

```pmdocs chart
type: donut
by: owner
```

<div markdown="0" data-id="RM-9">kept words thirteen</div>

--8<-- "part.txt"
"""
NAV: list[Any] = [
    "index.md",
    {"Guide to RM-9": "guide.md"},
    {
        "hush section": [
            {"hush memo": "notes/hush-memo.md"},
            {"hush more": [{"x": "hush/index.md"}]},
        ]
    },
    {"Half": [{"hush PRD": "prd/PRD-8-hush-page.md"}, {"shown PRD": "prd/PRD-2-shown-page.md"}]},
    {"Health": "health.md"},
    {"Trace": "traceability.md"},
    {"Elsewhere": [{"hush tracker": "https://example.org/RM-9"}]},
    {"Plan": "roadmap.md"},
]


def settings(**own: Any) -> dict[str, Any]:
    done = ["shown done", "it is as RM-9 says"]
    return {
        "site_url": "https://example.org/",
        "repo_url": "https://example.org/repo",
        "edit_uri": "edit/main/content/",
        "theme": {"name": "material", "font": False, "features": ["content.action.edit"]},
        "plugins": ["search", {"pmdocs": {"fail_on": "never", "definition_of_done": done, **own}}],
        "markdown_extensions": ["attr_list", "tables", {"pymdownx.snippets": {"base_path": ["."]}}],
        "nav": NAV,
    }


@functools.cache
def project(name: str, audience: str = "") -> Path:
    more = {
        "content/guide.md": GUIDE,
        "content/data/shown.txt": "shown",
        "part.txt": "From elsewhere: RM-9 and [[US-9|kept words]].\n",
    }
    own = {"audience": audience} if audience else {}
    return lay(f"everything-{name}", files() | more, settings(**own))


@functools.cache
def public_by_setting() -> Path:
    return build(project("setting", "public"), "--strict")


@functools.cache
def public_by_command() -> Path:
    made = project("command")
    code, output = run("pmdocs", made, "build", "--audience", "public", "--strict")
    assert code == 0, output
    return made / "site"


@functools.cache
def internal() -> Path:
    return build(project("internal", "public"), PMDOCS_AUDIENCE="internal")


@functools.cache
def public_by_properdocs() -> Path:
    made = project("properdocs", "public")
    configure(made, {"use_directory_urls": False})
    return build(made, "--strict", program="properdocs")


@functools.cache
def public_with_another_theme() -> Path:
    made = project("theme", "public")
    configure(made, {"theme": {"name": "mkdocs"}})
    return build(made, "--strict")


@pytest.mark.verifies("US-79.AC-1")
@pytest.mark.parametrize(
    "site",
    [public_by_setting, public_by_command, public_by_properdocs, public_with_another_theme],
)
def test_no_file_of_a_public_site_tells_of_anything_internal(site: Callable[[], Path]) -> None:
    assert leaks(site()) == []


def test_the_same_words_are_in_the_internal_site_of_the_same_product() -> None:
    found = "\n".join(leaks(internal()))
    for kind in builtin():
        assert f"items/{kind.prefix}-9/index.html: " in found
        assert f"items/OLD{kind.prefix}-9/index.html: " in found
    for name in (
        "search/search_index.json",
        "sitemap.xml.gz",
        "guide/index.html",
        "health/index.html",
    ):
        assert f"{name}: " in found
    for words in (
        "hush memo",
        "hush news",
        "hush notes",
        "shown-file.yaml",
        "data/RM-9-hush.txt: ",
    ):
        assert words in found


@pytest.mark.verifies("US-78.AC-1", "US-78.AC-2")
def test_what_is_public_is_there() -> None:
    site = public_by_setting()
    index = (site / "search/search_index.json").read_text("utf-8")
    for kind in builtin():
        one = page(site, f"items/{kind.prefix}-1")
        assert f"shown title of {kind.kind}" in one.article.text
        assert "shown news of internal item" in one.article.text
        assert (site / f"items/OLD{kind.prefix}-1/index.html").is_file()
        assert f'"items/{kind.prefix}-1/"' in index
    story = page(site, "story/US-2-shown-page").article.text
    assert "shown i_want of story" in story
    assert "shown done" in story
    hrefs = {link["href"] for link in page(site, "items/RM-1").article.links}
    assert {"../../items/OBJ-1/", "../../items/CH-1/"} <= hrefs
    assert (site / "data/shown.txt").read_text("utf-8") == "shown"
    assert "shown-tag" in index


def test_a_page_keeps_its_words_where_it_spoke_of_what_is_internal() -> None:
    html = page(public_by_setting(), "guide").article.html
    for number in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"):
        assert f"kept words {number}" in html
    for number in ("eleven", "twelve", "thirteen"):
        assert f"kept words {number}" in html
    assert "A shown guide to internal item and" in html
    assert "From elsewhere: internal item and kept words." in html
    assert ">id: internal item  # shown code" in html
    assert "pmdocs" not in html
    text = page(public_by_setting(), "guide")
    assert {link["words"] for link in text.article.links if link.get("class") == "pm-ref"} == {
        "RM-1",
        "US-1",
        "US-1.AC-1",
        "the public item",
    }
    assert 'content="It stands beside shown words and internal item"' in text.html


@pytest.mark.parametrize("site", [public_by_setting, public_by_properdocs])
def test_every_link_of_a_public_site_leads_somewhere(site: Callable[[], Path]) -> None:
    assert broken(site()) == []


def test_a_public_site_does_not_speak_of_the_work_on_it() -> None:
    site = public_by_setting()
    assert not (site / "health").exists()
    assert not (site / "traceability").exists()
    told_all = "".join(text for name, text in told(site) if name.endswith((".html", ".json")))
    for words in (
        "Written in",
        "PM205",
        "pm-findings-box",
        "cannot be read",
        "edit/main",
        "pmdocs new",
    ):
        assert words not in told_all
    inside = internal()
    assert (inside / "health/index.html").is_file()
    assert "Written in roadmap/shown-file.yaml" in page(inside, "items/RM-1").text
    assert "edit/main" in page(inside, "items/RM-1").html
    assert "edit/main/content/guide.md" in page(inside, "guide").html


def test_the_navigation_names_only_what_is_there() -> None:
    nav = page(public_by_setting(), ".")
    titles = [" ".join(link["words"].split()) for link in nav_links(nav.html)]
    assert titles == ["Home", "Guide to internal item", "shown PRD", "Plan"]
    assert "Half" in nav_of(nav.html)
    assert "Elsewhere" not in nav.html


def nav_links(html: str) -> list[dict[str, str]]:
    links = Page(nav_of(html)).links
    return [link for link in links if "md-nav__link" in link.get("class", "")]
