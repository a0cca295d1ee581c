"""A PRD is approved, and still asks questions.

Those who approved it did not know the answers, and each who builds it gives an
answer of their own. Often the answer is known, and only nobody wrote it down.

Write the answer (`answer:`), or in a page behind the question mark. A question
that may stay open belongs under the assumptions: say there what you assume until
it is answered.

## Bad
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      status: approved
      problem: customers ask for our plans by mail
      goals: [nobody has to ask]
      requirements: [{id: FR-1, text: a link that opens without an account}]
      out_of_scope: [comments]
      open_questions: [{id: Q-1, text: Who may see it?}]
    ```
## Good
    ```yaml
    - id: PRD-1
      title: Share a roadmap
      status: approved
      problem: customers ask for our plans by mail
      goals: [nobody has to ask]
      requirements: [{id: FR-1, text: a link that opens without an account}]
      out_of_scope: [comments]
      open_questions: [{id: Q-1, text: Who may see it?, answer: everybody who has the link}]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.prd import Prd
from pmdocs.project.project import Project
from pmdocs.rules.criteria.questions import open_questions
from pmdocs.rules.rule import rule


@rule(
    "PM320",
    "approved-with-questions",
    Severity.INFO,
    reads=("status", "open_questions"),
    pedantic=True,
)
def check(prd: Prd, _: Project) -> Iterator[Finding]:
    """Find the approved PRDs that have questions without an answer."""
    asked = [f"`{question.id}`" for _, question in open_questions(prd)]
    if prd.status == "approved" and asked:
        have = "has" if len(asked) == 1 else "have"
        message = f"`{prd.id}` is approved, and {' and '.join(asked)} {have} no answer"
        hint = "write down the answer, or what you assume until there is one"
        yield Finding(prd.at("status"), message, hint)
