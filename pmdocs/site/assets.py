"""The one stylesheet and the one script, joined from parts, and scripts that hold data."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from importlib.resources import files

FOLDER = "assets/pmdocs"
# Only comments that have lines of their own: they are told without reading the language.
_COMMENT = re.compile(
    r"^[ \t]*(?:/\*(?:(?!\*/).)*+\*/|//[^\n]*+)[ \t]*+\n", re.DOTALL | re.MULTILINE
)
# The ends of lines that both languages do without, and what stands before the beginnings.
_INDENT = re.compile(r"(?<=[{(,;])\n\s*+|^[ \t]++", re.MULTILINE)
# Spaces that a stylesheet does without, wherever they stand but in a string.
_SPACES = re.compile(r'("[^"\n]*+")|;?\s*+(})\s*+|\s*+([{;])\s*+|([:,])\s++| (>) ')
# Quotes around a word that a selector looks for.
_QUOTES = re.compile(r'(\[[\w-]+[~^*|$]?=)"([A-Za-z][\w-]*)"')
# Spaces of the script around signs that no string of ours has within spaces.
_SIGNS = re.compile(r" (=>|[!=]?==?|&&|\|\||\?\?) |(?<=\)) (?={)")
# The parts of the script see each other's names, and nobody else does.
_SCRIPT = '(() => {{\n"use strict";\n\n{}}})();\n'


@cache
def assets() -> dict[str, bytes]:
    """The files to publish, by their path on the site."""
    found = {
        "css": _QUOTES.sub(r"\1\2", _SPACES.sub(r"\1\2\3\4\5", _joined("css"))),
        "js": _SIGNS.sub(r"\1", _SCRIPT.format(_joined("js"))),
    }
    return dict(named("pmdocs", ending, text) for ending, text in found.items())


def named(stem: str, ending: str, text: str) -> tuple[str, bytes]:
    """The path of a file with its bytes.

    Its name changes with its content, so that browsers may keep it for ever.
    """
    data = text.encode()
    return f"{FOLDER}/{stem}.{hashlib.sha256(data).hexdigest()[:8]}.{ending}", data


def call(name: str, *values: object) -> str:
    """A script that hands values over to our own, by one of the names that it listens to."""
    told = ",".join(json.dumps(v, ensure_ascii=False, separators=(",", ":")) for v in values)
    return f"(self.pmdocs??={{}}).{name}({told})\n"


def _joined(ending: str) -> str:
    """The parts in the folder of an ending, by name, without comments and indentation.

    Those are for people who change the parts; they would be a fifth of what is loaded.
    """
    folder = files("pmdocs") / "site" / "assets" / ending
    parts = sorted(folder.iterdir(), key=lambda part: part.name)
    texts = (part.read_text("utf-8") for part in parts if part.name.endswith(f".{ending}"))
    return "\n".join(_INDENT.sub("", _COMMENT.sub("", text)) for text in texts)
