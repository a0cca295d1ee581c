"""An id names something else than before.

Tests, tickets, mails and bookmarks hold the id, and mean what it once named. So an id is
never used again, even when its item is gone.

Give the new item a number of its own: `pmdocs new` finds one that was never used. An item
that comes back as it was may have its id. What was removed before is found as far back
as git knows; what is looked at are ids that were not in the last commit, or with
`pmdocs check --since REV` in the commit where the branch left REV.

## Bad
    ```sh
    mkdir roadmap
    echo "{id: RM-1, title: Share a link, outcome: customers see our plans}" > roadmap/a.yaml
    git init -q && git add . && git commit -qm "Plan to share"
    git rm -q roadmap/a.yaml && git commit -qm "Give up sharing"
    mkdir -p roadmap
    echo "{id: RM-1, title: Night mode, outcome: eyes hurt less in the dark}" > roadmap/b.yaml
    ```
## Good
    ```sh
    mkdir roadmap
    echo "{id: RM-1, title: Share a link, outcome: customers see our plans}" > roadmap/a.yaml
    git init -q && git add . && git commit -qm "Plan to share"
    git rm -q roadmap/a.yaml && git commit -qm "Give up sharing"
    mkdir -p roadmap
    echo "{id: RM-2, title: Night mode, outcome: eyes hurt less in the dark}" > roadmap/b.yaml
    ```
"""

from collections.abc import Callable, Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.history.meaning import is_another, is_draft
from pmdocs.history.passages import Passage
from pmdocs.history.past import Past
from pmdocs.history.versions import Version
from pmdocs.model.dates import Date
from pmdocs.model.item import Item
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM703", "id-used-again", Severity.ERROR)
def check(item: Item, project: Project, past: Past) -> Iterator[Finding]:
    """Find the items that have the id of another."""
    now = past.now(item) if past.may_differ(item) else None
    before = past.before(item) if now else None
    removed = past.former(item.id) if now and before is None else None
    old = removed.after if removed else before
    if now is None or old is None or not (_another(_title, old, now) and _another(_all, old, now)):
        return
    if before and is_draft(item, before):
        removed = _removed(item, before, past)
        if removed is None and not _stands_elsewhere(item, before, project, past):
            return
    gone = f", which was removed on {Date.day(removed.day).words}" if removed else ""
    message = f"`{item.id}` was the id of `{_title(old)}`{gone}"
    hint = "an id is never used again: give this one a number of its own, as `pmdocs new` does"
    yield Finding(item.span, message, hint)


def _removed(item: Item, before: Passage, past: Past) -> Version | None:
    """The commit that removed an item, where it removed these words and not those of long ago."""
    removed = past.former(item.id)
    return removed if removed and not removed.after.differs(before) else None


def _stands_elsewhere(item: Item, before: Passage, project: Project, past: Past) -> bool:
    """Whether what an item said is under another id now, which said something else then."""
    alike = (one for one in project.items.values() if one.title == _title(before))
    for other in alike:
        then, now = past.before(other), past.now(other)
        is_new = then is None or _title(then) != _title(before)
        if other is not item and is_new and now and not _another(_all, before, now):
            return True
    return False


def _another(words: Callable[[Passage], str], old: Passage, new: Passage) -> bool:
    return is_another(words(old), words(new))


def _title(passage: Passage) -> str:
    return str(passage.values.get("title", ""))


def _all(passage: Passage) -> str:
    return " ".join(passage.says().values())
