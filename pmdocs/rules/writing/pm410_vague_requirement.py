"""A requirement uses a word that everybody understands differently.

Those who approve it and those who build it mean different things by "easy" or
"robust", and find out when it is built. "Where possible" and "as appropriate" let
the reader decide whether it holds at all.

Write what can be seen, counted or measured instead. Words in quotation marks or
in backticks are left alone, and so is `fast` beside a number with its unit.

## Bad
    ```yaml
    - id: PRD-1
      title: Export
      problem: nobody can count our plans
      requirements: [{id: NFR-1, text: The export is robust and easy to use.}]
    ```
## Good
    ```yaml
    - id: PRD-1
      title: Export
      problem: nobody can count our plans
      requirements: [{id: NFR-1, text: An export that stops half-way leaves no file.}]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.vague import may_be_vague, vague_words
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.writing.requirements import requirements_of


@rule("PM410", "vague-requirement", Severity.WARNING, ("status", "requirements"))
def check(prd: Prd, _: Project) -> Iterator[Finding]:
    """Find the words in requirements of which nobody can say whether they hold."""
    for _index, words in requirements_of(prd):
        for vague in vague_words(words.prose) if may_be_vague(words.node.text) else ():
            message = f"`{vague.word}` can mean anything in a requirement"
            yield Finding(words.span(vague.start, vague.end), message, vague.hint)
