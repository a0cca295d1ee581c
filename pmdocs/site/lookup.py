"""What the script looks up while somebody reads: cards, ids, and where to find them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from pmdocs.site.assets import FOLDER, named
from pmdocs.site.cards import card_files
from pmdocs.site.ids import ids_file

if TYPE_CHECKING:
    from pmdocs.site.pages import Site


def lookup(site: Site) -> tuple[str, dict[str, bytes]]:
    """The path of the index, a script that every page loads, and all files by their paths.

    The index is small and tells the names of the others, which change with what
    is in them: so the script itself stays as it is, whatever people write.
    """
    cards, (ids, list_of_ids) = card_files(site), ids_file(site)
    told = {
        "folders": site.folders,
        "ids": _version(ids),
        "cards": {share: _version(path) for share, (path, _) in cards.items()},
    }
    script = f"(self.pmdocs??={{}}).index={json.dumps(told, separators=(',', ':'))}\n"
    index, data = named("index", "js", script)
    return index, {index: data, ids: list_of_ids, **dict(cards.values())}


def _version(path: str) -> str:
    """What changes in a path when its content does."""
    return path.removeprefix(f"{FOLDER}/").split(".")[1]
