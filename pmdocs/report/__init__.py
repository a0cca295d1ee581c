"""Words for a terminal or for CI: one file for each format of findings.

Each format is a function `render(found, sources, where)`. `sources` are the texts
of the project by their paths. `where` turns a path into how its readers know it: from
the top of the repository, from where they stand, or from the product.
"""

from __future__ import annotations

import importlib
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.report.places import Where
    from pmdocs.rules.rule import Rule
    from pmdocs.text import Source

    Format = Callable[[Sequence[Diagnostic], Mapping[str, Source], Where], str]

# The formats, each with whom it is for, in the words of the manual.
FORMATS = {
    "frames": "people: the line with the place underlined, and a hint",
    "concise": "people and editors: one line for each finding",
    "json": "programs: all facts of each finding",
    "github": "GitHub: notes beside the lines of a pull request",
    "github-summary": "GitHub: a page with a table, below the run of a workflow",
    "sarif": "GitHub code scanning, and other services that read SARIF 2.1.0",
    "gitlab": "GitLab: the Code Quality report of a merge request",
    "rdjson": "reviewdog: comments in a review, with fixes to accept",
    "junit": "Jenkins and others that show test results: one test for each finding",
    "checkstyle": "Jenkins and others that read reports of Checkstyle",
}
# Who reads these stands somewhere: paths begin where they are.
AT_A_TERMINAL = frozenset({"frames", "concise"})
# Who reads these knows the product by its settings file: paths begin there.
IN_THE_PRODUCT = frozenset({"json"})


def renderer(style: str, rules: Sequence[Rule] = ()) -> Format:
    """The function that writes a format, of which only the one asked for is loaded.

    `rules` are those that were looked for, which one format tells about.
    """
    module = importlib.import_module(f"pmdocs.report.{style.replace('-', '_')}")
    function: Callable[..., str] = module.render
    return partial(function, rules=rules) if style == "sarif" and rules else function
