"""Which columns tell most about some items, and which there are beside them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import chain, zip_longest
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from pmdocs.analysis.advance import advance_of
from pmdocs.model.amounts import Effort, Money, Percent
from pmdocs.model.dates import Date
from pmdocs.model.fields import fields_of
from pmdocs.model.item import Item
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.kinds.roadmap_item import RoadmapItem
from pmdocs.model.registry import builtin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pmdocs.model.fields import Field
    from pmdocs.project.project import Project

Shape: TypeAlias = Literal[
    "id", "title", "kind", "status", "owner", "when", "progress", "word", "link", "number",
    "date", "words", "text",
]  # fmt: skip
# So many columns are shown at first, and so many can be shown.
MOST, ALL = 8, 20
# A filter is worth its place when its values are few, and come more than once.
_FEW = 20

_ORDER = get_args(Shape)
_NUMBERS = (int, float, Effort, Money, Percent)
_ADVANCING = (Objective, RoadmapItem, Prd)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field that it shows, or something computed.

    `key` is its name as people write it. A column with `choices` has few
    different values: readers can filter by it. One that is `hidden` is there
    for readers who ask for it.
    """

    key: str
    label: str
    shape: Shape
    choices: bool = False
    hidden: bool = False


def columns_of(
    project: Project, kinds: Sequence[type[Item]], items: Sequence[Item]
) -> tuple[Column, ...]:
    """The eight columns that tell most, and up to twelve hidden ones; none is empty for all items.

    After what all items have, the fields take turns: a choice, a link, a
    number, the next choice, and so on. Then come short words, and all else that
    is short.
    """
    used = [c for c in _ranked(kinds) if c.shape == "title" or _is_used(project, c, items)]
    # Tags have a place in any case: readers filter by them.
    tags = used[-1:] if used[-1].key == "tags" and len(used) > ALL else []
    best = sorted(used[:MOST], key=lambda column: _ORDER.index(column.shape))
    more = [*used[MOST : ALL - len(tags)], *tags]
    hidden = (replace(column, hidden=True) for column in more)
    return tuple(_with_choices(column, items) for column in (*best, *hidden))


def columns_named(
    keys: Iterable[str], kinds: Iterable[type[Item]], items: Sequence[Item]
) -> tuple[Column, ...]:
    """The columns with these names, as they are written; unknown names are left out."""
    known = {c.key: c for c in (*map(_column, _merged(kinds).values()), *_FIRST)}
    found = (known[key] for key in dict.fromkeys(keys) if key in known)
    return tuple(_with_choices(column, items) for column in found)


_ID, _TITLE = Column("id", "ID", "id"), Column("title", "Title", "title")
_KIND = Column("kind", "Kind", "kind")
_REST = (
    Column("status", "Status", "status"),
    Column("owner", "Owner", "owner"),
    Column("when", "When", "when"),
    Column("progress", "Progress", "progress"),
)
_TAGS = Column("tags", "Tags", "words")
_AUDIENCE = Column("audience", "Audience", "word")
_FIRST = (_ID, _TITLE, _KIND, *_REST, _TAGS, _AUDIENCE)


def _ranked(kinds: Sequence[type[Item]]) -> Iterable[Column]:
    """All short columns, those first that tell most."""
    common = fields_of(Item)
    own = [field for key, field in _merged(kinds).items() if key not in common]
    turns = zip_longest(_choices(own), _links(own), _numbers(own))
    candidates = (field for field in chain.from_iterable(turns) if field)
    fields = dict.fromkeys([*candidates, *_words(own), *_others(own)])
    first = (_ID, _TITLE, *([_KIND] if len(kinds) > 1 else []), *_REST)
    return (*first, *map(_column, fields), _AUDIENCE, _TAGS)


def _merged(kinds: Iterable[type[Item]]) -> dict[str, Field]:
    """The fields of several kinds; of two with one name, the first."""
    found: dict[str, Field] = {}
    for kind in kinds:
        found |= {key: f for key, f in fields_of(kind).items() if key not in found}
    return found


def _is_used(project: Project, column: Column, items: Iterable[Item]) -> bool:
    match column.key:
        case "id" | "kind":
            return True
        case "progress":
            those = (item for item in items if isinstance(item, _ADVANCING))
            return any(advance_of(project, item) for item in those)
        case "audience":
            # What holds for everything tells nothing.
            return any(item.audience == "public" for item in items)
    return any(value_of(item, column.key) not in (None, "", ()) for item in items)


def value_of(item: Item, key: str) -> Any:
    """What an item has in a field of its own, or when it is."""
    field = fields_of(type(item)).get(key)
    if field:
        return getattr(item, field.name)
    return item.when if key == "when" else None


def _choices(fields: Iterable[Field]) -> Iterable[Field]:
    return (f for f in fields if f.choices)


def _links(fields: Iterable[Field]) -> Iterable[Field]:
    # A field that may hold words as well says less than one that always links.
    return (f for f in fields if f.link and not f.link.or_text)


def _numbers(fields: Iterable[Field]) -> Iterable[Field]:
    return (f for f in fields if f.part or _is_number(f))


def _words(fields: Iterable[Field]) -> Iterable[Field]:
    words = (f for f in fields if f.core is str and not (f.many or f.rich))
    return (f for f in words if f.link is None or f.link.or_text)


def _others(fields: Iterable[Field]) -> Iterable[Field]:
    """What else is short; a field that alone says when an item is has its place already."""
    short = (f for f in fields if f.core in {Date, bool} or (f.core is str and not f.rich))
    return (f for f in short if f.key not in {"date", "period"})


def _is_number(field: Field) -> bool:
    if field.many or field.core is bool:
        return False
    return isinstance(field.core, type) and issubclass(field.core, _NUMBERS)


def _column(field: Field) -> Column:
    """The column of a field; one that is named after a kind is called as that kind is."""
    kind = builtin().by_name.get(field.key)
    return Column(field.key, kind.label if kind else field.label, _shape(field))


def _shape(field: Field) -> Shape:
    if field.link:
        return "link"
    if field.record or _is_number(field):
        return "number"
    if field.rich:
        return "text"
    if field.many:
        return "words"
    return "date" if field.core is Date else "word"


def _with_choices(column: Column, items: Iterable[Item]) -> Column:
    """The column, marked when its values are few enough to choose from."""
    if column.shape in {"status", "owner", "kind"} or column.key == "tags":
        return replace(column, choices=True)
    if column.shape not in {"word", "link"}:
        return column
    fields = [f for kind in {type(i) for i in items} if (f := fields_of(kind).get(column.key))]
    values = (value_of(item, column.key) for item in items)
    counts = Counter(value for value in values if isinstance(value, str))
    few = 0 < 2 * len(counts) <= counts.total() and len(counts) <= _FEW
    return replace(column, choices=few or any(field.choices for field in fields))
