"""A person has shown a criterion to hold, but too long ago to count.

What was seen then may have changed since, and nobody has looked again.

Look again, and write the new date. For how many days it counts is said in the
settings: `evidence: {manual_days: 365}`.

## Bad
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      criteria:
        - id: AC-1
          text: the chart can be read at night
          verification: manual
          evidence: {date: 2025-05-20, by: harbour office}
    ```
## Good
    ```yaml
    - id: US-12
      title: Find our light on the chart
      as_a: skipper
      i_want: the light to be on the chart
      so_that: I know where I am
      criteria:
        - id: AC-1
          text: the chart can be read at night
          verification: manual
          evidence: {date: 2026-05-20, by: harbour office}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.ids import local_id
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM867", "expired-evidence", Severity.WARNING, reads=("status", "criteria"))
def check(story: Story, project: Project) -> Iterator[Finding]:
    """Find what a person has shown, and would have to look at again."""
    most = project.settings.plugin.evidence.manual_days
    for index, criterion in enumerate(story.criteria if story.state.role != "dropped" else ()):
        shown = criterion.evidence
        if shown is None or criterion.verification == "test":
            continue
        age = (project.today - shown.date.last).days
        if age > most:
            id = f"{story.id}.{local_id(criterion, story)}"
            yield Finding(
                story.at("criteria", index, "evidence", "date"),
                f"what shows `{id}` is {age:,} days old, and counts for {most:,}",
                "look again, and write the new date",
                item=id,
            )
