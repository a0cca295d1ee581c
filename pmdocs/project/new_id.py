"""Whether something may get another id, and in which words it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.model.ids import is_id

if TYPE_CHECKING:
    from pmdocs.model.item import Item
    from pmdocs.project.project import PartPlace, Project, Unread


def found(project: Project, id: str) -> Item | Unread | PartPlace:
    """What has this id today; `PmdocsError` where nothing has, or two items have it."""
    present = project.aliases.get(id)
    if present:
        raise PmdocsError(f"`{id}` is called `{present}` today", f"write `{present}` instead")
    if id in {item.id for item in project.again}:
        hint = "`pmdocs renumber` gives the newer one another id"
        raise PmdocsError(f"two items have the id `{id}`", hint)
    one = project.items.get(id) or project.unread.get(id) or project.parts.get(id)
    if one is None:
        known = (*project.items, *project.unread, *(project.parts if "." in id else ()))
        hint = did_you_mean(id, known) or "`pmdocs list` shows all items"
        raise PmdocsError(f"there is no item `{id}`", hint)
    return one


def check_item(project: Project, item: Item | Unread, new: str) -> None:
    """Raise `PmdocsError` when an item of this project cannot have this id."""
    kind = project.settings.kinds.of_id(item.id)
    prefix = kind.prefix if kind else ""
    if not is_id(new) or not new.startswith(f"{prefix}-"):
        label = kind.label.lower() if kind else "item"
        message = f"`{new}` is no id for a {label}"
        raise PmdocsError(message, f"write `{prefix}-` and a number, such as `{prefix}-120`")
    if new == item.id:
        raise PmdocsError(f"`{new}` is the id that it has", "write another one")
    taken = project.items.get(new) or project.unread.get(new)
    if taken is not None:
        message = f"the id `{new}` is taken: {taken.title}"
        raise PmdocsError(message, "write a number that is free; no id is used twice")
    former = project.aliases.get(new)
    if former is not None and former != item.id:
        message = f"the id `{new}` was that of `{former}`"
        raise PmdocsError(message, "write a number that is free; no id is used twice")


def check_part(project: Project, part: PartPlace, new: str) -> None:
    """Raise `PmdocsError` when a part of an item cannot have this id."""
    owner, _, local = new.partition(".")
    prefix, _, number = local.partition("-")
    wanted = f"{part.item.id}.{part.part.prefixes[0]}-7"
    if owner != part.item.id:
        message = f"`{part.id}` is a part of `{part.item.id}`, and stays there"
        raise PmdocsError(message, f"write an id such as `{wanted}`")
    if prefix not in part.part.prefixes or not is_id(f"A-{number}"):
        message = f"`{new}` is no id for a {part.part.kind}"
        raise PmdocsError(message, f"write an id such as `{wanted}`")
    if new == part.id:
        raise PmdocsError(f"`{new}` is the id that it has", "write another one")
    if new in project.parts:
        message = f"the id `{new}` is taken: {project.title_of(new)}"
        raise PmdocsError(message, "write a number that is free; no id is used twice")


def check_readable(project: Project, id: str) -> None:
    """Raise `PmdocsError` when a file that names the id cannot be read, so cannot be changed."""
    unclear = {source.path for source in project.garbled if id in source.text}
    for problem in project.problems:
        source = project.sources.get(problem.span.path)
        if problem.code in _NOT_READ and source and id in source.text:
            unclear.add(source.path)
    if unclear:
        path = min(unclear)
        message = f"`{path}` names `{id}`, and cannot be read"
        raise PmdocsError(message, "nothing was written; `pmdocs check` says what is wrong there")


# Files that are no YAML, no text, too large, or not merged yet: what they say is not known.
_NOT_READ = frozenset({"PM001", "PM003", "PM004", "PM005", "PM012", "PM015"})
