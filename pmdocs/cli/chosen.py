"""What somebody chooses in the command line, by ids or by a query."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.demand import stories_of_words
from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError, QueryError
from pmdocs.project.select import select

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.model.item import Item
    from pmdocs.model.kinds.story import Story
    from pmdocs.project.project import Project


def chosen_by(project: Project, query: str) -> list[Item]:
    """The items that a query chooses; `PmdocsError` shows where it makes no sense."""
    with explained(project, query):
        return select(project, query)


def stories_chosen(project: Project, words: Sequence[str]) -> list[Story]:
    """The stories that ids or a query choose; `PmdocsError` says what is wrong with them."""
    with explained(project, " ".join(words)):
        return stories_of_words(project, words)


@contextmanager
def explained(project: Project, query: str) -> Iterator[None]:
    """Say what is wrong with ids or a query that somebody typed."""
    try:
        yield
    except QueryError as error:
        mark = f"{query}\n  {' ' * (error.column - 1)}^"
        hint = f"\n  {error.hint}" if error.hint else ""
        raise PmdocsError(f"column {error.column}: {error.message}\n  {mark}{hint}") from None
    except LookupError as error:
        id = str(error.args[0])
        ids = [*project.items, *(project.parts if "." in id else ())]
        hint = did_you_mean(id, ids) or "`pmdocs list` prints all items"
        raise PmdocsError(f"there is no `{id}`", hint) from None
