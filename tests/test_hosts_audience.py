"""Builds of a site for the public: what they publish, and when they refuse to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.leaks import leaks, told
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


def test_what_is_the_same_for_every_product_may_show_what_an_id_looks_like() -> None:
    # These stand in the script and in the schema of the data.
    rows = [
        "{id: US-12, title: t, as_a: x, i_want: y}",
        "{id: PRD-3, title: t, problem: p, requirements: [{id: FR-2, text: t}]}",
    ]
    made = of("examples", {"roadmap/a.yaml": "".join(f"- {row}\n" for row in rows)})
    site = build(made)
    shown = [name for name, text in told(site) if "US-12" in text or "PRD-3" in text]
    assert [name.rpartition("/")[2].partition(".")[0] for name in shown] == ["pmdocs", "graph"]


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


BLOCKS = """\
# Blocks

```pmdocs matrix
```

```pmdocs item
id: RM-9
```

```pmdocs tabel
```

```pmdocs item
id: US-1
```
"""


def test_what_is_hidden_does_not_look_as_if_it_were_missing() -> None:
    rows = [
        "{id: RM-1, title: shown, outcome: o, audience: public}",
        "{id: RM-9, title: hush, outcome: o}",
        "{id: PRD-1, title: shown, problem: p, item: RM-1, audience: public, requirements: [{id: FR-1, text: r}]}",
        "{id: US-1, title: shown, as_a: x, i_want: y, status: ready, prd: PRD-1, audience: public}",
        "{id: US-9, title: hush, as_a: x, i_want: y, prd: PRD-1.FR-1}",
    ]
    files = {"content/p.md": BLOCKS, "roadmap/a.yaml": "".join(f"- {row}\n" for row in rows)}
    made = of("gaps", files, fail_on="never")
    gaps = re.compile(
        "no stor|no prd|no objective|no criteria|with a story|cannot be shown", re.IGNORECASE
    )

    def found(site: Path) -> set[str]:
        return {
            m[0].lower()
            for name, text in told(site)
            for m in gaps.finditer(text)
            if ".js" not in name
        }

    assert found(build(made, PMDOCS_AUDIENCE="internal")) >= {"no criteria", "cannot be shown"}
    site = build(made, "--strict")
    assert found(site) == set()
    assert "shown" in page(site, "p").article.text
    assert broken(site) == []
    assert "Traceability" not in (site / "llms.txt").read_text("utf-8")
    assert "Roadmap" in (site / "llms.txt").read_text("utf-8")


def test_a_field_may_link_to_a_page_that_only_colleagues_have() -> None:
    words = (
        "See [health](health.md), [risks](/items/risks.md#top), [hushes](items/hushes.md),"
        " [items](items/roadmap-items.md), [this](items/RM-1.md), [all](items/index.md)"
    )
    rows = [
        f'{{id: RM-1, title: t, outcome: "{words}", audience: public}}',
        "{id: RSK-1, title: t, effect: e, probability: 1, impact: 1}",
        "{id: HSH-1, title: t}",
    ]
    files = {
        "roadmap/a.yaml": "".join(f"- {row}\n" for row in rows),
        "content/p.md": f"# P\n\n{words}\n",
    }
    own = {"kinds": {"hush": {"prefix": "HSH", "plural": "Hushes", "about": "A hush."}}}
    made = of("field", files, **own)
    whole = (build(made, PMDOCS_AUDIENCE="internal") / "graph.json").read_text("utf-8")
    assert '"name":"hush"' in whole
    site = build(made, "--strict")
    for address in ("items/RM-1", "p"):
        article = page(site, address).article
        assert "See health, risks, hushes, items, this, all" in article.text
        hrefs = [link["words"] for link in article.links if link["words"] in words]
        assert hrefs == ["items", "this", "all"]
    assert '"name":"hush"' not in (site / "graph.json").read_text("utf-8")
    assert broken(site) == []


def test_the_command_wants_a_product() -> None:
    empty = lay("public-no-product", {}).parent / "nothing-here"
    empty.mkdir(exist_ok=True)
    code, log = run("pmdocs", empty, "build", "--audience", "public")
    assert (code, "there is no mkdocs.yml" in log) == (2, True)
