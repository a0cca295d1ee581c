"""A sentence is so long that readers lose its beginning.

Whoever reads in a second language, on a telephone or in a hurry reads it twice, or
not at all. Often it holds two thoughts that are joined by an "and".

Make two of it: one thought, one full stop. Usually 40 words are allowed; the
settings can say otherwise, with `words`. Tables and scenarios are left alone, and each
entry of a list is a sentence of its own.

## Bad
    ```yaml
    - id: IDEA-1
      title: Lamp
      notes: >-
        We met on Monday in the office by the harbour with the three people who had written to us
        in the spring and who had told us then that they would like to see the light from further
        away, and they said again that it is still far too weak for them.
    ```
## Good
    ```yaml
    - id: IDEA-1
      title: Lamp
      notes: >-
        In spring, three people told us that the light is too weak. We met them on Monday. They
        still say so.
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule
from pmdocs.rules.writing.prose import proses

_END = re.compile(
    r"(?<=[.!?:])[)\"”*_]*\s+|\n[ \t]*\n|\n[ \t]*(?=[-*+>#|]|\d{1,3}[.)] )|^[ \t]*\|.*$",
    re.MULTILINE,
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


class LongestSentence(Options):
    """How long a sentence may be."""

    words: int = 40
    """The most words that a sentence may have."""


@rule("PM418", "long-sentence", Severity.INFO, pedantic=True)
def check(project: Project, longest: LongestSentence) -> Iterator[Finding]:
    """Find the sentences with too many words."""
    for prose in proses(project):
        text = prose.shown
        for start, end in _sentences(text):
            words = list(_WORD.finditer(text, start, end))
            if len(words) > longest.words:
                message = f"this sentence has {len(words)} words, {longest.words} are the most"
                span = prose.span(words[0].start(), words[:3][-1].end())
                yield Finding(span, message, "make two sentences of it", item=prose.item)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
