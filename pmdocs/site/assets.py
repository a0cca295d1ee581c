"""The one stylesheet and the one script, named after what is in them."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files


@cache
def assets() -> dict[str, bytes]:
    """The files to publish, by their path on the site.

    The names change with the content, so that browsers may keep them for ever.
    """
    folder = files("pmdocs") / "site" / "assets"
    found = {name: (folder / name).read_bytes() for name in ("pmdocs.css", "pmdocs.js")}
    return {_hashed(name, data): data for name, data in found.items()}


def _hashed(name: str, data: bytes) -> str:
    stem, _, ending = name.rpartition(".")
    return f"assets/pmdocs/{stem}.{hashlib.sha256(data).hexdigest()[:8]}.{ending}"
