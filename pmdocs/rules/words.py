"""The words of an item as rules look at them."""

from collections.abc import Iterator

from pmdocs.model.item import Item, Step, locate
from pmdocs.model.texts import Words
from pmdocs.source.node import Mapping
from pmdocs.text import Span

__all__ = ["Words", "head", "words_of"]


def words_of(item: Item, *only: str) -> Iterator[Words]:
    """Each text that stands in an item, or in some of its fields, in their order."""
    return (words for words in item.texts if not only or words.path[0] in only)


def head(item: Item, *steps: Step) -> Span:
    """The id or the first key of a record in an item, so that not all of it is underlined."""
    node = locate(item.node, steps)
    if not isinstance(node, Mapping):
        return node.span
    id = node.get("id")
    first = id.span if id is not None else node.head
    return node.span if first.start == first.end else first
