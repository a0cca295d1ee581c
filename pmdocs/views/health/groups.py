"""Findings in groups: by the rule that they break, or by whom they concern."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic

NOBODY = "Nobody"


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding with the item that it is about and who answers for that, both empty for none."""

    found: Diagnostic
    item: str
    owner: str


@dataclass(frozen=True, slots=True)
class Group:
    """Findings that belong together.

    `key` is the anchor of the group. `code` is that of its rule, `path` its
    file, where it is the group of one. `severity` is that of its gravest finding.
    """

    key: str
    title: str
    about: str
    severity: str
    entries: tuple[Entry, ...]
    code: str = ""
    path: str = ""


def by_rule(entries: Sequence[Entry], about: Mapping[str, str]) -> tuple[Group, ...]:
    """A group for each rule, the gravest first; `about` says what a rule is for, by its code."""
    groups = (
        Group(code.lower(), _words(those), about.get(code, ""), _gravest(those), those, code=code)
        for code, those in _sorted_by(entries, lambda one: one.found.code)
    )
    return tuple(sorted(groups, key=lambda g: (-g.entries[0].found.severity.rank, g.code)))


def by_owner(entries: Sequence[Entry]) -> tuple[Group, ...]:
    """A group for each owner, one for items without, and one for each file with no item there."""
    of_items = [one for one in entries if one.item]
    owned = _sorted_by((one for one in of_items if one.owner), lambda one: one.owner)
    groups = [_group(f"owner-{n}", name, "", those) for n, (name, those) in enumerate(owned, 1)]
    nobody = tuple(one for one in of_items if not one.owner)
    if nobody:
        about = "Items without an `owner`: somebody should answer for them."
        groups.append(_group("owner-nobody", NOBODY, about, nobody))
    files = _sorted_by((one for one in entries if not one.item), lambda one: one.found.span.path)
    for number, (path, those) in enumerate(files, 1):
        about = "In this file, but in none of its items."
        groups.append(_group(f"file-{number}", path, about, those, path))
    return tuple(groups)


def _group(key: str, title: str, about: str, entries: tuple[Entry, ...], path: str = "") -> Group:
    return Group(key, title, about, _gravest(entries), entries, path=path)


def _sorted_by(
    entries: Iterable[Entry], name: Callable[[Entry], str]
) -> list[tuple[str, tuple[Entry, ...]]]:
    """The entries by a name of theirs, in the order of the alphabet."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(name(entry), []).append(entry)
    ordered = sorted(found.items(), key=lambda pair: (pair[0].casefold(), pair[0]))
    return [(key, tuple(those)) for key, those in ordered]


def _gravest(entries: Sequence[Entry]) -> str:
    return str(max((one.found.severity for one in entries), key=lambda severity: severity.rank))


def _words(entries: Sequence[Entry]) -> str:
    """The name of a rule in words: `story without criteria`."""
    return entries[0].found.name.replace("-", " ")
