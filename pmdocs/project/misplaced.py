"""Items in files that are not looked at, because they are in the wrong folder."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding
from pmdocs.model.ids import ids_written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pmdocs.project.config import Settings
    from pmdocs.text import Source

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---", re.DOTALL | re.MULTILINE)


def misplaced(sources: Iterable[Source], settings: Settings) -> Iterator[Finding]:
    """The ids of items in YAML files among the pages, and in pages among the YAML files."""
    for source in sources:
        is_page = source.path.endswith(".md")
        text = source.text
        if is_page:
            front = _FRONT_MATTER.match(text)
            text = front[0] if front else ""
        folder = settings.docs_dir if is_page else settings.plugin.roadmap_dir
        what = "Markdown pages" if is_page else "YAML files"
        for match in ids_written(text):
            if settings.kinds.of_id(match[1]):
                message = f"`{match[1]}` is not read here: {what} are read in `{folder}/`"
                span = source.span(*match.span(1))
                yield Finding(span, message, f"move the file to `{folder}/`", code="PM112")
