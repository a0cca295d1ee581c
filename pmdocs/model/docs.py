"""What the fields of a kind are for: the words below them in its file.

They are read from the source when somebody asks, so that nobody else waits.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
import textwrap
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from pmdocs.model.item import Item

if TYPE_CHECKING:
    from pydantic import BaseModel

# What the modules of a team's own rules are called by.
OWN_RULES = "pmdocs_own_rules."
_EXAMPLE = re.compile(r"^ *```yaml\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


@cache
def about_fields(model: type[BaseModel]) -> dict[str, str]:
    """The sentence below each field, by the field's name in Python."""
    told = {n: f.description for n, f in model.model_fields.items() if f.description}
    for owner in reversed(model.__mro__):
        if owner.__module__.startswith(("pmdocs.", OWN_RULES)) and owner.__module__ in sys.modules:
            told |= _told(owner)
    return told


def about_kind(kind: type[BaseModel]) -> str:
    """What a kind is for: the text of its file before the example."""
    return _page(kind).partition("## Example")[0].strip() or inspect.getdoc(kind) or ""


def example_of(kind: type[Item]) -> str:
    """A valid example of a kind, as YAML."""
    match = _EXAMPLE.search(_page(kind))
    return textwrap.dedent(match[1]) if match else f"id: {kind.prefix}-1\ntitle: …\n"


def _page(kind: type[BaseModel]) -> str:
    for owner in kind.__mro__:
        if owner is Item or not issubclass(owner, Item):
            break
        module = sys.modules.get(owner.__module__)
        if owner.__module__.startswith("pmdocs.model.kinds") and module is not None:
            return inspect.cleandoc(module.__doc__ or "")
    return inspect.getdoc(kind) or ""


@cache
def _told(owner: type) -> dict[str, str]:
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(owner)))
    except (OSError, TypeError):
        return {}
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    return {
        field.target.id: " ".join(str(below.value.value).split())
        for field, below in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
    }
