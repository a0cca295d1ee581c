"""What the script of the site looks up: which files there are, and what is in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from pmdocs.project.reader import build
from pmdocs.site.assets import assets
from pmdocs.site.cards import card_files, share_of
from pmdocs.site.lookup import lookup
from pmdocs.site.pages import Site
from pmdocs.text import Source
from tests.conftest import ROOT
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


def test_comments_of_the_script_and_the_stylesheet_stay_at_home() -> None:
    published = {path.rpartition(".")[2]: data.decode() for path, data in assets().items()}
    folder = ROOT / "pmdocs" / "site" / "assets"
    written = {
        ending: [line for part in sorted((folder / ending).iterdir()) for line in lines_of(part)]
        for ending in published
    }
    # Every line is there that does not begin with a comment, and no other.
    assert bare(published["js"]) == bare("".join([*WRAPPED[:2], *written["js"], *WRAPPED[2:]]))
    assert bare(published["css"]) == bare("".join(written["css"]))
    # What stands behind a line would go on to the next one.
    assert [line for line in written["js"] if re.search(r"\s//\s", line)] == []


@pytest.mark.parametrize("ending", ["css", "js"])
def test_what_is_said_in_strings_keeps_its_spaces(ending: str) -> None:
    text = next(data.decode() for path, data in assets().items() if path.endswith(ending))
    parts = (ROOT / "pmdocs" / "site" / "assets" / ending).iterdir()
    written = "\n".join(line for part in sorted(parts) for line in lines_of(part))
    # Those with other quotes in or around them would be told by a reader of the language alone.
    plain = "\n".join(
        re.sub(r"`[^`]*`", "", line) for line in written.splitlines() if "'" not in line
    )
    # A word that a selector looks for needs no quotes.
    texts = plain if ending == "js" else _SOUGHT.sub(r"=\1]", written)
    strings = re.findall(r'"[^"\n]*"', texts)
    assert strings
    assert {one for one in strings if one not in text} == set()


_SOUGHT = re.compile(r'="([A-Za-z][\w-]*)"\]')
WRAPPED = ["(() => {", '"use strict";', "})();"]


def bare(text: str) -> str:
    """A script or a stylesheet without spaces, semicolons and quotes that it may do without."""
    return _SOUGHT.sub(r"=\1]", "".join(text.split()).replace(";}", "}"))


def lines_of(part: Path) -> list[str]:
    """The lines of a part of the script that a browser does something with."""
    kept, inside = [], False
    for line in part.read_text("utf-8").splitlines():
        begins = line.lstrip().startswith(("/*", "//"))
        if line and not begins and not inside:
            kept.append(line.strip())
        inside = (inside or line.lstrip().startswith("/*")) and "*/" not in line
    return kept
