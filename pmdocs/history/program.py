"""Starting the git program so that it only reads, here, and runs nothing else.

The settings of a repository can name programs: a pager, a monitor of files, a tool
for diffs, a check of signatures. Whoever wrote the repository wrote those settings,
so that each is switched off. No network is asked either, not even for what a partial
clone lacks.
"""

from __future__ import annotations

import os
import subprocess
from typing import IO, TYPE_CHECKING

from pmdocs.errors import PmdocsError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TIMEOUT = 120
_SAFE = (
    "core.fsmonitor=false",
    "core.quotePath=false",
    "core.hooksPath=/dev/null",
    "safe.bareRepository=explicit",
    "log.showSignature=false",
    "log.showRoot=true",
    "diff.orderFile=/dev/null",
)
_QUIET: Mapping[str, str] = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}
# A hook of git runs with these set, and they may point to another repository.
_ELSEWHERE = frozenset(
    [
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_EXTERNAL_DIFF",
        "GIT_GLOB_PATHSPECS",
        "GIT_ICASE_PATHSPECS",
        "GIT_INDEX_FILE",
        "GIT_NAMESPACE",
        "GIT_NOGLOB_PATHSPECS",
        "GIT_PREFIX",
        "GIT_REPLACE_REF_BASE",
        "GIT_WORK_TREE",
    ]
)


def run(
    folder: Path, *arguments: str, given: IO[bytes] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder until it ends, whatever it says.

    `PmdocsError` when git is not there, or says nothing for two minutes.
    """
    try:
        return subprocess.run(  # noqa: S603 - a fixed program, arguments as a list
            _command(folder, arguments),
            stdin=given or subprocess.DEVNULL,
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
            env=_environment(),
        )
    except subprocess.TimeoutExpired:
        message = f"git did not answer within {_TIMEOUT} seconds"
        raise PmdocsError(message, "try again when the disk is less busy") from None
    except OSError as error:
        raise _not_there(error) from None


def start(folder: Path, *arguments: str, given: IO[bytes] | int) -> subprocess.Popen[bytes]:
    """Start git in a folder, to read what it says while it says it.

    `given` is what it reads, or `subprocess.PIPE` to talk with it.
    """
    try:
        return subprocess.Popen(  # noqa: S603 - a fixed program, arguments as a list
            _command(folder, arguments),
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    except OSError as error:
        raise _not_there(error) from None


def _command(folder: Path, arguments: tuple[str, ...]) -> list[str]:
    settings = (word for setting in _SAFE for word in ("-c", setting))
    return ["git", "-C", str(folder), "--no-pager", *settings, *arguments]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    return {**kept, **_QUIET}


def _not_there(error: OSError) -> PmdocsError:
    if isinstance(error, FileNotFoundError):
        hint = "install it from https://git-scm.com, or compare two folders"
        return PmdocsError("the program `git` is not on this machine", hint)
    return PmdocsError(f"git cannot be started: {error.strerror}", "check that it can be run")
