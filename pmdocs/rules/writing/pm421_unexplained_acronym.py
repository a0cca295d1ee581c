"""An abbreviation is used, and nobody says what it stands for.

In the team everybody knows it. A new colleague, a customer or the sponsor does not,
and rarely asks.

Explain it once, anywhere in the documents: `key performance indicator (KPI)`, or
`KPI (key performance indicator)`. Each abbreviation is told once, where it is met
first. Left alone are the prefixes of ids, the names of common formats and roles
(`CSV`, `API`, `PDF`), words that are only shouted, since somewhere they stand in small
letters, and what the settings list in `known`.

## Bad
    ```yaml
    - {id: IDEA-1, title: Lamp, notes: The VTS wants to see it from further away.}
    ```
## Good
    ```yaml
    - {id: IDEA-1, title: Lamp, notes: The vessel traffic service (VTS) wants to see it from afar.}
    ```
"""

import re
from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.values import Line
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule
from pmdocs.rules.writing.prose import proses

_ACRONYM = re.compile(r"(?<![\w.#/@-])[A-Z]{2,6}(?![\w-]|\.\w)")
_SMALL = re.compile(r"\b[a-z]{2,6}\b")
_EXPLAINED = re.compile(r"\(([A-Z]{2,6})s?[),;]|\b([A-Z]{2,6})s? \([^()\n]{6,}\)")
_KNOWN = (
    "AI AM AND API APP BC BETA CEO CFO CHF CI CLI CPU CSS CSV CTO DNA EU EUR FAQ FTP GB GBP"
    " GDPR GIF GPS GPU HR HTML HTTP HTTPS ID IDE IP ISO IT JPEG JPG JS JSON KB LAN MB MIT ML MVP"
    " NO NOT OK OKR OR OS PC PDF PM PNG PR QA QR RAM REST RSS SDK SEO SMS SQL SSH SSL SVG TB TCP"
    " TLS TODO TV UI UK UN URI URL US USA USB USD UTC UTF UX VAT VIP VPN WCAG WIFI XML YAML YES"
    " ZIP"
)
_COMMON = frozenset(_KNOWN.split())


class KnownWords(Options):
    """Which abbreviations need no explanation."""

    known: tuple[Line, ...] = ()
    """The abbreviations that every reader knows."""


@rule("PM421", "unexplained-acronym", Severity.INFO, pedantic=True)
def check(project: Project, told: KnownWords) -> Iterator[Finding]:
    """Find the first use of each abbreviation that is explained nowhere."""
    texts = [(prose, prose.shown) for prose in proses(project)]
    explained = {a or b for _, text in texts for a, b in _EXPLAINED.findall(text)}
    words = {word.upper() for _, text in texts for word in _SMALL.findall(text)}
    done = {*_COMMON, *told.known, *project.settings.kinds.by_prefix, *explained, *words}
    for prose, text in texts:
        for match in _ACRONYM.finditer(text):
            if match[0] not in done:
                done.add(match[0])
                message = f"nobody says what `{match[0]}` stands for"
                hint = f"explain it once: `… ({match[0]})`"
                yield Finding(prose.span(*match.span()), message, hint, item=prose.item)
