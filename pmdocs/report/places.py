"""Where a place is, seen from where its readers start."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmdocs.text import Span

    Where: TypeAlias = Callable[[str], str]


def in_the_product(path: str) -> str:
    """The path as findings hold it: from the folder with mkdocs.yml."""
    return path


def below(folder: str) -> Where:
    """Paths with a folder before them, such as `docs/`; empty for none."""
    return lambda path: folder + path


def place(span: Span, where: Where) -> str:
    """A place as `path:line:column`, which editors make a link of."""
    return f"{where(span.path)}:{span.start.line}:{span.start.column}"
