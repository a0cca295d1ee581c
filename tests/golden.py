"""Expected output kept in files: written anew when UPDATE_GOLDENS=1 is set."""

from __future__ import annotations

import os
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLDENS = Path(__file__).parent / "goldens"
WIDTH = 140


def assert_golden(name: str, actual: str) -> None:
    """Compare with `tests/goldens/<name>`, or write that file."""
    path = GOLDENS / name
    actual = actual.rstrip("\n") + "\n"
    if os.environ.get("UPDATE_GOLDENS") == "1":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(actual, encoding="utf-8")
    expected = path.read_text(encoding="utf-8") if path.exists() else ""
    assert actual == expected, f"{name} differs; UPDATE_GOLDENS=1 pytest writes it anew"


def values(view: object) -> str:
    """The values of a view: what is short on one line, the rest indented by how deep it stands."""
    return "\n".join(_lines("", view, ""))


def _lines(name: str, value: object, indent: str) -> Iterator[str]:
    flat = f"{name}{_flat(value)}"
    if len(flat) <= WIDTH or not _holds(value):
        yield indent + flat
        return
    if name:
        yield indent + name.rstrip()
        indent += "  "
    for inner, one in _holds(value):
        yield from _lines(inner, one, indent)


def _holds(value: object) -> list[tuple[str, object]]:
    """What a value holds, with names."""
    if is_dataclass(value) and not isinstance(value, type):
        return [(f"{field.name}: ", getattr(value, field.name)) for field in fields(value)]
    return [("- ", one) for one in value] if isinstance(value, tuple) else []


def _flat(value: object) -> str:
    if is_dataclass(value) and not isinstance(value, type):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        shown = (f"{name}={_flat(one)}" for name, one in named if one not in ("", (), None))
        return "{" + " ".join(shown) + "}"
    return f"[{', '.join(map(_flat, value))}]" if isinstance(value, tuple) else str(value)
