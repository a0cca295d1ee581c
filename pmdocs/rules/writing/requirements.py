"""The words of the requirements of a PRD."""

from collections.abc import Iterator

from pmdocs.model.item import locate
from pmdocs.model.kinds.prd import Prd
from pmdocs.rules.words import Words
from pmdocs.source.node import Scalar


def requirements_of(prd: Prd) -> Iterator[tuple[int, Words]]:
    """The texts of the requirements with their places in the list; none of a superseded PRD."""
    for index in range(len(prd.requirements) if prd.state.role != "dropped" else 0):
        node = locate(prd.node, ("requirements", index, "text"))
        if isinstance(node, Scalar):
            yield index, Words(("requirements", "text"), node, rich=True)
