"""The words of an item as rules look at them."""

import re
from collections.abc import Iterator, Sequence

from pmdocs.model.item import Item, Step, locate
from pmdocs.model.texts import Words
from pmdocs.source.node import Mapping
from pmdocs.text import Span

__all__ = ["SLOT", "Words", "head", "listed", "words_of"]

# The tags of HTML that people use in Markdown; `<title>` is none of them.
_HTML = (
    "a|abbr|audio|b|blockquote|br|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt"
    "|em|embed|figcaption|figure|font|form|h[1-6]|hr|html|i|iframe|img|input|ins|kbd|li|main|mark"
    "|math|nobr|noscript|object|ol|p|picture|pre|q|s|samp|script|small|span|strike|strong|style|sub"
    "|summary|sup|svg|table|tbody|td|template|tfoot|th|thead|tr|tt|u|ul|var|video|wbr"
)
# `<user role>`, which stands for something; neither a tag nor a comparison.
SLOT = re.compile(rf"(?<![\w<])<(?!(?:{_HTML})>)[^\W\d][\w '’,-]{{0,60}}>")


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


def listed(words: Sequence[str]) -> str:
    """Words as they stand in a sentence: `a, b and c`."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
