"""The headings of a page make no outline.

A level is skipped, or there are two titles. People who cannot see the page move
through it by its headings, and think that they have missed something (WCAG 1.3.1).
In the table of contents, what stands below a second title belongs to nothing.

Use one `#` for the title of the page, `##` for its sections, `###` within these. The
first heading may have any level: an item has its title in the front matter.

## Bad
    ```markdown
    # Notes of Monday

    #### Who was there

    Ana and Bo.
    ```
## Good
    ```markdown
    # Notes of Monday

    ## Who was there

    Ana and Bo.
    ```
"""

from collections.abc import Iterator
from itertools import pairwise

from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.source.markdown import Document, Section


@rule("PM417", "broken-outline", Severity.INFO)
def check(project: Project) -> Iterator[Finding]:
    """Find the headings that skip a level, and the second title of a page."""
    for page in project.pages.values():
        titles = [section for section in page.sections if section.level == 1]
        if len(titles) > 1:
            yield _second_title(page, titles)
        for before, section in pairwise(page.sections):
            if section.level > before.level + 1:
                yield _skipped(page, section, before.level)


def _second_title(page: Document, titles: list[Section]) -> Finding:
    first, second, *_ = titles
    note = Note(page.source.span(first.start, first.end), "the first one")
    message = f"this page has {len(titles)} titles"
    hint = "write `##` in front of it, and one `#` more in front of what is below it"
    return Finding(page.source.span(second.start, second.end), message, hint, (note,))


def _skipped(page: Document, section: Section, level: int) -> Finding:
    marks, wanted = "#" * section.level, "#" * (level + 1)
    message = f"`{marks}` comes below `{'#' * level}`, so that a level is skipped"
    span = page.source.span(section.start, section.end)
    return Finding(span, message, f"write `{wanted}` in front of it")
