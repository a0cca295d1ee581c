"""What somebody chooses in the command line, by ids or by a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.analysis.proof.reach import stories_below
from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError, QueryError
from pmdocs.model.ids import is_id, plain_id
from pmdocs.project.select import select

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.model.item import Item
    from pmdocs.model.kinds.story import Story
    from pmdocs.project.project import Project


def chosen_by(project: Project, query: str) -> list[Item]:
    """The items that a query chooses; `PmdocsError` shows where it makes no sense."""
    try:
        return select(project, query)
    except QueryError as error:
        mark = f"{query}\n  {' ' * (error.column - 1)}^"
        hint = f"\n  {error.hint}" if error.hint else ""
        raise PmdocsError(f"column {error.column}: {error.message}\n  {mark}{hint}") from None


def stories_chosen(project: Project, words: Sequence[str]) -> list[Story]:
    """The stories of the items and parts with these ids, or of the items that a query chooses.

    A story is its own, a PRD has those that realise it, a release those of its items.
    Dropped ones do not count.
    """
    ids = [plain_id(word) for word in words]
    if all(is_id(id.partition(".")[0]) and ":" not in id for id in ids):
        found = [_present(project, id) for id in ids]
    else:
        found = [item.id for item in chosen_by(project, " ".join(words))]
    stories = (story for id in found for story in stories_below(project, id))
    return list({story.id: story for story in stories}.values())


def _present(project: Project, id: str) -> str:
    found = project.find(id)
    if found is None:
        ids = [*project.items, *(project.parts if "." in id else ())]
        hint = did_you_mean(id, ids) or "`pmdocs list` prints all items"
        raise PmdocsError(f"there is no `{id}`", hint)
    return found.id
