"""Two criteria of a story say the same.

Somebody copied one and forgot to change it, so that what it was meant to say is
missing. If it is not missing, two tests prove one thing.

Write what the second one was meant to say, or remove it. The id of a criterion
that is removed is not used again.

## Bad
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - {id: AC-1, text: the file has one row for each item}
        - {id: AC-2, text: The file has one row for each item.}
    ```
## Good
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - {id: AC-1, text: the file has one row for each item}
        - {id: AC-2, text: the file has one column for each field}
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.criteria.naming import called
from pmdocs.rules.rule import rule
from pmdocs.rules.words import head


@rule("PM305", "duplicate-criterion", Severity.WARNING, reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the criteria with the words of an earlier one of the same story."""
    seen: dict[str, int] = {}
    for index, criterion in enumerate(story.criteria if story.state.role != "dropped" else ()):
        words = " ".join(re.findall(r"\w+", criterion.whole.lower()))
        first = seen.setdefault(words, index)
        if words and first != index:
            message = f"{called(story, index)} says the same as {called(story, first)}"
            note = Note(head(story, "criteria", first), "first written here")
            hint = "write what it was meant to say, or remove it"
            yield Finding(head(story, "criteria", index), message, hint, (note,))
