"""A criterion uses a word that everybody understands differently.

"Fast" is two seconds to one reader and a tenth to another, so nobody can say
whether a criterion with this word holds. "As expected" hides the very thing
that the criterion is there to say.

Write what can be seen, counted or measured instead. Words in quotation marks or
in backticks are left alone, and so is `fast` beside a number with its unit.

## Bad
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - {id: AC-1, text: the export is fast}
    ```
## Good
    ```yaml
    - id: US-1
      title: Export the roadmap
      as_a: product manager
      i_want: a CSV file
      so_that: I can sort it
      criteria:
        - {id: AC-1, text: the export of 1000 items takes less than 2 seconds}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.model.vague import may_be_vague, vague_words
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import words_of


@rule("PM304", "vague-criterion", Severity.WARNING, reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the words in criteria that cannot be found true or false."""
    for words in words_of(story, "criteria") if story.state.role != "dropped" else ():
        if may_be_vague(words.node.text) and "evidence" not in words.path:
            for vague in vague_words(words.prose):
                message = f"`{vague.word}` can mean anything in a criterion"
                yield Finding(words.span(vague.start, vague.end), message, vague.hint)
