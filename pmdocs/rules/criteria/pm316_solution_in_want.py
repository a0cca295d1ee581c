"""A story asks for a solution, and not for what somebody wants to do.

Negotiable is one of the six virtues of a story (INVEST). "A dropdown" or "in
PostgreSQL" ends the search for a better way before it has begun, and will be
built even where a list of two would do.

Write what the person wants to get done, and leave the how to those who build it.
If the solution is fixed, say so where it belongs: in a requirement or in a
decision. Only `i_want` is looked at; words in quotation marks or in backticks
are left alone.

## Bad
    ```yaml
    - id: US-1
      title: Choose a quarter
      as_a: product manager
      i_want: a dropdown with all quarters
      so_that: I see what is planned in one of them
    ```
## Good
    ```yaml
    - id: US-1
      title: Choose a quarter
      as_a: product manager
      i_want: to choose a quarter
      so_that: I see what is planned in it
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.model.vague import without_quotes
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import words_of

_SOLUTION = re.compile(
    r"(?<![\w-])(?:(?:radio )?buttons?|drop-?downs?(?: lists?| menus?| box(?:es)?)?"
    r"|(?:check|combo|text) ?box(?:es)?|text ?fields?|date ?pickers?|side ?bars?|tool ?bars?"
    r"|pop-?ups?|modals?(?: dialogs?| windows?)?|tooltips?|carousels?|hamburger menus?"
    r"|toggle switch(?:es)?|web ?hooks?|micro-?services?|stored procedures?|cron ?jobs?"
    r"|database tables?|SQL quer(?:y|ies)"
    r"|PostgreSQL|Postgres|MySQL|SQLite|MongoDB|Redis|Elasticsearch|Kafka|RabbitMQ|GraphQL|Docker"
    r"|React|Angular|Node\.js|jQuery|Bootstrap|DynamoDB|AWS(?: Lambda)?)(?![\w-])",
    re.IGNORECASE,
)
# Names that are words, too, count only as they are spelt.
_NAMES = frozenset({"react", "angular", "bootstrap", "docker", "redis", "kafka"})


@rule("PM316", "solution-in-want", Severity.INFO, reads=("status", "i_want"), pedantic=True)
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the first widget or technology that a want names."""
    for words in words_of(story, "i_want") if story.state.role != "dropped" else ():
        found = _SOLUTION.finditer(without_quotes(words.prose))
        match = next((m for m in found if m[0] not in _NAMES), None)
        if match:
            message = f"`{match[0]}` is a solution, and not what somebody wants to do"
            hint = "write what they want to get done with it"
            yield Finding(words.span(*match.span()), message, hint)
