"""How sound the documents are, in four figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Severity
from pmdocs.model.kinds.story import Story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class Soundness:
    """Errors and warnings, and how many of the stories have acceptance criteria."""

    errors: int
    warnings: int
    with_criteria: int
    stories: int

    @property
    def percent(self) -> int | None:
        """The share of stories with criteria in whole percent; none where there are no stories."""
        return self.with_criteria * 100 // self.stories if self.stories else None


def soundness_of(project: Project, found: Sequence[Diagnostic]) -> Soundness:
    """Count the findings of a project, and its stories that were not dropped."""
    stories = [story for story in project.of(Story) if story.state.role != "dropped"]
    return Soundness(
        errors=sum(one.severity is Severity.ERROR for one in found),
        warnings=sum(one.severity is Severity.WARNING for one in found),
        with_criteria=sum(bool(story.criteria) for story in stories),
        stories=len(stories),
    )
