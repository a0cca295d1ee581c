"""The reason of a story only repeats what is wanted.

"I want to export the roadmap, so that I can export it" says no more than "I want
to export the roadmap". The reason is where value is shown: without it nobody can
weigh this story against another, or find a better way to the same end.

Write what is better afterwards: ask "why?" once more. A reason with a single word
of its own is left alone; words that differ in their ending only count as the same.

## Bad
    ```yaml
    - id: US-1
      title: Export
      as_a: product manager
      i_want: to export the roadmap as a CSV file
      so_that: I can export roadmaps
    ```
## Good
    ```yaml
    - id: US-1
      title: Export
      as_a: product manager
      i_want: to export the roadmap as a CSV file
      so_that: I can compare it with the budget
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_SMALL = (
    "a able again all also am an and are as at be been being by can could do does for from get"
    " had has have he her his i if in into is it its may me might my need of on or our own she"
    " should so that the their them then there they this those to us want was we were what when"
    " which who will with would you your"
)
_EMPTY = frozenset(_SMALL.split())
_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?:ings?|ed|es|e|s|ies|y)$")
_SHORTEST = 4
_TEMPLATE = frozenset({"todo", "tbd", "tbc", "fixme"})


@rule("PM317", "reason-repeats-want", Severity.WARNING, reads=("status", "i_want", "so_that"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the reasons without a word that the want does not have."""
    if story.so_that is None or story.state.role == "dropped":
        return
    want = story.i_want.lower()
    # Most reasons have a word of their own soon, so that the rest need not be looked at.
    repeated = all(word in want for word in _telling(story.so_that))
    reason = {*_telling(story.so_that)} if repeated else set()
    # `TODO` for both is left over from a template, for which there is a rule.
    if reason and not reason <= _TEMPLATE and reason <= {*_telling(story.i_want)}:
        message = f"the reason of `{story.id}` only repeats what is wanted"
        yield Finding(story.at("so_that"), message, "write what is better afterwards")


def _telling(text: str) -> Iterator[str]:
    """The words that say something, without their endings."""
    for match in _WORD.finditer(text.lower()):
        if (word := match[0]) not in _EMPTY:
            yield _ENDING.sub("", word) if len(word) > _SHORTEST else word
