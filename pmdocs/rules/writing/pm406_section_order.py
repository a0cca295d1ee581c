"""The sections of a PRD stand in another order than in other PRDs.

Who reads many PRDs finds things by their place: first the problem, then what is
better afterwards, then what a solution must do and what it will not do.

Move the sections: Problem, Goals, Success metrics, Assumptions, Requirements,
Out of scope, Open questions. Sections of your own may stand anywhere between
them.

## Bad
    ```markdown title="content/PRD-1.md"
    ---
    status: draft
    ---
    # Share a roadmap

    ## Goals

    - nobody has to ask

    ## Problem

    Customers ask for our plans by mail.
    ```
## Good
    ```markdown title="content/PRD-1.md"
    ---
    status: draft
    ---
    # Share a roadmap

    ## Problem

    Customers ask for our plans by mail.

    ## Goals

    - nobody has to ask
    ```
"""

from collections.abc import Iterator, Sequence

from pmdocs.diagnostics import Edit, Finding, Fix, Severity
from pmdocs.model.fields import fields_of
from pmdocs.model.kinds.prd import Prd
from pmdocs.model.sections import key_of
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.source.markdown import Document, Section


@rule("PM406", "section-order", Severity.INFO, reads=("status",))
def check(prd: Prd, project: Project) -> Iterator[Finding]:
    """Find the PRD pages whose sections have changed places."""
    document = project.pages.get(prd.page or "")
    if document is None or prd.state.role == "dropped":
        return
    found = _known(document)
    wanted = sorted(found, key=_rank)
    early = next((i for i, (a, b) in enumerate(zip(found, wanted, strict=True)) if a != b), None)
    if early is None or not _are_siblings(found, document):
        return
    late = wanted[early]
    span = document.source.span(late.start, late.end)
    message = f"`## {late.title}` stands below `## {found[early].title}`"
    hint = f"the order is {', '.join(one.title for one in wanted)}"
    yield Finding(span, message, hint, fix=_fix(found, wanted, document))


def _known(document: Document) -> list[Section]:
    """The sections that fill a field; of two for one field neither, which is another mistake."""
    fields = fields_of(Prd)
    keys = [key_of(section) for section in document.sections]
    return [
        section
        for section, key in zip(document.sections, keys, strict=True)
        if section.level > 1 and key in fields and _fills(key) and keys.count(key) == 1
    ]


def _fills(key: str) -> bool:
    field = fields_of(Prd)[key]
    return field.rich or field.part is not None


def _rank(section: Section) -> int:
    order = list(fields_of(Prd))
    # `notes` comes first among the fields, and last on a page.
    return len(order) if key_of(section) == "notes" else order.index(key_of(section))


def _are_siblings(found: Sequence[Section], document: Document) -> bool:
    """Whether all stand on one level, below one heading."""
    first, last, level = found[0].start, found[-1].start, found[0].level
    between = (one for one in document.sections if first <= one.start <= last)
    return all(one.level >= level for one in between) and all(one.level == level for one in found)


def _fix(found: Sequence[Section], wanted: Sequence[Section], document: Document) -> Fix:
    """Each section in the place of another; the blank lines between the places stay."""
    source = document.source
    edits = []
    for place, section in zip(found, wanted, strict=True):
        if place != section:
            start, end = _stretch(section, document)
            edits.append(Edit(source.span(*_stretch(place, document)), source.text[start:end]))
    return Fix(tuple(edits))


def _stretch(section: Section, document: Document) -> tuple[int, int]:
    text = document.source.text
    start = max(text.rfind("\n", 0, section.start), text.rfind("\r", 0, section.start)) + 1
    end = max(section.end, section.body_start, section.body_end)
    return start, start + len(text[start:end].rstrip())
