"""What to say where git does not have what was asked for."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.diagnostics import closest
from pmdocs.errors import PmdocsError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

MAIN_NAMES = ("main", "master")
_ID = re.compile("[0-9a-f]{7,64}")


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


@dataclass(frozen=True, slots=True)
class Clone:
    """What a clone holds, so that it can be said what it lacks.

    `refs` are the short names of branches and tags, `servers` those that it fetches
    from; for each of them, whether only some of its branches are fetched.
    """

    refs: Collection[str]
    servers: Mapping[str, bool]
    is_shallow: bool


def unknown(revision: str, clone: Clone) -> PmdocsError:
    """A name that stands for no commit."""
    message = f"git knows no revision `{revision}`"
    if revision.startswith("-") or not revision:
        return PmdocsError(message, "write a branch, a tag or a commit, such as `main`")
    short = revision.partition("~")[0].partition("^")[0]
    remote = next((name for name in clone.refs if name.partition("/")[2] == revision), None)
    if remote is not None:
        return PmdocsError(message, f"did you mean `{remote}`?")
    is_older = short in {*clone.refs, "HEAD"} and short != revision
    if clone.is_shallow and (is_older or _ID.fullmatch(short)):
        return PmdocsError(message, f"this clone does not hold all of the history: {_deepen()}")
    if is_older:
        return PmdocsError(message, f"the history of `{short}` does not go back so far")
    if revision == "HEAD":
        return PmdocsError("there is no commit here yet", "commit your files first")
    return PmdocsError(message, _other_branch(short, clone))


def fetching_main(clone: Clone) -> str | None:
    """How to get the main branch, in a clone that was told to fetch another one only."""
    narrow = _narrow(clone)
    if narrow is None:
        return None
    return f"this clone does not hold all branches: {_fetch(narrow, MAIN_NAMES[0], clone)}"


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


def _other_branch(name: str, clone: Clone) -> str:
    """What to say of a name that may be a branch which was not fetched, or a slip of the pen."""
    server, slash, branch = name.partition("/")
    if slash and branch and (server in clone.servers or server == "origin"):
        held = [one.partition("/")[2] for one in clone.refs if one.startswith(f"{server}/")]
        alike = closest(branch, held)
        return f"did you mean `{server}/{alike}`?" if alike else _fetch(server, branch, clone)
    narrow = _narrow(clone)
    if narrow and name in MAIN_NAMES:
        return f"this clone does not hold all branches: {_fetch(narrow, name, clone)}"
    alike = closest(name, clone.refs)
    if alike:
        return f"did you mean `{alike}`?"
    if narrow:
        return f"this clone does not hold all branches: if it is one, {_fetch(narrow, name, clone)}"
    return "`git branch --all` lists the branches"


def _fetch(server: str, branch: str, clone: Clone) -> str:
    """How to get one branch, which also works in a clone that was told to fetch another only."""
    full = f"{server}/{branch}"
    if clone.is_shallow and _in_ci():
        return f"{_deepen()}, and name it `{full}`"
    option = "--unshallow " if clone.is_shallow else ""
    command = f"git fetch {option}{server} {branch}:refs/remotes/{full}"
    return f"run `{command}`, and name it `{full}`"


def _narrow(clone: Clone) -> str | None:
    """A server of which only some branches are fetched."""
    return next((name for name, narrow in clone.servers.items() if narrow), None)


def _in_ci() -> bool:
    return "GITHUB_ACTIONS" in os.environ or "GITLAB_CI" in os.environ


def _last(told: str) -> str:
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    return lines[-1].removeprefix("fatal: ") if lines else "it does not say why"
