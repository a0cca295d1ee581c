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

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.story import Story
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import Words, words_of

_HINTS = {
    "speed": "say how long it may take: `in less than 2 seconds`",
    "ease": "say what somebody manages, and with what help: `without the manual`",
    "quality": "say what can be seen when it is so",
    "list": "name all of them, or the rule by which they are chosen",
    "choice": "write `and`, or `or`, or two criteria",
}
_VAGUE = re.compile(
    r"(?<![\w-])(?:(?P<speed>fast(?:er)?|quick(?:er|ly)?|slow(?:er|ly)?|promptly|performant)"
    r"|(?P<ease>eas(?:y|ily|ier)|user[- ]friendly|intuitive(?:ly)?|effortless(?:ly)?"
    r"|convenient(?:ly)?)"
    r"|(?P<quality>appropriate(?:ly)?|proper(?:ly)?|correctly|robust(?:ly)?|seamless(?:ly)?|smoothly"
    r"|nicely|adequate(?:ly)?|reasonabl[ey]|sufficiently|efficiently|flexibl[ey]"
    r"|as (?:expected|appropriate|needed|usual)|if (?:possible|necessary)"
    r"|state[- ]of[- ]the[- ]art)"
    r"|(?P<list>etc|and so on)|(?P<choice>and/or))(?![\w-])",
    re.IGNORECASE,
)
_MEASURED = re.compile(r"\d ?(?:ms|s|secs?|seconds?|mins?|minutes?|hours?|%|clicks?)\b")
_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^“”\n]*”|„[^„“”\n]*[“”]|«[^«»\n]*»|(?<!\w)'[^'\n]*'(?!\w)")


@rule("PM304", "vague-criterion", Severity.WARNING, reads=("status", "criteria"))
def check(story: Story, _: Project) -> Iterator[Finding]:
    """Find the words in criteria that cannot be found true or false."""
    for words in words_of(story, "criteria") if story.state.role != "dropped" else ():
        if _VAGUE.search(words.node.text) and "evidence" not in words.path:
            yield from _vague(words)


def _vague(words: Words) -> Iterator[Finding]:
    prose = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), words.prose)
    first = {match[0].lower(): match for match in reversed([*_VAGUE.finditer(prose)])}
    for match in reversed(first.values()):
        kind = match.lastgroup or ""
        if kind != "speed" or not _MEASURED.search(prose):
            message = f"`{match[0]}` can mean anything in a criterion"
            yield Finding(words.span(*match.span()), message, _HINTS[kind])
