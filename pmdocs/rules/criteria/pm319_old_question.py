"""A question of a PRD has been open for too long.

Somebody waits for the answer, or has stopped waiting and guesses. After a month
it will not answer itself: nobody feels asked any more.

Ask the one person who can decide, and give them a day. Write down the answer
(`answer:`), or that the question is not worth one. Usually 30 days are allowed;
the settings can say otherwise, with `days`. Questions without a `date` are left
alone, and so are those of PRDs that are superseded.

## Bad
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      problem: customers ask for our plans by mail
      open_questions: [{id: Q-1, text: Who may see it?, date: 2026-03-02}]
    ```
## Good
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      problem: customers ask for our plans by mail
      open_questions: [{id: Q-1, text: Who may see it?, date: 2026-03-02, answer: everybody}]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.project.project import Project
from pmdocs.rules.criteria.questions import open_questions
from pmdocs.rules.rule import Options, rule


class LongestWait(Options):
    """How long a question may be open."""

    days: int = 30
    """The most days that a question may go without an answer."""


@rule("PM319", "old-question", Severity.WARNING, reads=("status", "open_questions"))
def check(prd: Prd, project: Project, longest: LongestWait) -> Iterator[Finding]:
    """Find the questions that were asked long ago and have no answer."""
    for index, question in open_questions(prd) if prd.state.role != "dropped" else ():
        days = (project.today - question.date.last).days if question.date else 0
        if days > longest.days:
            message = f"`{prd.id}.{question.id}` has been open for {days} days"
            hint = "write down the `answer:`, or remove the question if nobody needs one"
            yield Finding(prd.at("open_questions", index, "date"), message, hint)
