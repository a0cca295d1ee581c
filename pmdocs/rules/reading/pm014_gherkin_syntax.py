"""A scenario is not written in Gherkin, so that its steps cannot be read.

Each step is a line that begins with `Given`, `When`, `Then`, `And` or `But`.
Tables and quoted texts stand below the step that they belong to.

## Bad
    ```markdown title="content/US-1.md"
    ---
    as_a: product manager
    i_want: a CSV file
    so_that: I can sort it
    ---
    # Export the roadmap

    ## Acceptance criteria

    @AC-1
    Scenario: rows
      When I export 3 items
      The file has 3 rows
    ```
## Good
    ```markdown title="content/US-1.md"
    ---
    as_a: product manager
    i_want: a CSV file
    so_that: I can sort it
    ---
    # Export the roadmap

    ## Acceptance criteria

    @AC-1
    Scenario: rows
      When I export 3 items
      Then the file has 3 rows
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.criteria.steps import scenarios_of
from pmdocs.rules.rule import rule


@rule("PM014", "gherkin-syntax")
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find what is wrong in the scenarios of YAML files; those of pages are found on reading."""
    for index in range(len(story.criteria)):
        yield from scenarios_of(story, index)[1]
