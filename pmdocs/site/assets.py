"""The one stylesheet and the one script, joined from parts and named after what is in them."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files

# The parts of the script see each other's names, and nobody else does.
_SCRIPT = '(() => {{\n"use strict";\n\n{}}})();\n'


@cache
def assets() -> dict[str, bytes]:
    """The files to publish, by their path on the site.

    The names change with the content, so that browsers may keep them for ever.
    """
    found = {"css": _joined("css"), "js": _SCRIPT.format(_joined("js"))}
    return dict(_published(ending, text.encode()) for ending, text in found.items())


def _joined(ending: str) -> str:
    """The parts in the folder of an ending, in the order of their names."""
    folder = files("pmdocs") / "site" / "assets" / ending
    parts = sorted(folder.iterdir(), key=lambda part: part.name)
    return "\n".join(part.read_text("utf-8") for part in parts if part.name.endswith(f".{ending}"))


def _published(ending: str, data: bytes) -> tuple[str, bytes]:
    return f"assets/pmdocs/pmdocs.{hashlib.sha256(data).hexdigest()[:8]}.{ending}", data
