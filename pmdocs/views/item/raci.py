"""Who does, answers for, advises on and hears of what: activities by people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.model.kinds.charter import Charter, Raci

_PARTS = ("responsible", "accountable", "consulted", "informed")


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity with the parts that each person has in it, in the order of the columns.

    A part is a word such as `responsible`; its first letter stands for it.
    """

    name: str
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The people, and the activities that they share."""

    people: tuple[str, ...]
    activities: tuple[Activity, ...]


def matrix_of(charter: Charter) -> Matrix:
    """The matrix of a charter: its roles in their order, then everybody else."""
    named = {name for row in charter.raci for part in _PARTS for name in getattr(row, part)}
    roles = [role.name for role in charter.roles if role.name in named]
    others = (name for row in charter.raci for part in _PARTS for name in getattr(row, part))
    people = tuple(dict.fromkeys([*roles, *others]))
    return Matrix(
        people, tuple(Activity(row.activity, _parts(row, people)) for row in charter.raci)
    )


def _parts(row: Raci, people: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(part for part in _PARTS if person in getattr(row, part)) for person in people
    )
