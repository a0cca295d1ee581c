"""What the script of the site looks up: which files there are, and what is in them."""

from __future__ import annotations

import json
from pathlib import Path

from pmdocs.project.reader import build
from pmdocs.site.cards import card_files, share_of
from pmdocs.site.lookup import lookup
from pmdocs.site.pages import Site
from pmdocs.text import Source
from tests.site import lighthouse, page


def site_of(*texts: str) -> Site:
    return Site(build([Source(f"roadmap/{n}.yaml", text) for n, text in enumerate(texts)]), ())


def held(data: bytes) -> dict[str, str]:
    """What a script hands over."""
    text = data.decode()
    found: dict[str, str] = json.loads(text[text.index(".cards(") + 7 : text.rindex(")")])
    return found


RM = "{{id: RM-{}, title: t, outcome: {}}}\n"


def test_a_hundred_items_share_a_script_with_their_parts() -> None:
    many = "".join("- " + RM.format(n, "o") for n in (1, 99, 100, 1234))
    story = "- {id: US-7, title: t, as_a: x, i_want: y, criteria: [{id: AC-1, text: z}]}\n"
    files = card_files(site_of(many, story))
    assert {share: sorted(held(data)) for share, (_, data) in files.items()} == {
        "rm-0": ["RM-1", "RM-99"],
        "rm-1": ["RM-100"],
        "rm-12": ["RM-1234"],
        "us-0": ["US-7", "US-7.AC-1"],
    }
    assert share_of("US-7.AC-1") == "us-0"


def test_only_what_changed_gets_another_name() -> None:
    texts = ["- " + RM.format(1, "one"), "- " + RM.format(100, "two")]
    before, first = lookup(site_of(*texts))
    after, second = lookup(site_of(texts[0], "- " + RM.format(100, "three")))
    assert before != after
    assert sorted(Path(path).name.split(".")[0] for path in set(first) - set(second)) == [
        "index",
        "rm-1",
    ]
    assert lookup(site_of(*texts)) == (before, first)


def test_every_page_loads_the_script_and_then_the_index() -> None:
    loaded = [src for src in page(lighthouse(), "roadmap").loaded if "assets/pmdocs" in src]
    assert [Path(src).name.split(".")[0] for src in loaded] == ["pmdocs", "pmdocs", "index"]
