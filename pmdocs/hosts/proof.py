"""The last look at a site for the public: whatever made its files, they name nothing internal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from pmdocs.exchange.graph import SCHEMA_NAME
from pmdocs.site.assets import assets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pmdocs.project.redaction import Redaction

# What themes bring with them is large, and not made of documents.
_OF_THE_THEME = ("assets/javascripts/", "assets/stylesheets/")
_MOST = 5


def prove(site: Path, redaction: Redaction) -> None:
    """Fail when the name or the text of a file tells of something that stays inside.

    That is none of our pages: themes, plugins and files that are copied can do it.
    """
    found = [f"{name} has `{words}`" for name, words in _told(site, redaction)]
    if found:
        more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
        raise PluginError(
            f"pmdocs: this site must not be published: {', '.join(found[:_MOST])}{more} (a theme,"
            " a plugin or a file that is copied tells of an internal item: mend that, or make the"
            " item public)"
        )


def _told(site: Path, redaction: Redaction) -> Iterator[tuple[str, str]]:
    """The files that tell of something, each with the first words that do."""
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        # What MkDocs does not clean away either, such as the `.git` of a branch with the site.
        if "/." in f"/{name}":
            continue
        words = redaction.first(name)
        # What is the same for every product may show what an id looks like.
        fixed = name.startswith(_OF_THE_THEME) or name in {*assets(), SCHEMA_NAME}
        if not (words or fixed):
            words = redaction.first(_text(file))
        if words:
            yield name, words


def _text(file: Path) -> str:
    """The text of a file, empty for a picture and its like."""
    data = file.read_bytes()
    return "" if b"\0" in data else data.decode("utf-8", "ignore")
