"""Small products as everybody may see them: what the tests of a public project share."""

from __future__ import annotations

import re
from dataclasses import replace

from pmdocs.model.item import Item
from pmdocs.project.audience import for_public
from pmdocs.project.config import read_settings
from pmdocs.project.project import Project
from pmdocs.project.reader import build
from pmdocs.text import Source

HIDDEN = """\
- {id: RM-9, title: A hidden item, outcome: o, aliases: [RM-90]}
- {id: PER-9, title: Hidden, role: r, goals: [g], pains: [p]}
- {id: PRD-9, title: Hidden, problem: p, requirements: [{id: FR-1, text: t}]}
- {id: OBJ-9, title: Hidden, period: 2027, key_results: [{id: KR-1, text: t, baseline: 0, target: 1}]}
"""


def whole(*texts: str, settings: str = "", **pages: str) -> Project:
    """A project of YAML texts and of Markdown pages, with settings in YAML's braces."""
    head = f"docs_dir: content\nplugins:\n  - pmdocs: {{{settings}}}\n"
    read, findings = read_settings(Source("mkdocs.yml", head))
    sources = [Source(f"roadmap/{n}.yaml", text) for n, text in enumerate((HIDDEN, *texts))]
    sources += [Source(f"content/{name}.md", text) for name, text in pages.items()]
    project = build(sources, read)
    return replace(project, problems=(*findings, *project.problems))


def public(*texts: str, settings: str = "", **pages: str) -> Project:
    return for_public(whole(*texts, settings=settings, **pages))


def item(text: str, settings: str = "") -> Item:
    """The first item of a text that has `audience: public` put into it."""
    return next(iter(public(marked(text), settings=settings).items.values()))


def marked(text: str) -> str:
    """The items of a text with `audience: public` in each."""
    return re.sub(r"^- \{", "- {audience: public, ", text, flags=re.MULTILINE)
