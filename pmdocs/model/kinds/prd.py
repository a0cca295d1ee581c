"""A product requirements document: the problem, and what a solution must do.

It reads best as a Markdown page. Its sections fill the fields of the same
name: `## Problem`, `## Goals`, `## Requirements`, `## Out of scope`, `## Open
questions`; a list item under `## Requirements` starts with its id.

## Example
    ```yaml
    id: PRD-1
    title: Light patterns
    problem: From the sea, our light looks like any other.
    goals: [a skipper knows our light among ten others]
    requirements:
      - {id: FR-1, text: the light shows a pattern of its own, priority: must}
      - {id: NFR-1, text: the pattern is visible from ten miles}
    ```
"""

from typing import Annotated, ClassVar, Literal

from pmdocs.model.dates import Date
from pmdocs.model.item import Item, Part, Record, State
from pmdocs.model.links import LinkTo, Ref, Refs
from pmdocs.model.values import Line, Text


class Requirement(Part):
    """Something that a solution must do (FR) or be (NFR)."""

    kind: ClassVar[str] = "requirement"
    plural: ClassVar[str] = "requirements"
    prefixes: ClassVar[tuple[str, ...]] = ("FR", "NFR")

    text: Text
    """What it must do, in one sentence."""
    priority: Literal["must", "should", "could", "won't"] | None = None
    """How much it matters (MoSCoW)."""


class Question(Part):
    """Something that nobody knows yet."""

    kind: ClassVar[str] = "question"
    plural: ClassVar[str] = "questions"
    prefixes: ClassVar[tuple[str, ...]] = ("Q",)

    text: Text
    """The question."""
    answer: Text | None = None
    """The answer, once there is one."""
    date: Date | None = None
    """When it was asked, or answered."""


class Approval(Record):
    """Somebody who has to agree."""

    role: Line
    """As what they agree."""
    name: Line | None = None
    """Who it is."""
    state: Literal["requested", "approved", "rejected"] = "requested"
    """What they said."""
    date: Date | None = None
    """When."""


class Prd(Item):
    """What problem is solved, and what a solution must do."""

    kind: ClassVar[str] = "prd"
    label: ClassVar[str] = "PRD"
    plural: ClassVar[str] = "PRDs"
    prefix: ClassVar[str] = "PRD"
    states: ClassVar[tuple[State, ...]] = (
        State("draft", "discovery"),
        State("in review", "in-progress"),
        State("approved", "done"),
        State("superseded", "dropped"),
    )

    status: Literal["draft", "in review", "approved", "superseded"] = "draft"
    problem: Text
    """Whose problem it is, and what it costs them."""
    goals: tuple[Text, ...] = ()
    """What is better afterwards."""
    success_metrics: tuple[Text, ...] = ()
    """The numbers that show it."""
    assumptions: tuple[Text, ...] = ()
    """What is taken for granted."""
    requirements: tuple[Requirement, ...] = ()
    """What a solution must do (`FR-1`) or be (`NFR-1`)."""
    out_of_scope: tuple[Text, ...] = ()
    """What it will not do."""
    open_questions: tuple[Question, ...] = ()
    """What nobody knows yet, each with an id such as `Q-1`."""
    approvals: tuple[Approval, ...] = ()
    """Who has to agree."""
    item: Annotated[Ref | None, LinkTo(("item",), inverse="specified by", name="specifies")] = None
    """The roadmap item that it specifies."""
    personas: Annotated[Refs, LinkTo(("persona",), inverse="served by", name="serves")] = ()
    """Whom it is for."""
