"""What there is to say about the addresses in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding
from pmdocs.model.values import URL_HINT
from pmdocs.model.wrong import said
from pmdocs.source.addresses import unsafe_addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.source.node import Scalar
    from pmdocs.text import Source, Span


def in_page(source: Source, start: int, item: str | None) -> Iterator[Finding]:
    """The findings about a page's text, from an offset on."""
    for at, end in unsafe_addresses(source.text, start, len(source.text)):
        yield _finding(source.span(at, end), source.text[at:end], item)


def in_field(node: Scalar, item: str) -> Iterator[Finding]:
    """The findings about a field, at the address if that stands in the file as it is meant."""
    text, source, after = node.text, node.source, node.start
    for start, end in unsafe_addresses(text, 0, len(text)):
        address = text[start:end]
        at = source.text.find(address, after, node.end)
        span = source.span(at, at + len(address)) if at >= 0 else node.span
        after = max(after, at)
        yield _finding(span, address, item)


def _finding(span: Span, address: str, item: str | None) -> Finding:
    message = f"{said(address)} is not an address that is safe to publish"
    return Finding(span, message, URL_HINT, code="PM108", item=item)
