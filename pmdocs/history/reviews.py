"""Who looked at a link again: lines in the messages of commits.

A line such as `Reviewed-link: US-12 PRD-3.FR-2 1f3a9c0b7d2e4f50` says that US-12
was read again with those words of PRD-3.FR-2. It names the words by their digest,
so that it holds for what was seen and for nothing that came later, wherever the
commit goes: through a merge, a rebase, or a squash that keeps messages. It stands
in no file, so that two people who review at once are in no conflict.
"""

from __future__ import annotations

import re
import tempfile
from typing import TYPE_CHECKING, NamedTuple

from pmdocs.errors import PmdocsError
from pmdocs.history.program import run

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pmdocs.history.git import Git

_NAME = "Reviewed-link"
_LINE = re.compile(
    rf"^[ \t]*{_NAME}:[ \t]+(\S+)[ \t]+(\S+)[ \t]+([0-9a-f]+)[ \t]*\r?$", re.MULTILINE
)
_UNDER_WAY = {
    "MERGE_HEAD": "a merge",
    "CHERRY_PICK_HEAD": "a cherry-pick",
    "REVERT_HEAD": "a revert",
    "rebase-merge": "a rebase",
    "rebase-apply": "a rebase",
}


class Review(NamedTuple):
    """An item that was read again, what it builds on, and the digest of the words there."""

    item: str
    target: str
    digest: str

    def __str__(self) -> str:
        """Write it as it stands in a message."""
        return f"{_NAME}: {self.item} {self.target} {self.digest}"


def reviews(git: Git) -> frozenset[Review]:
    """All reviews in the history of this branch; none where it cannot be read."""
    asked = ("--format=%B", "--fixed-strings", f"--grep={_NAME}:", "HEAD")
    try:
        done = run(git.folder, "log", *asked)
    except PmdocsError:
        return frozenset()
    text = done.stdout.decode("utf-8", "replace")
    return frozenset(Review(*match.groups()) for match in _LINE.finditer(text))


def record(git: Git, subject: str, text: str, made: Iterable[Review]) -> str:
    """Commit reviews with a message, and no change of a file; the short id of the commit.

    `PmdocsError` where that would do something else than what was asked for. Hooks
    do not run, since no file changes that they could judge.
    """
    _refuse(git)
    paragraphs = (subject, text, "\n".join(map(str, made)))
    message = "\n\n".join(one.strip() for one in paragraphs if one.strip())
    with tempfile.TemporaryFile() as given:
        given.write(message.encode("utf-8", "replace"))
        given.seek(0)
        options = ("--quiet", "--allow-empty", "--no-verify", "--cleanup=whitespace")
        done = run(git.folder, "commit", *options, "--file=-", given=given)
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = told[-1].removeprefix("fatal: ") if told else "it does not say why"
        raise PmdocsError(f"git could not commit: {reason}", "try `git commit --allow-empty`")
    return _said(git.folder, "rev-parse", "--short", "HEAD")


def _refuse(git: Git) -> None:
    folder = git.folder
    for name, what in _UNDER_WAY.items():
        where = _said(folder, "rev-parse", "--git-path", name)
        if (folder / where).exists():
            raise PmdocsError(f"{what} is under way here", "finish it, then review")
    if run(folder, "symbolic-ref", "--quiet", "HEAD").returncode:
        message = "no branch is checked out, so that the review would be lost"
        raise PmdocsError(message, "make a branch with `git switch --create NAME`")
    if run(folder, "diff", "--cached", "--quiet", "--no-ext-diff").returncode:
        message = "there are staged changes, which the commit of the review would take with it"
        raise PmdocsError(
            message, "commit them first, or take them back with `git restore --staged .`"
        )
    if run(folder, "var", "GIT_COMMITTER_IDENT").returncode:
        hint = "tell it with `git config user.name` and `git config user.email`"
        raise PmdocsError("git does not know who you are", hint)


def _said(folder: Path, *arguments: str) -> str:
    return run(folder, *arguments).stdout.decode("utf-8", "surrogateescape").rstrip("\n")
