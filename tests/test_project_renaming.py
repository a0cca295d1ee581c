"""Edits of ids: everything in its own style, there and back again."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmdocs.cli.patch import patch_of
from pmdocs.project.new_id import found
from pmdocs.project.project import PartPlace, Project
from pmdocs.project.reader import build
from pmdocs.project.renaming import renaming
from pmdocs.project.renaming_parts import renaming_of_part
from pmdocs.rules.catalogue import check
from pmdocs.text import Source

Files = dict[str, str]


def renamed(files: Files, old: str, new: str, *, alias: bool = True) -> Files:
    """The files of a project after a rename."""
    sources = [Source(path, text) for path, text in files.items() if not path.startswith("tests/")]
    tests = [Source(path, text) for path, text in files.items() if path.startswith("tests/")]
    project = build(sources)
    one = found(project, old)
    if isinstance(one, PartPlace):
        change = renaming_of_part(project, one, new, tests)
    else:
        change = renaming(project, one, new, tests, alias=alias)
    by_path = {source.path: source for source in (*sources, *tests)}
    patch = patch_of(by_path, change.edits, change.moves)
    after = {**files, **patch.texts}
    return {change.moves.get(path, path): text for path, text in after.items()}


def project(files: Files) -> Project:
    """The project of the files that are no tests."""
    return build([Source(p, text) for p, text in files.items() if not p.startswith("tests/")])


def told(files: Files, old: str = "", new: str = "") -> Counter[str]:
    """What the check says, with an id in the place of another."""
    words = (f"{d.code} {d.finding.message}" for d in check(project(files)))
    return Counter(re.sub(rf"\b{old}\b", new, line) if old else line for line in words)


STYLES = {
    # What stands there, and what stands there with one more former id.
    "- id: IDEA-1\n  title: t\n": "- id: IDEA-9\n  title: t\n  aliases: [IDEA-1]\n",
    "- id: IDEA-1": "- id: IDEA-9\n  aliases: [IDEA-1]",
    "- id: 'IDEA-1' # the first\n  title: t # c\n  status: new": (
        "- id: 'IDEA-9' # the first\n  title: t # c\n  aliases: [IDEA-1]\n  status: new"
    ),
    "id: IDEA-1\r\ntitle: t\r\n": "id: IDEA-9\r\ntitle: t\r\naliases: [IDEA-1]\r\n",
    "id: IDEA-1\ntitle: >\n  t\n  u\nstatus: new\n": "id: IDEA-9\naliases: [IDEA-1]\ntitle: >\n  t\n  u\nstatus: new\n",
    '{"id": "IDEA-1", "title": "t"}\n': '{"id": "IDEA-9", "title": "t", aliases: [IDEA-1]}\n',
    "[{title: t, id: IDEA-1}, {id: IDEA-2, title: u}]": "[{title: t, aliases: [IDEA-1], id: IDEA-9}, {id: IDEA-2, title: u}]",
    "- id: IDEA-1\n  aliases: [IDEA-5, IDEA-6]\n": "- id: IDEA-9\n  aliases: [IDEA-5, IDEA-6, IDEA-1]\n",
    "- id: IDEA-1\n  aliases: []\n": "- id: IDEA-9\n  aliases: [IDEA-1]\n",
    "- id: IDEA-1\n  aliases:\n  title: t\n": "- id: IDEA-9\n  aliases: [IDEA-1]\n  title: t\n",
    "- id: IDEA-1\n  aliases: ~\n  title: t\n": "- id: IDEA-9\n  aliases: [IDEA-1]\n  title: t\n",
    "- id: IDEA-1\n  aliases: IDEA-5\n": "- id: IDEA-9\n  aliases: [IDEA-5, IDEA-1]\n",
    "- id: IDEA-1\n  aliases:\n    - IDEA-5  # once\n    - IDEA-6\n  title: t\n": (
        "- id: IDEA-9\n  aliases:\n    - IDEA-5  # once\n    - IDEA-6\n    - IDEA-1\n  title: t\n"
    ),
    "- id: IDEA-1\n  aliases:\n  - IDEA-5": "- id: IDEA-9\n  aliases:\n  - IDEA-5\n  - IDEA-1",
    "- id: IDEA-1\n  aliases: [IDEA-1]\n": "- id: IDEA-9\n  aliases: [IDEA-1]\n",
}


@pytest.mark.verifies("US-111.AC-3")
@pytest.mark.parametrize(("before", "after"), STYLES.items())
def test_the_old_id_is_added_in_the_style_of_the_item(before: str, after: str) -> None:
    assert renamed({"roadmap/a.yaml": before}, "IDEA-1", "IDEA-9") == {"roadmap/a.yaml": after}
    if "title" in before:
        assert "IDEA-1" in project({"roadmap/a.yaml": after}).items["IDEA-9"].aliases


@pytest.mark.parametrize("text", [text for text in STYLES if "IDEA-1]" not in text and ":\n  t" not in text and "~" not in text and "s: IDEA-5" not in text and "[]" not in text])  # fmt: skip
def test_an_item_that_takes_its_id_back_forgets_it_without_a_trace(text: str) -> None:
    files = {"roadmap/a.yaml": text}
    there = renamed(files, "IDEA-1", "IDEA-9")
    assert renamed(there, "IDEA-9", "IDEA-1", alias=False) == files


PAGES = {
    "---\n---\n# T\n": "---\naliases: [IDEA-1]\n---\n# T\n",
    "---\nstatus: new\n---\n# T\n": "---\naliases: [IDEA-1]\nstatus: new\n---\n# T\n",
    "---\nid: IDEA-1\nstatus: new\n---\n# T\n": "---\nid: IDEA-9\naliases: [IDEA-1]\nstatus: new\n---\n# T\n",
    "---\nstatus: new\ntitle: T\n---\n": "---\nstatus: new\ntitle: T\naliases: [IDEA-1]\n---\n",
}


@pytest.mark.verifies("US-111.AC-3")
@pytest.mark.parametrize(("before", "after"), PAGES.items())
def test_the_old_id_is_added_to_the_front_matter(before: str, after: str) -> None:
    after_rename = renamed({"content/IDEA-1-t.md": before}, "IDEA-1", "IDEA-9")
    assert after_rename == {"content/IDEA-9-t.md": after}
    item = project(after_rename).items["IDEA-9"]
    assert (item.aliases, item.title) == (("IDEA-1",), "T")
    assert renamed(after_rename, "IDEA-9", "IDEA-1", alias=False) == {"content/IDEA-1-t.md": before}


ADDRESSES = {
    "[a](items/US-1/)": True,
    "[a](../items/US-1.md#pm-ac-1)": True,
    "[a](/items/US-1/index.html)": True,
    "[a](items/US-1/#US-1)": True,
    "[a](US-1-t.md)": True,
    "[a](../content/US-1-t.md 'US-1x')": True,
    "[a][b]\n\n[b]: US-1-t.md": True,
    '<a href="US-1-t/">a</a>': True,
    "[a](other/US-1-t.md)": False,
    "[a](items/US-10/)": False,
    "[a](items/x-US-1/)": False,
    "[a](page.md#US-1)": False,
    "[a](//example.org/items/US-1/)": False,
    "[a](https://example.org/items/US-1/)": False,
    "[a](pictures/US-1.png)": False,
    "## A heading {#US-1}": False,
    "<!-- US-1 -->": False,
    "``US-1``": False,
}


@pytest.mark.verifies("US-111.AC-3")
@pytest.mark.parametrize(("text", "changes"), ADDRESSES.items())
def test_addresses_of_the_item_change_and_no_others(text: str, changes: bool) -> None:  # noqa: FBT001
    files = {
        "content/a.md": f"# A\n\n{text}\n",
        "content/US-1-t.md": "---\ntitle: T\n---\n",
        "content/other/US-1-t.md": "An ordinary page.\n",
    }
    after = renamed(files, "US-1", "US-9")["content/a.md"]
    wanted = re.sub(r"US-1(?![0-9x])", "US-9", files["content/a.md"])
    assert after == (wanted if changes else files["content/a.md"])


CHARTER = """\
id: CH-1
title: Charter
purpose: because
sponsor: Ada
manager: {role: planner, authority: may order}
start: 2027-01-04
tasks:
  - {id: T-1, title: First}
  - {id: T-10, title: Tenth}
  - {id: T-2, title: Second after T-1, depends_on: [T-1 SS+2d, 'T-10']}
  - {id: T-3, title: Third, depends_on: CH-1.T-1 FS+1d}
"""


@pytest.mark.verifies("US-112.AC-1")
def test_a_part_changes_in_its_item_and_everywhere_else() -> None:
    files = {
        "roadmap/c.yaml": CHARTER,
        "roadmap/i.yaml": "- {id: IDEA-1, title: see CH-1.T-1, notes: '[t](items/CH-1/#pm-t-1)'}\n",
        "content/a.md": "[[CH-1.T-1]], CH-1.T-10, T-1, [t](items/CH-1/#pm-t-1)\n",
        "content/b.md": "[t](c.md#pm-t-1) [t](#pm-t-1) [t](items/CH-2/#pm-t-1) [t](items/CH-1/#pm-t-10)\n",
        "tests/a.py": "CH_1_T_1 CH_1_T_10 ch_1_t_1 'CH-1.T-1'",
    }
    after = renamed(files, "CH-1.T-1", "CH-1.T-7")
    assert after == {
        "roadmap/c.yaml": CHARTER.replace("{id: T-1,", "{id: T-7,")
        .replace("[T-1 SS", "[T-7 SS")
        .replace("CH-1.T-1 FS", "CH-1.T-7 FS"),
        "roadmap/i.yaml": "- {id: IDEA-1, title: see CH-1.T-7, notes: '[t](items/CH-1/#pm-t-7)'}\n",
        "content/a.md": "[[CH-1.T-7]], CH-1.T-10, T-1, [t](items/CH-1/#pm-t-7)\n",
        "content/b.md": files["content/b.md"],
        "tests/a.py": "CH_1_T_7 CH_1_T_10 ch_1_t_7 'CH-1.T-7'",
    }
    assert renamed(after, "CH-1.T-7", "CH-1.T-1") == files


@pytest.mark.verifies("US-112.AC-1")
@pytest.mark.parametrize(
    "criteria",
    [
        "- **AC-1** a\n- **AC-10** b\n",
        "- **US-1.AC-1** a\n- **AC-2** b\n",
        "```gherkin\n@AC-1\nScenario: S\n  Given a\n  When b\n  Then c\n```\n",
        "```gherkin\nScenario: AC-1 S\n  Given a\n  When b\n  Then c\n```\n",
        "- **AC-1** a, [here](#pm-ac-1), not [there](x.md#pm-ac-1)\n- **AC-2** b\n",
        "`@AC-1`\n### Scenario: S\n- Given a\n- When b\n- Then c\n",
        "@US-1.AC-1\nScenario: S\n  Given a\n  When b\n  Then c\n",
    ],
)
def test_a_criterion_of_a_page_changes_in_each_form(criteria: str) -> None:
    text = f"---\ntitle: T\nas_a: x\ni_want: y\n---\n# T\n\n## Acceptance criteria\n\n{criteria}"
    files = {"content/US-1-t.md": text, "content/b.md": "[a](US-1-t.md#pm-ac-1)\n"}
    assert "US-1.AC-1" in project(files).parts
    after = renamed(files, "US-1.AC-1", "US-1.AC-7")
    assert after.pop("content/b.md") == "[a](US-1-t.md#pm-ac-7)\n"
    assert after == {"content/US-1-t.md": text.replace("AC-1 ", "AC-7 ").replace("AC-1\n", "AC-7\n").replace("AC-1**", "AC-7**").replace("AC-1`", "AC-7`").replace("(#pm-ac-1", "(#pm-ac-7")}  # fmt: skip
    assert "US-1.AC-7" in project(after).parts


def test_the_items_own_words_for_a_part_are_told() -> None:
    source = Source("roadmap/c.yaml", CHARTER)
    charter = build([source])
    change = renaming_of_part(charter, charter.parts["CH-1.T-1"], "CH-1.T-7")
    assert [(str(one.span), one.reason) for one in change.left] == [
        ("roadmap/c.yaml:10:35", "the item's own words")
    ]


IDS = ("US-1", "US-2", "PRD-3", "US-14")
MENTIONS = (
    "[[{}]]", "[[{}|words]]", "{}", "({})", "`{}`", "{}.AC-1", "[l](items/{}/)", "x{}", "{}-a.md",
    "<!-- {} -->", "https://example.org/{}", "```\n{}\n```", "{}:", "_{}_", "@{}.AC-1", "a/{}", "{}'s",
)  # fmt: skip
prose = st.lists(
    st.tuples(st.sampled_from(MENTIONS), st.sampled_from(IDS)).map(lambda pair: pair[0].format(pair[1])),
    max_size=8,
).map(" and ".join)  # fmt: skip


@st.composite
def record(draw: st.DrawFn, id: str) -> str:
    """An item as YAML, in one of the ways in which people write it."""
    kind = "PRD" if id.startswith("PRD") else "US"
    links = draw(
        st.lists(st.sampled_from([i for i in IDS if i != id and i[0] == "U"]), unique=True)
    )
    quote = draw(st.sampled_from(["", "'", '"']))
    lines = [
        f"id: {quote}{id}{quote}",
        draw(st.sampled_from(["title: t", "title: 'A: b'", "title: x # US-1"])),
    ]
    if kind == "US":
        lines += ["as_a: reader", "i_want: more", "so_that: it is better"]
        lines += ["prd: PRD-3"] * draw(st.booleans())
        flow = f"depends_on: [{', '.join(links)}]"
        block = "\n".join(["depends_on:", *(f"- {link}" for link in links)])
        lines += [draw(st.sampled_from([flow, block] if links else [flow]))]
        lines += ["criteria:\n  - {id: AC-1, text: it works}"]
    lines += (
        draw(st.sampled_from([[], ["aliases: [US-77]"], ["aliases:\n  - US-77\n  - US-78"]]))
        if id == "US-1"
        else []
    )
    words = draw(prose).replace("\n", "\n  ")
    lines += [f"notes: |\n  {words}"] * draw(st.booleans())
    order = draw(st.permutations(lines))
    return "\n".join(order)


@st.composite
def projects(draw: st.DrawFn) -> Files:
    """A project in which items name each other in many ways."""
    records = [draw(record(id)) for id in IDS]
    listed = "\n".join("- " + text.replace("\n", "\n  ") for text in records[:3])
    page = draw(st.sampled_from(["content/US-14-x.md", "content/x.md", "content/US-14.md"]))
    body = draw(prose)
    files = {
        "roadmap/a.yaml": listed + draw(st.sampled_from(["", "\n", "\n\n# the end, US-1"])),
        page: f"---\n{records[3]}\n---\n\n# Page\n\n{body}\n\n## Notes that follow\n\n{draw(prose)}",
        "content/b.md": f"{draw(prose)}\n\n```pmdocs table\nwhere: id:US-1\n```\n",
        "tests/a.py": draw(prose) + "US_1_AC_1 us_1_ac_1 us_1",
    }
    ending = draw(st.sampled_from(["\n", "\r\n"]))
    return {path: text.replace("\n", ending) for path, text in files.items()}


@pytest.mark.verifies("US-111.AC-5")
@settings(max_examples=150, deadline=None)
@given(projects(), st.sampled_from(IDS))
def test_there_and_back_gives_the_same_characters(files: Files, old: str) -> None:
    new = "PRD-90" if old.startswith("PRD") else "US-90"
    assert renamed(renamed(files, old, new, alias=False), new, old, alias=False) == files


@pytest.mark.verifies("US-111.AC-5")
@settings(max_examples=150, deadline=None)
@given(projects(), st.sampled_from(IDS))
def test_after_a_rename_the_check_has_nothing_new_to_say(files: Files, old: str) -> None:
    new = "PRD-90" if old.startswith("PRD") else "US-90"
    after = renamed(files, old, new)
    assert set(project(after).items) == {new if id == old else id for id in project(files).items}
    assert not told(after) - told(files, old, new)
