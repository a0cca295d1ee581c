"""Stories of one PRD wait for each other in a long chain.

Independent is one of the six virtues of a story (INVEST). In a chain only the
last story shows whether the others were right, nothing can be left out, and two
people cannot work side by side.

Cut the work the other way: let each story go through all layers for a small case,
so that it can be shown when it is done. Usually up to 3 open stories may follow
each other; the settings can say otherwise, with `longest`. Dependencies on stories
of other PRDs are left alone, and so are stories that are done.

## Bad
    ```yaml
    - {id: PRD-1, title: Share, problem: customers ask for our plans by mail}
    - {id: US-1, title: Store, as_a: user, i_want: a, so_that: b, prd: PRD-1}
    - {id: US-2, title: Read, as_a: user, i_want: c, so_that: d, prd: PRD-1, depends_on: US-1}
    - {id: US-3, title: Draw, as_a: user, i_want: e, so_that: f, prd: PRD-1, depends_on: US-2}
    - {id: US-4, title: Send, as_a: user, i_want: g, so_that: h, prd: PRD-1, depends_on: US-3}
    ```
## Good
    ```yaml
    - {id: PRD-1, title: Share, problem: customers ask for our plans by mail}
    - {id: US-1, title: Send, as_a: user, i_want: a, so_that: b, prd: PRD-1}
    - {id: US-2, title: Table, as_a: user, i_want: c, so_that: d, prd: PRD-1, depends_on: US-1}
    - {id: US-3, title: Chart, as_a: user, i_want: e, so_that: f, prd: PRD-1, depends_on: US-1}
    ```
"""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule

_MOST = 8


class LongestChain(Options):
    """How many stories may wait for each other."""

    longest: int = 3
    """The most open stories of one PRD that may follow each other."""


@rule("PM318", "long-story-chain", Severity.INFO, pedantic=True)
def check(project: Project, told: LongestChain) -> Iterator[Finding]:
    """Find the longest chain of open stories in each PRD."""
    by_prd: dict[str, list[Story]] = {}
    for story in project.of(Story):
        if story.prd and not story.state.closed:
            by_prd.setdefault(project.present(story.prd).partition(".")[0], []).append(story)
    for prd, stories in by_prd.items():
        chain = _longest(project, {story.id for story in stories})
        if len(chain) > told.longest:
            yield _finding(project, prd, chain)


def _longest(project: Project, ids: set[str]) -> list[str]:
    """The longest chain, the first story first; empty where they wait in a circle."""
    waits = {
        id: sorted({k.target for k in project.graph.out(id, "depends_on")} & ids)
        for id in sorted(ids)
    }
    chains: dict[str, tuple[int, str]] = {}
    try:
        for id in TopologicalSorter(waits).static_order():
            before = max(waits[id], key=lambda other: chains[other][0], default="")
            chains[id] = (chains[before][0] + 1 if before else 1, before)
    except CycleError:
        return []
    last = max(chains, key=lambda id: chains[id][0])
    chain = [last]
    while before := chains[chain[-1]][1]:
        chain.append(before)
    return chain[::-1]


def _finding(project: Project, prd: str, chain: list[str]) -> Finding:
    last = project.items[chain[-1]]
    notes = tuple(Note(project.items[id].span, f"`{id}`") for id in chain[:-1][:_MOST])
    message = f"`{last.id}` is the last of {len(chain)} stories of `{prd}` that wait for each other"
    hint = "cut the work so that each story can be shown on its own"
    return Finding(last.at("depends_on"), message, hint, notes, item=last.id)
