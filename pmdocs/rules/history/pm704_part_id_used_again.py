"""The id of a criterion, or of another part of an item, names something else than before.

A test that names `US-1.AC-1` proves what stood there when it was written. When other
words take the id, the test goes on to pass, and nobody sees that it proves nothing.

Give the new part the next free number, and remove the old one. Words that only became
clearer may stay where they are. Drafts are not asked: nobody builds on them yet.

## Bad
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: US-1, title: Share, status: ready, as_a: manager, i_want: a link,"
      echo "   so_that: others see the plan, criteria: [{id: $1, text: $2}]}"
    }
    write AC-1 "the link opens without a password" > roadmap/stories.yaml
    git init -q && git add . && git commit -qm "Say when a link is good"
    write AC-1 "old links stop working after a month" > roadmap/stories.yaml
    ```
## Good
    ```sh
    mkdir roadmap
    write() {
      echo "- {id: US-1, title: Share, status: ready, as_a: manager, i_want: a link,"
      echo "   so_that: others see the plan, criteria: [{id: $1, text: $2}]}"
    }
    write AC-1 "the link opens without a password" > roadmap/stories.yaml
    git init -q && git add . && git commit -qm "Say when a link is good"
    write AC-2 "old links stop working after a month" > roadmap/stories.yaml
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.history.meaning import is_another, is_draft
from pmdocs.history.passages import Passage
from pmdocs.history.past import Past
from pmdocs.model.ids import ids_twice, local_id
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM704", "part-id-used-again", Severity.WARNING)
def check(item: Item, _: Project, past: Past) -> Iterator[Finding]:
    """Find the parts that have the id of another."""
    now, before = (past.now(item), past.before(item)) if past.may_differ(item) else (None, None)
    if now is None or before is None or not now.differs(before) or is_draft(item, before):
        return
    twice = ids_twice(item)
    for field, index, part in item.parts():
        id = local_id(part, item)
        if id in twice:
            # Which of the two it names is not known; PM202 tells of them.
            continue
        old = _words(before, id) or _removed(item, id, past)
        if id and old and is_another(old, _words(now, id)):
            message = f"`{item.id}.{id}` named something else before: `{old}`"
            hint = "give the new words the next free number, so that tests of the old one are seen"
            yield Finding(item.at(field, index, "id"), message, hint)


def _removed(item: Item, id: str, past: Past) -> str:
    """What a part said that was removed from an item before the base."""
    for version in past.versions(item):
        if version.before and (words := _words(version.before, id)):
            return words
    return ""


def _words(passage: Passage, id: str) -> str:
    said = passage.says(id) if id else {}
    return " ".join(said[name] for name in said if not name.endswith(" priority"))
