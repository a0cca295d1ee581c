"""Blocks in prose: their options, and what is wrong in them, at its line."""

from __future__ import annotations

import pytest

from pmdocs.project.blocks import Table, Timeline
from pmdocs.project.reader import build
from pmdocs.rules.catalogue import check
from pmdocs.text import Source

ITEM = Source(
    "roadmap/a.yaml", "{id: RM-1, title: Sharing, outcome: customers see it, theme: Team}"
)


def said(block: str) -> list[str]:
    """What is wrong with a page that begins with a block, but for what is missing in the item."""
    found = check(build([ITEM, Source("content/plan.md", block)]))
    page = [d for d in found if d.span.path == "content/plan.md"]
    return [
        f"{d.span.start.line}:{d.span.start.column} {d.code} {d.finding.message} | {d.finding.hint}"
        for d in page
    ]


def test_options_are_read() -> None:
    text = "# Plan\n\n```pmdocs timeline\nwhere: theme:team\ngroup: team\n```\n"
    project = build([ITEM, Source("content/plan.md", text)])
    (block,) = project.blocks["content/plan.md"]
    assert (block.view, block.options) == (
        "timeline",
        Timeline(where="theme:team", group="team"),
    )
    assert text[block.start : block.end] == text[8:-1]


def test_a_table_takes_columns_and_an_order() -> None:
    text = "```pmdocs table\nwhere: kind:story\ncolumns: [id, title, when]\nsort: -points\n```"
    (block,) = build([Source("content/plan.md", text)]).blocks["content/plan.md"]
    assert block.options == Table(
        where="kind:story", columns=("id", "title", "when"), sort="-points"
    )


@pytest.mark.verifies("US-73.AC-2")
@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "```pmdocs timelin\n```",
            "1:11 PM113 there is no view `timelin` | did you mean `timeline`?",
        ),
        (
            "```pmdocs\n```",
            "1:4 PM113 this block names no view | write one, such as ```` ```pmdocs timeline ````",
        ),
        (
            "```pmdocs timeline\ngruop: team\n```",
            "2:1 PM113 a timeline has no option `gruop` | did you mean `group`?",
        ),
        (
            "```pmdocs timeline\ngroup: taem\n```",
            "2:8 PM113 `taem` is not one of the words for this option | did you mean `team`? The words are `objective`, `theme`, `team`, `release`",
        ),
        (
            "```pmdocs timeline\nwhere: theme:a staus:done\n```",
            "2:16 PM113 no item has a field `staus` | did you mean `status`?",
        ),
        (
            '```pmdocs board\nwhere: "status:redy"\n```',
            "2:16 PM113 no item has the status `redy` | did you mean `ready`?",
        ),
        (
            "```pmdocs table\n```",
            "1:11 PM113 `where` is missing | add `where:` with a query, such as `where: kind:story status:ready`",
        ),
        (
            "```pmdocs table\nwhere: kind:story\ncolumns: [id, titel]\n```",
            "3:15 PM113 no item has a field `titel` | did you mean `title`?",
        ),
        (
            "```pmdocs table\nwhere: kind:story\nsort: -pionts\n```",
            "3:7 PM113 no item has a field `pionts` | did you mean `points`?",
        ),
        (
            "```pmdocs board\nkind: stry\n```",
            "2:7 PM113 there is no kind `stry` | did you mean `story`?",
        ),
        (
            "```pmdocs item\nid: RM-2\n```",
            "2:5 PM210 there is no `RM-2` | write the id of an item that exists, or put it in backticks if it is no reference",
        ),
        (
            "```pmdocs board\n- by\n```",
            "2:1 PM113 expected options here | write `name: value` lines",
        ),
        (
            "```pmdocs board\nby: [\n```",
            "2:5 PM001 the bracket `[` that is opened here is not closed | write `]` at its end, and a comma between two values",
        ),
    ],
)
def test_what_is_wrong_is_found_at_its_line(block: str, expected: str) -> None:
    assert said(block) == [expected]


def test_all_that_is_wrong_is_told_at_once() -> None:
    found = said("```pmdocs board\nkid: story\nwhere: staus:done\nkind: stry\n```")
    assert [line.split(" ")[0] for line in found] == ["2:1", "3:8", "4:7"]


def test_ids_in_a_block_count_as_mentions() -> None:
    page = Source("content/plan.md", "```pmdocs trace\nid: RM-1\n```")
    (mention,) = build([ITEM, page]).mentions
    assert (mention.target, mention.span.start.line) == ("RM-1", 2)
