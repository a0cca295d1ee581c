"""Which questions of a PRD are still open."""

from collections.abc import Iterator

from pmdocs.model.kinds.prd import Prd, Question


def open_questions(prd: Prd) -> Iterator[tuple[int, Question]]:
    """The questions without an answer, each with its place in the list.

    A page has no field for an answer: there, what stands behind the question mark
    is one.
    """
    for index, question in enumerate(prd.open_questions):
        behind = question.text.rpartition("?")[2] if "?" in question.text else ""
        if not question.answer and not behind.strip(' \n\t)*_."”'):
            yield index, question
