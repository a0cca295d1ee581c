"""A feature or a scenario names a story that does not exist.

Its scenarios are criteria of nothing: no page shows them, and no story is done
because they pass.

Write the id of a story that is there. A tag that is no story's id may have any
other form.

## Bad
    ```gherkin title="roadmap/export.feature"
    @US-11
    Feature: Export

      @AC-1
      Scenario: each item has a row
        When I export 3 items
        Then the file has 3 rows
    ```
    ```yaml
    - {id: US-1, title: Export, as_a: planner, i_want: a file, so_that: I can sort}
    ```
## Good
    ```gherkin title="roadmap/export.feature"
    @US-1
    Feature: Export

      @AC-1
      Scenario: each item has a row
        When I export 3 items
        Then the file has 3 rows
    ```
    ```yaml
    - {id: US-1, title: Export, as_a: planner, i_want: a file, so_that: I can sort}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Edit, Finding, Fix
from pmdocs.project.project import Project
from pmdocs.rules.links.hearsay import existing
from pmdocs.rules.links.nearest import Nearest
from pmdocs.rules.rule import rule

_FALLBACK = "write the id of a story that exists, or remove the tag"


@rule("PM330", "unknown-story-in-feature")
def check(project: Project) -> Iterator[Finding]:
    """Find the ids of stories in `.feature` files that no story has."""
    if not project.features:
        return
    heard, nearest = existing(project), Nearest(project)
    for named in project.features:
        if project.find(named.story) is None and named.story not in heard:
            found = nearest.find(named.story, kinds=("story",))
            hint = found[0] if found else _FALLBACK
            fix = Fix((Edit(named.span, found[1].text),), found[1].safe) if found else None
            yield Finding(named.span, f"there is no story `{named.story}`", hint, fix=fix)
