"""The folder that a product was in at some time: it may have moved inside its repository."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pmdocs.history.authorship import likeness
from pmdocs.project.load import CONFIG
from pmdocs.source.place import LARGEST_FILE

if TYPE_CHECKING:
    from pmdocs.history.git import Git

# Half of the lines, which is what git asks for to call a file renamed.
_ALIKE = 0.5


def home(git: Git, commit: str) -> Git:
    """The repository, seen from the folder that the product was in at a commit.

    Where there is no mkdocs.yml in the folder that it is in today, it was in the one
    whose mkdocs.yml is most like the one here, and is not there any more: what is
    there still is another product. Where there is none, it is the folder of today.
    """
    if CONFIG in git.tree(commit, CONFIG):
        return git
    found = _gone(git, commit)
    try:
        here = (git.folder / CONFIG).read_text("utf-8", "replace")
    except OSError:
        return git
    ranked = sorted(
        ((likeness(text, here), folder) for folder, text in found.items()), reverse=True
    )
    if not ranked or ranked[0][0] < _ALIKE:
        return git
    return replace(git, prefix=ranked[0][1])


def _gone(git: Git, commit: str) -> dict[str, str]:
    """The mkdocs.yml of products that are not where they were, by their folders such as `shop/`."""
    tree = replace(git, prefix="").tree(commit)
    blobs = {
        path.removesuffix(CONFIG): blob.id
        for path, blob in tree.items()
        if PurePosixPath(path).name == CONFIG and not blob.is_link and not (git.top / path).exists()
    }
    texts = git.blobs({*blobs.values()}, LARGEST_FILE)
    read = {folder: texts.get(id, b"").decode("utf-8", "replace") for folder, id in blobs.items()}
    return {folder: text for folder, text in read.items() if "pmdocs" in text}
