"""A word that ties items together is spelled in two ways.

Tags, owners, teams and themes make groups: in tables, boards, filters and
charts. `Onboarding` and `on-boarding` are two groups, and each misses what
stands in the other.

Write it in the same way everywhere; the spelling that is used most is in the
hint. Capital letters, spaces, hyphens, underscores and full stops count as
nothing here, and with tags an `s` at the end. All else may be two words, and so
may words of less than four letters, such as `IT` and `it`.

## Bad
    ```yaml
    - {id: RM-1, title: Sharing, outcome: plans are seen, tags: [e-mail, links]}
    - {id: RM-2, title: Comments, outcome: plans are answered, tags: [e-mail]}
    - {id: RM-3, title: News, outcome: news are read, tags: [Email]}
    ```
## Good
    ```yaml
    - {id: RM-1, title: Sharing, outcome: plans are seen, tags: [e-mail, links]}
    - {id: RM-2, title: Comments, outcome: plans are answered, tags: [e-mail]}
    - {id: RM-3, title: News, outcome: news are read, tags: [e-mail]}
    ```
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.model.item import Item, Step
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

_NOTHING = re.compile(r"[\s._-]+")
_SHORTEST = 4
_Use: TypeAlias = tuple[Item, tuple[Step, ...]]


@rule("PM212", "two-spellings", Severity.WARNING)
def check(project: Project) -> Iterator[Finding]:
    """Find the rarer spellings of tags, owners, teams and themes, each use of them."""
    for spellings in _groups(project).values():
        if len(spellings) > 1:
            counts = Counter({word: len(uses) for word, uses in spellings.items()})
            # Of two that are used alike, the one that was written first counts.
            best = counts.most_common(1)[0][0]
            first, steps = spellings[best][0]
            note = Note(first.at(*steps), f"here it is `{best}`")
            for word, uses in spellings.items():
                for item, where in uses if word != best else ():
                    message = f"`{word}` is spelled `{best}` elsewhere"
                    span = item.at(*where)
                    yield Finding(span, message, f"write `{best}`", (note,), item=item.id)


def _groups(project: Project) -> dict[tuple[str, str], dict[str, list[_Use]]]:
    """The uses of each spelling, by the field and by what is left without the differences."""
    uses: dict[tuple[str, str], list[_Use]] = {}
    for item in project.items.values():
        for field, word, steps in _words(item):
            uses.setdefault((field, word), []).append((item, steps))
    found: dict[tuple[str, str], dict[str, list[_Use]]] = {}
    for (field, word), places in uses.items():
        plain = _NOTHING.sub("", word.casefold())
        if len(plain) >= _SHORTEST:
            if field == "tags" and not plain.endswith("ss"):
                plain = plain.removesuffix("s")
            found.setdefault((field, plain), {})[word] = places
    return found


def _words(item: Item) -> Iterator[tuple[str, str, tuple[Step, ...]]]:
    for index, tag in enumerate(item.tags):
        yield "tags", tag, ("tags", index)
    # A model is slow to tell that it lacks a field.
    values = vars(item)
    for field in ("owner", "team", "theme"):
        word = values.get(field)
        if isinstance(word, str):
            yield field, word, (field,)
