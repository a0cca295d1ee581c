"""Mending changes what it names and nothing else, whatever the files look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmdocs.rules.catalogue import check
from pmdocs.rules.outcome import key
from pmdocs.rules.repair import Repair
from tests.mended import Texts

_COMMENT = re.compile(r"#[ ]note [0-9]+")
# What is written for a field, and the value that is meant.
_DATES = [("2027-03-14", "2027-03-14"), ("14.3.2027", "2027-03-14"), ("'2027/3/14'", "2027-03-14")]
_ENDS = [("2027-Q4", "2027-Q4"), ("Q4 2027", "2027-Q4"), ('"2027 q4"', "2027-Q4")]
_STATES = [("in progress", "in progress"), ("In-Progress", "in progress"), ("planed", "planned")]
_EFFORTS = [("3d", "3d"), ("3 Days", "3d"), ("1,5 w", "1.5w")]
_TITLES = ["Accounts", "'it''s ready'", '"a \\"b\\""', "Sorting: by date", "@all", "a — b ü 导出"]
_KEYS = [("owner", "owner"), ("Owner", "owner"), ("ownr", "owner")]


@dataclass(frozen=True)
class Layout:
    """How a file is written: what stands between and behind the values."""

    flow: bool
    dash: bool
    end: str
    gaps: tuple[int, ...]
    notes: tuple[bool, ...]


layouts = st.builds(
    Layout,
    st.booleans(),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
    st.tuples(*[st.integers(1, 3)] * 8),
    st.tuples(*[st.booleans()] * 8),
)


@st.composite
def items(draw: st.DrawFn, number: int) -> list[tuple[str, str]]:
    """The fields of a roadmap item, some of them with a slip."""
    id = draw(st.sampled_from([f"RM-{number}", f"rm-{number}", f"'RM_{number}'", f"RM{number}"]))
    fields = [("id", id), ("title", draw(st.sampled_from(_TITLES))), ("outcome", "o")]
    fields.append(("start", draw(st.sampled_from(_DATES))[0]))
    fields.append(("end", draw(st.sampled_from(_ENDS))[0]))
    fields.append(("status", draw(st.sampled_from(_STATES))[0]))
    fields.append(("effort", draw(st.sampled_from(_EFFORTS))[0]))
    fields.append((draw(st.sampled_from(_KEYS))[0], "me"))
    return fields


def written(fields: list[tuple[str, str]], layout: Layout) -> str:
    """An item in YAML; without brackets where a value could not stand in them."""
    flow = layout.flow and not any(re.search(r"[,:]", value) for _, value in fields)
    if flow:
        inner = ", ".join(
            f"{key}:{' ' * gap}{value}"
            for (key, value), gap in zip(fields, layout.gaps, strict=True)
        )
        note = "  # note 1" if layout.notes[0] else ""
        return f"- {{{inner}}}{note}\n"
    rows = [
        f"{key}:{' ' * gap}{value}" + (f"  # note {index}" if note else "")
        for index, ((key, value), gap, note) in enumerate(
            zip(fields, layout.gaps, layout.notes, strict=True)
        )
    ]
    return "- " + "\n  ".join(rows) + "\n"


LISTS = [
    "  depends_on: [RM-8, rm-8, RM-9]  # note 20\n",
    "  depends_on:  # note 21\n    - RM-8  # note 22\n    - rm-8  # note 23\n\n    # note 24\n    - 'Votes'\n",
    "  depends_on: RM-8\n",
    "",
]
CRITERIA = [
    "  criteria:\n    - one  # note 30\n    - {id: AC-4, text: two}\n    - text: three  # note 31\n      verification: Manual\n",
    "  criteria: [one, {text: two}]  # note 32\n",
    "  criteria:\n  - |\n    one\n\n    more\n  # note 33\n  - >-\n    two\n",
]


@st.composite
def projects(draw: st.DrawFn) -> Texts:
    """A product of a few files, with slips and in all kinds of layout."""
    first, second = draw(layouts), draw(layouts)
    one = written(draw(items(1)), first) + written(draw(items(2)), second)
    two = (
        "# note 40\n- {id: RM-8, title: Votes, outcome: o}\n- {id: RM-9, title: Search, outcome: o}\n"
        "- id: RM-7\n  title: Share\n  outcome: o\n" + draw(st.sampled_from(LISTS))
    )
    story = "id: US-1\ntitle: t\nas_a: a\ni_want: b\nso_that: c\n"
    three = "- " + story.replace("\n", "\n  ").rstrip(" ") + draw(st.sampled_from(CRITERIA))
    page = (
        "---\ntitle: t  # note 50\nStatus: draft\n---\n\n# Page\n\nSee [[rm-8]] and [[Votes]].  \n\n"
        + "".join(
            draw(
                st.permutations(
                    ["## Goals\n\n- x\n\n", "## Problem\n\np\u200bq\n\n", "## Ours\n\nz\n\n"]
                )
            )
        )
    )
    end = first.end
    files = {
        "roadmap/a.yaml": one.replace("\n", end),
        "roadmap/b.yaml": two.replace("\n", second.end),
        "roadmap/c.yaml": three.replace("\n", end),
        "content/PRD-1.md": page.replace("\n", second.end),
    }
    return Texts(files)


def comments(texts: Mapping[str, str]) -> Counter[str]:
    return Counter(note for text in texts.values() for note in _COMMENT.findall(text))


# What stands in a line that may change; `text:` and `|` are criteria without an id.
_SLIPS = re.compile(
    r"rm-|RM_|RM[0-9]|14\.3|/|Q4 |q4|In-P|planed|Days|,5|Sorting:|@all|Owner|ownr|Status|Votes|\u200b"
    r"|    - one|- (?:text:|\||>)|criteria: \[|^    (?:one|more|two)|Manual"
)


def after(texts: Texts, done: Repair) -> dict[str, str]:
    return {**texts.files, **done.texts}


@pytest.mark.verifies("US-109.AC-2")
@given(projects(), st.booleans())
@settings(deadline=None, max_examples=40)
def test_a_second_repair_changes_nothing(texts: Texts, unsafe: bool) -> None:  # noqa: FBT001
    done = texts.mend(unsafe=unsafe)
    again = Texts(after(texts, done)).mend(unsafe=unsafe)
    assert (again.texts, again.mended) == ({}, ())


@pytest.mark.verifies("US-108.AC-4")
@given(projects(), st.booleans())
@settings(deadline=None, max_examples=40)
def test_comments_and_line_ends_stay(texts: Texts, unsafe: bool) -> None:  # noqa: FBT001
    new = after(texts, texts.mend(unsafe=unsafe))
    assert comments(new) == comments(texts.files)
    for path, text in texts.files.items():
        has_returns = "\r\n" in text
        assert (new[path].count("\r\n") == new[path].count("\n")) is has_returns or "\n" not in text


@pytest.mark.verifies("US-108.AC-4")
@given(projects(), st.booleans())
@settings(deadline=None, max_examples=40)
def test_lines_without_a_slip_stay(texts: Texts, unsafe: bool) -> None:  # noqa: FBT001
    new = after(texts, texts.mend(unsafe=unsafe))
    for path, text in texts.files.items():
        clean = Counter(row for row in text.split("\n") if not _SLIPS.search(row))
        assert not clean - Counter(new[path].split("\n"))


@pytest.mark.verifies("US-109.AC-3")
@given(projects(), st.booleans())
@settings(deadline=None, max_examples=40)
def test_nothing_as_bad_comes_for_what_goes(texts: Texts, unsafe: bool) -> None:  # noqa: FBT001
    done, before = texts.mend(unsafe=unsafe), check(texts.read({}))
    was, now = Counter(map(key, before)), Counter(map(key, done.found))
    errors = {key(d) for d in (*before, *done.found) if d.severity == "error"}
    # A file that is no YAML hides all that is wrong in it.
    unread = {path for code, path, _ in was if code == "PM001"}
    assert not {one for one in now - was if one in errors and one[1] not in unread}
    # Behind a value that cannot be read, a rule may see nothing.
    if not any(code < "PM2" for code, *_ in was):
        assert not now - was


@pytest.mark.verifies("US-108.AC-1")
@given(projects())
@settings(deadline=None, max_examples=40)
def test_all_slips_are_mended_as_they_were_meant(texts: Texts) -> None:
    now = texts.mend(unsafe=True).project.items
    for id in ("RM-1", "RM-2"):
        assert (str(now[id].dates["start"]), str(now[id].dates["end"])) == ("2027-03-14", "2027-Q4")
        assert now[id].status in {"in progress", "planned"}
        assert (now[id].owner, now[id].partial) == ("me", False)
    assert set(now["RM-7"].model_dump()["depends_on"]) <= {"RM-8", "RM-9"}
    criteria = now["US-1"].model_dump()["criteria"]
    assert all(re.fullmatch(r"AC-\d+", one["id"]) for one in criteria)
    assert len({one["id"] for one in criteria}) == len(criteria)


@pytest.mark.verifies("US-108.AC-1")
@given(projects())
@settings(deadline=None, max_examples=40)
def test_a_safe_repair_leaves_what_items_say(texts: Texts) -> None:
    before, now = texts.read({}), texts.mend().project
    for id, item in before.items.items():
        new = now.items[id]
        for name, value in item.model_dump().items():
            if item.knows({name}):
                assert _meaning(name, new.model_dump()[name]) == _meaning(name, value)


def _meaning(name: str, value: Any) -> Any:
    """The value without what a repair may add or take away: ids, and what says nothing."""
    if name == "criteria":
        return [(one["text"], one["verification"]) for one in value]
    if name == "depends_on":
        return {{"rm-8": "RM-8", "Votes": "RM-8"}.get(id, id) for id in value}
    return value.replace("\u200b", "") if isinstance(value, str) else value
