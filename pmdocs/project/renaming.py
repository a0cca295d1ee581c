"""What has to change in the files of a project so that an item has another id."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Edit
from pmdocs.errors import PmdocsError
from pmdocs.project import former
from pmdocs.project.places import places_in_tests, places_of
from pmdocs.project.ways import Ways
from pmdocs.source.node import Scalar, Sequence
from pmdocs.source.occurrences import Manner
from pmdocs.source.programs import spelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pmdocs.model.item import Item
    from pmdocs.project.places import Place
    from pmdocs.project.project import Project, Unread
    from pmdocs.text import Source, Span


@dataclass(frozen=True, slots=True)
class Left:
    """A place that names the id and stays as it is, because nobody can tell what it means there."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Renaming:
    """The edits, the files with another name (old path to new), and what stays as it is."""

    edits: tuple[Edit, ...]
    moves: Mapping[str, str]
    left: tuple[Left, ...]


def everywhere(_: Place) -> bool:
    """Choose each place."""
    return True


def renaming(  # noqa: PLR0913 - two ids, and what belongs to them
    project: Project,
    item: Item | Unread,
    new: str,
    tests: Iterable[Source] = (),
    *,
    alias: bool = True,
    chosen: Callable[[Place], bool] = everywhere,
) -> Renaming:
    """What changes when an item gets another id.

    `tests` are the texts of test files. With `alias` the id that it had is
    written into its `aliases:`. Only the `chosen` places change. `PmdocsError` when
    the id itself cannot.
    """
    old = item.id
    moves = dict(moves_of(item, new))
    ways = Ways(old, moves, project.sources)
    edits, left = list(_aliases(project, item, new, alias=alias)), []
    for place in (*places_of(project, old), *places_in_tests(tests, old)):
        if not chosen(place):
            continue
        reason = why_left(place, ways)
        if reason:
            left.append(Left(place.span, reason))
        else:
            edits.append(Edit(place.span, spelled(place.text, old, new)))
    _check_definition(item, edits, moves)
    return Renaming(tuple(edits), moves, tuple(left))


def _check_definition(item: Item | Unread, edits: Iterable[Edit], moves: Mapping[str, str]) -> None:
    """Raise `PmdocsError` when the id itself would stay, so that all references would break."""
    id = item.node.get("id")
    if id is None or (id.start == id.end and moves):
        # The name of the file gives the id.
        return
    if not any(
        id.span.start <= e.span.start < id.span.end for e in edits if e.span.path == id.span.path
    ):
        message = f"the id `{item.id}` is written in a way that no command can change"
        raise PmdocsError(message, f"write it plainly in {id.span}: `id: {item.id}`")


def why_left(place: Place, ways: Ways) -> str:
    """Why a place is left alone, empty when it is not."""
    manner = place.occurrence.manner
    if manner is Manner.CODE:
        return "in code or a comment"
    if manner is Manner.ADDRESS and not ways.lead(place.source.path, *place.address):
        return "part of another word or address"
    return ""


def moves_of(item: Item | Unread, new: str) -> Iterator[tuple[str, str]]:
    """The file that is named after an item and holds it, with the name that it gets."""
    path = item.node.source.path
    folder, name = posixpath.split(path)
    if re.match(rf"{re.escape(item.id)}(?:[-_ .]|$)", name):
        yield path, posixpath.join(folder, new + name.removeprefix(item.id))


def _aliases(project: Project, item: Item | Unread, new: str, *, alias: bool) -> Iterator[Edit]:
    """The edits of its former ids; one that it takes up again is none any longer."""
    node, known = item.node, former_ids(item)
    if new in known and alias and item.id not in known:
        yield from former.replaced(node, new, item.id)
        return
    if new in known:
        yield from former.forgotten(node, new)
    elif alias:
        document = project.pages.get(item.page or "")
        yield from former.remembered(node, item.id, document.front_start if document else 0)


def former_ids(item: Item | Unread) -> tuple[str, ...]:
    """The ids that an item had before, whether or not it can be understood."""
    written = item.node.get("aliases")
    nodes = written.items if isinstance(written, Sequence) else ()
    return tuple(node.text for node in nodes if isinstance(node, Scalar))
