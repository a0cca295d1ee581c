"""A file of the project becomes a Python module: what is in it is run."""

from __future__ import annotations

import linecache
import sys
import traceback
from pathlib import PurePosixPath
from types import ModuleType
from typing import TYPE_CHECKING

from pmdocs.model.docs import OWN_RULES

if TYPE_CHECKING:
    from collections.abc import Container

    from pmdocs.text import Source


def module_of(source: Source) -> ModuleType:
    """Run a file, and give what it defines; whatever it raises is raised."""
    name = f"{OWN_RULES}{PurePosixPath(source.path).stem.replace('-', '_')}"
    module = ModuleType(name)
    module.__file__ = source.path
    # Types are looked up by the name of the module in which they were written.
    sys.modules[name] = module
    # What was read is what is run, and what is shown of it.
    lines = source.text.splitlines(keepends=True)
    linecache.cache[source.path] = (len(source.text), None, lines, source.path)
    code = compile(source.text, source.path, "exec", dont_inherit=True)
    exec(code, module.__dict__)  # noqa: S102 - it was allowed
    return module


def deepest(error: BaseException, known: Container[str]) -> tuple[str, int | None]:
    """The file and line where something went wrong: the last that is known, else the last."""
    if isinstance(error, SyntaxError) and error.filename in known:
        return str(error.filename), error.lineno
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if frame.filename in known] or frames[-1:]
    return (ours[-1].filename, ours[-1].lineno) if ours else ("", None)
