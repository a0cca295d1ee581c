"""The two states of a project that a command line names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pmdocs.errors import PmdocsError
from pmdocs.history.git import Git
from pmdocs.history.names import fetching_main
from pmdocs.history.snapshot import project_at
from pmdocs.model.dates import Date
from pmdocs.project.load import find_root, load

if TYPE_CHECKING:
    from pmdocs.project.project import Project

HERE = "the files here"
_SHORT = 8


@dataclass(frozen=True, slots=True)
class Sides:
    """An old and a new state, what they are called, and where git knows the past of the old one.

    `base` is the commit of the old one; None for folders. `is_here` says that the new one
    is what stands in the folder, committed or not.
    """

    old: Project
    new: Project
    names: tuple[str, str]
    git: Git | None = None
    base: str | None = None
    is_here: bool = False


def sides(words: tuple[str, ...]) -> Sides:
    """What to compare.

    Nothing: where this branch left the main branch, with the files here. `BASE`: a
    revision with the files here. `BASE..HEAD` or two revisions: both of them.
    `BASE...HEAD`: where HEAD left BASE, with HEAD. Two folders: both of them, without git.
    """
    folders = [_is_folder(word) for word in words]
    if len(words) == 2 and any(folders):  # noqa: PLR2004 - two sides
        if all(folders):
            return _folders(*words)
        _no_other_folder(words)
    return _revisions(words)


def _folders(old: str, new: str) -> Sides:
    projects = [load(find_root(Path(folder).resolve())) for folder in (old, new)]
    return Sides(projects[0], projects[1], (old, new))


def _revisions(words: tuple[str, ...]) -> Sides:
    root = find_root(Path.cwd())
    git = _repository(root)
    before, after, parted = _named(words, git)
    head = None if after is None else git.resolve(after)
    base = git.merge_base(before, after or "HEAD") if parted else git.resolve(before)
    new = load(root) if head is None else project_at(git, head)
    old = project_at(git, base, new)
    named = _as_it_was(git, before, base) if parted else _called(before, base)
    shown = HERE if head is None else _called(after or "HEAD", head)
    return Sides(old, new, (named, shown), git, base, head is None)


def _as_it_was(git: Git, name: str, commit: str) -> str:
    """A branch at the commit where another one left it, by the day of that commit."""
    day = git.day(commit)
    when = f" as it was {Date.day(day).then}" if day else ""
    return f"{name}{when} ({commit[:_SHORT]})"


def _called(name: str, commit: str) -> str:
    return f"{'the last commit' if name == 'HEAD' else name} ({commit[:_SHORT]})"


def _repository(root: Path) -> Git:
    try:
        return Git.of(root)
    except PmdocsError as error:
        hint = error.hint.replace("two folders", "two folders: `pmdocs diff OLD NEW`")
        raise PmdocsError(error.message, hint) from None


def _named(words: tuple[str, ...], git: Git) -> tuple[str, str | None, bool]:
    """The two revisions, None for the files here, and whether the first only parts them."""
    if not words:
        main = git.main_branch()
        if main is None:
            raise PmdocsError("no branch `main` or `master` is known here", _instead(git))
        return main, None, True
    if len(words) == 1:
        for sign in ("...", ".."):
            before, dots, after = words[0].partition(sign)
            if dots:
                return before or "HEAD", after or "HEAD", sign == "..."
        _no_folder(words[0], git)
        return words[0], None, False
    return words[0], words[1], False


def _instead(git: Git) -> str:
    """What to compare with where there is no main branch: the commit before, if there is one."""
    fetching = fetching_main(git.clone)
    if fetching:
        return fetching
    if git.commit("HEAD~1"):
        return "name what to compare with, such as `pmdocs diff HEAD~1`"
    if git.commit("HEAD"):
        return "to see what you have changed since the last commit, type `pmdocs diff HEAD`"
    return 'commit first: `git add --all`, then `git commit --message "First version"`'


def _no_folder(word: str, git: Git) -> None:
    if _is_folder(word) and git.commit(word) is None:
        message = f"`{word}` is a folder, and there is nothing to compare it with"
        raise PmdocsError(message, f"name two folders: `pmdocs diff OLD {word}`")


def _no_other_folder(words: tuple[str, ...]) -> None:
    """Refuse a folder with something that is none, unless both are revisions of that name."""
    git = Git.find(Path.cwd())
    if git is None or not all(git.commit(word) for word in words):
        missing = next(word for word in words if not _is_folder(word))
        raise PmdocsError(f"there is no folder `{missing}`", "name two folders, or two revisions")


def _is_folder(word: str) -> bool:
    return Path(word).is_dir()
