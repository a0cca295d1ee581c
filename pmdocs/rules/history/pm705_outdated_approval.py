"""Somebody approved a text that was changed afterwards.

The name below the page vouches for words that its bearer never saw.

Ask again, and write the new date; or take back the change. What counts as the text
is what the item says: not its status, its dates, its owner or news about it.

## Bad
    ```sh
    mkdir roadmap
    write() {
      echo "id: PRD-1"
      echo "title: Links"
      echo "problem: $1"
      echo "approvals: [{role: finance, state: approved, date: 2026-05-02}]"
    }
    write "customers ask for our plans by mail" > roadmap/links.yaml
    git init -q && git add . && git commit -qm "Approve" --date 2026-05-02
    write "customers ask for our plans and prices by mail" > roadmap/links.yaml
    git commit -qam "Speak of prices" --date 2026-05-20
    ```
## Good
    ```sh
    mkdir roadmap
    write() {
      echo "id: PRD-1"
      echo "title: Links"
      echo "problem: $1"
      echo "approvals: [{role: finance, state: approved, date: $2}]"
    }
    write "customers ask for our plans by mail" 2026-05-02 > roadmap/links.yaml
    git init -q && git add . && git commit -qm "Approve" --date 2026-05-02
    write "customers ask for our plans and prices by mail" 2026-05-20 > roadmap/links.yaml
    git commit -qam "Speak of prices, which finance approves" --date 2026-05-20
    ```
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from pmdocs.diagnostics import Finding, Severity
from pmdocs.history.past import Past
from pmdocs.history.versions import Version
from pmdocs.model.dates import Date
from pmdocs.model.ids import ids_twice
from pmdocs.model.item import Item
from pmdocs.model.kinds.prd import Approval
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule("PM705", "outdated-approval", Severity.WARNING)
def check(item: Item, _: Project, past: Past) -> Iterator[Finding]:
    """Find the approvals that do not cover the text of today."""
    if ids_twice(item):
        # First PM202 has to be mended: until then nobody knows what the text is.
        return
    for index, approval in enumerate(getattr(item, "approvals", ())):
        day = _outdated(item, approval, past) if isinstance(approval, Approval) else None
        if day is not None:
            yield _finding(item, index, approval, day)


def _outdated(item: Item, approval: Approval, past: Past) -> dt.date | None:
    """The day of the latest change of the text that an approval does not cover, if there is one."""
    if approval.state != "approved":
        return None
    last = approval.date.last if approval.date else None
    for version in past.versions(item):
        if not version.before or _renewed(version, approval.role):
            return None
        if version.before.says() != version.after.says():
            return version.day if last is None or version.day > last else None
    return None


def _renewed(version: Version, role: str) -> bool:
    """Whether a commit touched the record of an approval itself: whoever did saw the text."""
    before = version.before
    return before is None or _records(before.values, role) != _records(version.after.values, role)


def _records(values: dict[str, Any], role: str) -> list[Any]:
    written = values.get("approvals")
    listed = written if isinstance(written, list) else []
    return [one for one in listed if isinstance(one, dict) and one.get("role") == role]


def _finding(item: Item, index: int, approval: Approval, day: dt.date) -> Finding:
    who = f"{approval.name} ({approval.role})" if approval.name else approval.role
    when = f" on {approval.date.words}" if approval.date else ""
    message = (
        f"`{item.id}` was approved by `{who}`{when},"
        f" and what it says was changed on {Date.day(day).words}"
    )
    hint = f"ask {who} again, and write the new `date`; until then `state: requested`"
    return Finding(item.at("approvals", index, "state"), message, hint)
