"""A story asks for two things at once.

Two wants are two stories: one may be worth building without the other, and
together they are harder to estimate, to test and to finish.

Write a story for each. This rule looks for a second want that begins like the
first: "to export …, and to print …", or "… and I want …". An "and" between two
nouns or two verbs ("search and replace") is left alone, and so is "from A to B
and to C", so that some double wants pass unseen.

## Bad
    ```yaml
    - id: US-1
      title: Export and print
      as_a: product manager
      i_want: to export the roadmap and to print it
      so_that: others can see it
    ```
## Good
    ```yaml
    - id: US-1
      title: Export
      as_a: product manager
      i_want: to export the roadmap
      so_that: others can see it
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import words_of

_JOINTS = ("and", "as well as", "plus")
_AND = r"\b(?:and|as well as|plus)(?:\s+(?:also|then))?\s+"
_NOT_A_VERB = r"(?:an?|the|my|our|your|his|her|its|their|this|that|each|every|all|any|me|us|it)\b"
# The first want begins with `to`, and has no other `to` that the second could go with.
_SECOND_TO = re.compile(
    rf"(?i:to)\s+(?:(?!\bto\b).)*?(?P<second>{_AND}to\s+(?!{_NOT_A_VERB})\w+)", re.DOTALL
)
_SECOND_I = re.compile(
    rf"(?P<second>{_AND}I(?:['’]d| (?:also )?(?:want|need|wish|would like))\b)", re.DOTALL
)


@rule("PM403", "two-wants", Severity.WARNING, reads=("status", "i_want"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the stories whose want goes on with a second one."""
    for words in words_of(story, "i_want") if story.state.role != "dropped" else ():
        if not any(joint in words.node.text for joint in _JOINTS):
            continue
        match = _SECOND_TO.match(words.prose) or _SECOND_I.search(words.prose)
        if match:
            message = f"`{story.id}` asks for two things at once"
            hint = "write a story for each of them"
            yield Finding(words.span(*match.span("second")), message, hint)
