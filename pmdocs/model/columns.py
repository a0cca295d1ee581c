"""What a table of items can have for columns: their fields, and what is computed from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.model.fields import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.model.item import Item

COMPUTED = ("kind", "when", "progress")


def known_columns(kinds: Iterable[type[Item]]) -> list[str]:
    """The names that people may use for columns of a table of these kinds, each once.

    They are the keys of fields, but for a record of its own, which fits in no
    cell; and then what no author writes: the `kind`, the time it takes (`when`),
    and how far the work has come (`progress`).
    """
    fields = [field for kind in kinds for field in fields_of(kind).values()]
    keys = (field.key for field in fields if field.many or not field.record)
    return list(dict.fromkeys([*keys, *COMPUTED]))
