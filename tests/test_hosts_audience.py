"""Builds of a site for the public: what they publish, and when they refuse to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.leaks import leaks
from tests.site import broken, build, configure, lay, page, run

POST = "---\ndate: 2027-01-02\n---\n# Like RM-9\n\nAll about RM-9.\n"
ERROR = "id: US-1\ntitle: hush\nstatus: ready\nas_a: x\ni_want: y\nso_that: z\n"


def of(name: str, more: dict[str, str], **own: Any) -> Path:
    return lay(
        f"public-{name}", more, {"plugins": ["search", {"pmdocs": {"audience": "public", **own}}]}
    )


@pytest.mark.verifies("US-78.AC-4")
def test_a_strict_build_for_the_public_reviews_what_is_internal_too() -> None:
    made = of("strict", {"roadmap/a.yaml": ERROR})
    code, log = run("pmdocs", made, "build", "--strict")
    assert code == 1
    assert "roadmap/a.yaml:" in log
    assert "PM301" in log
    code, log = run("pmdocs", made, "build", "--site-dir", "elsewhere")
    assert (code, "PM301" in log) == (0, True)
    assert "for the public: 0 of 1 items, 1 of 1 pages" in log
    assert leaks(made / "elsewhere") == []
    assert not (made / "elsewhere/items/US-1").exists()


def test_yaml_files_among_the_pages_are_not_published() -> None:
    files = {
        "content/plan/a.yaml": "- {id: RM-1, title: shown, outcome: o, audience: public, notes: hush}\n",
        "content/plan/b.YML": "- [hush\n",
        "content/api.yaml": "openapi: 3.1.0\ninfo: {title: shown}\n",
    }
    site = build(of("among", files, roadmap_dir="content/plan"))
    assert leaks(site) == []
    assert "shown" in page(site, "items/RM-1").text
    assert (site / "api.yaml").is_file()


def test_a_page_that_pmdocs_does_not_read_stays_inside() -> None:
    made = of("unread", {"content/memo.markdown": "# hush\n"})
    code, log = run("mkdocs", made, "build")
    assert code == 0
    assert "memo.markdown is not read by pmdocs: it stays inside" in log
    assert leaks(made / "site") == []


@pytest.mark.parametrize(
    ("own", "variable", "words"),
    [
        ({}, "everybody", "PMDOCS_AUDIENCE is `everybody`, and that is no audience"),
        ({"audience": "pubic"}, None, "no site for the public is made while a setting is wrong"),
        ({"internal_fields": ["ownr"]}, None, "no kind has a field `ownr`: did you mean `owner`?"),
    ],
)
def test_no_site_is_made_when_it_is_not_clear_for_whom(
    own: dict[str, Any], variable: str | None, words: str
) -> None:
    made = of(f"unclear-{words[:9]}-{bool(own)}", {}, **own)
    variables = {"PMDOCS_AUDIENCE": variable} if variable else {}
    code, log = run("pmdocs", made, "build", **variables)
    assert code == 1
    assert words in log
    assert "Traceback" not in log
    assert not (made / "site/index.html").exists()


@pytest.mark.verifies("US-79.AC-3")
@pytest.mark.parametrize(
    ("files", "settings", "place"),
    [
        ({}, {"site_description": "All about RM-9"}, "404.html has `RM-9`"),
        ({"content/data/list.csv": "RM-1\nRM-9\n"}, {}, "data/list.csv has `RM-9`"),
        (
            {"content/blog/index.md": "# Blog\n", "content/blog/posts/a.md": POST},
            {"plugins": ["search", "blog", {"pmdocs": {"audience": "public"}}]},
            "blog/2027/01/02/like-rm-9/index.html has `rm-9`",
        ),
    ],
)
def test_a_site_fails_when_something_else_tells_of_what_is_internal(
    files: dict[str, str], settings: dict[str, Any], place: str
) -> None:
    hidden = "- {id: RM-9, title: t, outcome: o}\n"
    made = of(f"proof-{place[:4]}", {"roadmap/a.yaml": hidden, "site/.git/log": "RM-9", **files})
    configure(made, settings)
    code, log = run("mkdocs", made, "build")
    assert code == 1
    assert "this site must not be published: " in log
    assert place in log
    assert ".git" not in log
    assert "Traceback" not in log


def test_pages_of_an_earlier_site_are_not_kept() -> None:
    made = of("dirty", {"roadmap/a.yaml": "- {id: RM-9, title: hush, outcome: o}\n"})
    build(made, PMDOCS_AUDIENCE="internal")
    assert leaks(made / "site")
    code, log = run("mkdocs", made, "build", "--dirty")
    assert (code, "leave out `--dirty`" in log) == (1, True)
    assert leaks(build(made)) == []


def test_a_product_of_which_nothing_is_public_makes_a_site_all_the_same() -> None:
    made = of("nothing", {"roadmap/a.yaml": "- {id: RM-9, title: hush, outcome: o}\n"})
    site = build(made, "--strict")
    assert page(site, "roadmap").article.text.split() == [
        "Roadmap",
        "Nothing",
        "is",
        "planned",
        "yet.",
    ]
    assert leaks(site) == []


def test_a_field_may_link_to_a_page_that_only_colleagues_have() -> None:
    words = "See [health](health.md), [risks](/items/risks.md#top) and [the plan](roadmap.md)."
    item = f'- {{id: RM-1, title: t, outcome: "{words}", audience: public}}\n'
    risk = "- {id: RSK-1, title: t, effect: e, probability: 1, impact: 1}\n"
    site = build(of("field", {"roadmap/a.yaml": item + risk}), "--strict")
    article = page(site, "items/RM-1").article
    assert "See health, risks and the plan." in article.text
    assert {link["words"] for link in article.links} == {"the plan"}
    assert broken(site) == []


def test_the_command_wants_a_product() -> None:
    empty = lay("public-no-product", {}).parent / "nothing-here"
    empty.mkdir(exist_ok=True)
    code, log = run("pmdocs", empty, "build", "--audience", "public")
    assert (code, "there is no mkdocs.yml" in log) == (2, True)
