"""A small product in a real repository, and a branch that changes it: for well, and for worse.

The product is fictional: a team that builds a ferry timetable.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.test_history_branches import commit, git

if TYPE_CHECKING:
    from pathlib import Path

MKDOCS_YML = """\
site_name: Ferry timetable
docs_dir: content
theme: {name: material, font: false}
plugins:
  - search
  - pmdocs:
      transitions:
        story:
          draft: [ready, dropped]
          ready: [in progress, dropped]
          in progress: [done, dropped]
"""

GOALS = """\
- id: PER-1
  title: Commuter
  role: takes the ferry twice a day
  goals: [to be at work in time]
  pains: [a paper timetable that is old]
- id: OBJ-1
  title: Nobody misses a ferry
  period: 2027
  key_results:
    - {id: KR-1, text: people who ask at the counter, baseline: 40, target: 10, current: 40, unit: a day}
"""

ROADMAP = """\
# What comes next. Dates are those of the harbour office.
- id: RM-1
  title: Timetable on the phone
  owner: Product
  status: in progress
  outcome: commuters see the next ferry
  start: 2026-Q4
  end: 2027-Q1   # agreed with the harbour
  confidence: medium
  objectives: [OBJ-1]
- id: RM-2
  title: Delays
  owner: Product
  status: planned
  outcome: commuters hear of a delay before they leave
  start: 2027-Q2
  end: 2027-Q3
  confidence: medium
  objectives: [OBJ-1]
  depends_on: [RM-1]
"""

PRD = """\
---
id: PRD-1
title: The next ferry
status: approved
owner: Product
item: RM-1
personas: [PER-1]
approvals: [{role: harbour office, state: approved, date: 2026-11-01}]
---

# The next ferry

## Problem

Commuters stand at the pier and do not know when the next ferry goes.

## Goals

- A commuter knows the next ferry without asking.

## Success metrics

- Questions at the counter fall from 40 to 10 a day.

## Requirements

- **FR-1** (must) The page must show the next 3 ferries within 2 seconds.
- **FR-2** (must) The page must work without a network for 24 hours.

## Out of scope

- Tickets.

## Open questions

- **Q-1** Which piers come first?
"""

STORIES = """\
- id: US-1
  title: See the next ferry
  status: ready
  as_a: PER-1
  i_want: to see when the next ferry goes
  so_that: I leave home in time
  priority: must
  prd: PRD-1.FR-1
  criteria:
    - {id: AC-1, text: the next 3 ferries are shown with their times}
    - {id: AC-2, text: a ferry that is gone is not shown}
- id: US-2
  title: See it without a network
  status: draft
  as_a: PER-1
  i_want: to see the timetable on the water
  so_that: I can plan the way back
  priority: must
  prd: PRD-1.FR-2
  criteria:
    - {id: AC-1, text: the timetable of today is shown 24 hours after the last contact}
"""

FILES = {
    "mkdocs.yml": MKDOCS_YML,
    "content/index.md": "# Ferry timetable\n",
    "content/prds/PRD-1-the-next-ferry.md": PRD,
    "roadmap/goals.yaml": GOALS,
    "roadmap/items.yaml": ROADMAP,
    "roadmap/stories.yaml": STORIES,
}


@dataclass(frozen=True, slots=True)
class Change:
    """Words in a file that become others."""

    path: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Break:
    """A change that breaks something, and the finding that it must get.

    The finding stands in `line` of the changed file, under these words, and its hint
    says, among other things, what to write.
    """

    change: Change
    line: int
    code: str
    underlined: str
    hint: str


STORIES_FILE, ITEMS_FILE = "roadmap/stories.yaml", "roadmap/items.yaml"
PRD_FILE = "content/prds/PRD-1-the-next-ferry.md"


def change(path: str, old: str, new: str) -> Change:
    """Words in a file that become others; they stand there exactly once."""
    return Change(path, old, new)


def product(folder: Path) -> Path:
    """The product in a repository of its own, on the branch main."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "-q", "-b", "main")
    commit(folder, dict(FILES))
    return folder


def make(folder: Path, *changes: Change) -> None:
    """Make changes in the files, one after the other."""
    for one in changes:
        path = folder / one.path
        text = path.read_text("utf-8")
        assert text.count(one.old) == 1, f"{one.old!r} stands {text.count(one.old)} times"
        path.write_text(text.replace(one.old, one.new), "utf-8")


def branch(folder: Path, name: str, *changes: Change) -> None:
    """A branch with these changes in one commit."""
    git(folder, "checkout", "-q", "-b", name)
    make(folder, *changes)
    git(folder, "commit", "-q", "-a", "-m", "Change the plan")


GOALS_FILE = "roadmap/goals.yaml"
CIRCLE = ("[OBJ-1]\n- id: RM-2", "[OBJ-1]\n  depends_on: [RM-2]\n- id: RM-2")
FAST = ("the next 3 ferries are shown with their times", "it is fast")

# Ten things that a branch breaks.
BREAKS = (
    Break(change(STORIES_FILE, "so_that: I l", "so_taht: I l"), 6, "PM104", "so_taht", "`so_that`"),
    Break(change(STORIES_FILE, "prd: PRD-1.FR-1", "prd: PRD-11"), 8, "PM201", "PRD-11", "`PRD-1`"),
    Break(change(STORIES_FILE, *FAST), 10, "PM304", "fast", "in less than 2 seconds"),
    Break(change(STORIES_FILE, "- id: US-2", "- id: US-1"), 12, "PM202", "US-1", "`US-2`"),
    Break(change(STORIES_FILE, "status: draft", "status: redy"), 14, "PM103", "redy", "`ready`"),
    Break(change(ITEMS_FILE, "start: 2026-Q4", "start: 2028-Q4"), 8, "PM501", "2027-Q1", "`end`"),
    Break(change(ITEMS_FILE, *CIRCLE), 11, "PM204", "RM-2", "remove one of these links"),
    Break(change(ITEMS_FILE, "end: 2027-Q3", "end: 2027-02-30"), 18, "PM105", "2027-02-30", "`20"),
    Break(change(GOALS_FILE, "a paper timetable that is old", "TODO"), 5, "PM401", "TODO", "meant"),
    Break(change(GOALS_FILE, "  period: 2027\n", ""), 6, "PM101", "OBJ-1", "`period:`"),
)

# Slips of the pen that need no decision.
SLIPS = (
    change(ITEMS_FILE, "end: 2027-Q1", "end: 31.03.2027"),
    change(ITEMS_FILE, "depends_on: [RM-1]", "depends_on: [RM-1, RM-1]  # the pier first"),
    change(STORIES_FILE, "status: ready", "status: Ready"),
    change(STORIES_FILE, "gone is not shown}", "gone is not shown}\n    - all piers are shown"),
)

# What a reader of the pull request wants to know.
PROMISES = (
    change(ITEMS_FILE, "end: 2027-Q1   # agreed", "end: 2027-Q3   # agreed"),
    change(ITEMS_FILE, "title: Delays\n  owner: Product", "title: Delays\n  owner: Harbour office"),
    change(STORIES_FILE, "    - {id: AC-2, text: a ferry that is gone is not shown}\n", ""),
    change(STORIES_FILE, "timetable of today is shown", "timetable of the week is shown"),
    change(STORIES_FILE, "  status: draft\n", "  status: done\n"),
    change(
        PRD_FILE,
        "**FR-2** (must) The page must work without a network for 24 hours",
        "**FR-2** (should) The page should work without a network",
    ),
)
