"""A project as it was in a commit, without a checkout."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pmdocs.history.home import home
from pmdocs.history.place import Tree
from pmdocs.project.load import CONFIG, read
from pmdocs.project.reader import build
from pmdocs.text import Source

if TYPE_CHECKING:
    from pmdocs.history.git import Git
    from pmdocs.project.project import Project


def project_at(git: Git, revision: str, twin: Project | None = None) -> Project:
    """The project as it was in a commit, with the settings that it had then.

    What was wrong then is in `problems`, as with `load`. It is found where it was then,
    if it moved inside the repository. In a commit without its mkdocs.yml there was no
    project, and nothing is in it. `twin` is the same project
    at another time: what both have is read once, and their unchanged items are the
    same objects; it says how to read a commit whose mkdocs.yml cannot be understood.
    `PmdocsError` when the revision is unknown.
    """
    known = () if twin is None else (s.text.encode() for s in twin.sources.values())
    commit = git.resolve(revision)
    tree = Tree(git, commit, known)
    source = _settings_file(tree)
    if source is None and (there := home(git, commit)) is not git:
        tree = Tree(there, commit, known)
        source = _settings_file(tree)
    if source is not None:
        return read(tree, source, twin=twin)
    empty = build([])
    return empty if twin is None else replace(empty, today=twin.today, settings=twin.settings)


def was_there(project: Project) -> bool:
    """Whether a project that was read from a commit was there at all."""
    return CONFIG in project.sources


def _settings_file(tree: Tree) -> Source | None:
    path, error = tree.real(tree.root / CONFIG)
    if error or not path.is_relative_to(tree.root) or tree.is_folder(path):
        return None
    # What is no text in it is found by whoever reads it.
    return Source(CONFIG, tree.read(path).decode("utf-8", "replace"))
