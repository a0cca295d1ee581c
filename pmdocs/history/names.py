"""What to say where git does not have what was asked for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def no_repository(folder: Path, told: str) -> PmdocsError:
    """Why a folder is not read with git."""
    if "dubious ownership" in told:
        message = f"the folder `{folder}` belongs to somebody else, so git does not read it"
        hint = f"if you trust it, run `git config --global --add safe.directory {folder}`"
        return PmdocsError(message, hint)
    if "not a git repository" in told or "must be run in a work tree" in told:
        hint = "run `git init` and commit your files, or compare two folders"
        return PmdocsError(f"the folder `{folder}` is in no git repository", hint)
    return PmdocsError(f"git does not read `{folder}`: {_last(told)}", "run `git status` there")


def unknown(revision: str, known: Sequence[str], *, shallow: bool) -> PmdocsError:
    """A name that stands for no commit."""
    message = f"git knows no revision `{revision}`"
    if revision.startswith("-") or not revision:
        return PmdocsError(message, "write a branch, a tag or a commit, such as `main`")
    short = revision.partition("~")[0].partition("^")[0]
    remote = next((name for name in known if name.partition("/")[2] == revision), None)
    if remote is not None:
        return PmdocsError(message, f"did you mean `{remote}`?")
    if short in {*known, "HEAD"} and short != revision and not shallow:
        return PmdocsError(message, f"the history of `{short}` does not go back so far")
    if shallow:
        return PmdocsError(message, f"this clone does not hold all of the history: {_deepen()}")
    if revision == "HEAD":
        return PmdocsError("there is no commit here yet", "commit your files first")
    return PmdocsError(message, did_you_mean(revision, known) or _fetch(revision))


def nothing_in_common(one: str, other: str, *, shallow: bool) -> PmdocsError:
    """Two revisions without a common ancestor, as far as git can see."""
    if shallow:
        message = f"this clone does not hold the commit where `{other}` left `{one}`"
        return PmdocsError(message, _deepen())
    message = f"`{one}` and `{other}` have no commit in common"
    return PmdocsError(message, f"to compare them all the same, write `{one}..{other}`")


def not_read(revision: str, told: str) -> PmdocsError:
    """A commit that is known, but cannot be read."""
    return PmdocsError(f"git cannot read `{revision}`: {_last(told)}", "run `git fsck` to see why")


def not_held(revision: str) -> PmdocsError:
    """A commit whose files were left on the server."""
    message = f"this clone does not hold all files of `{revision}`"
    return PmdocsError(message, "run `git fetch --refetch --no-filter` to get them")


def _deepen() -> str:
    """What to do so that a clone holds the history."""
    if "GITHUB_ACTIONS" in os.environ:
        return "give `actions/checkout` the option `fetch-depth: 0`"
    if "GITLAB_CI" in os.environ:
        return "set the variable `GIT_DEPTH: 0` for the job"
    return "run `git fetch --unshallow` (in CI, fetch with depth 0)"


def _fetch(revision: str) -> str:
    remote, slash, branch = revision.partition("/")
    if slash and remote == "origin":
        return f"run `git fetch origin {branch}` to get it"
    return "`git branch --all` lists the branches"


def _last(told: str) -> str:
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    return lines[-1].removeprefix("fatal: ") if lines else "it does not say why"
