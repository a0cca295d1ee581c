"""Looking through a finished site for what `tests.hush` keeps inside."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from pmdocs.model.registry import builtin

# Words, ids, former ids and paths that only internal things have.
PREFIXES = "|".join(kind.prefix for kind in builtin())
SECRET = re.compile(
    rf"hush|(?<![a-z0-9])(?:OLD)?(?:{PREFIXES})-(?:8|9|9[789])(?![0-9])"
    r"|shown-file\.yaml|content/(?:prd|story)",
    re.IGNORECASE,
)


def told(site: Path) -> Iterator[tuple[str, str]]:
    """Everything that a site says: the names and the texts of its files, packed ones too."""
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        yield name, name
        if file.is_file():
            data = file.read_bytes()
            data = gzip.decompress(data) if file.suffix == ".gz" else data
            yield name, data.decode("utf-8", "replace")


def leaks(site: Path) -> list[str]:
    return [
        f"{name}: {text[max(0, m.start() - 60) : m.end() + 40]!r}"
        for name, text in told(site)
        for m in SECRET.finditer(text)
    ]
