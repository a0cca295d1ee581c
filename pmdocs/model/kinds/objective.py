"""What we want to reach, and the numbers that show when we have (OKR).

## Example
    ```yaml
    id: OBJ-1
    title: Nobody is lost in fog
    period: 2027-H1
    key_results:
      - id: KR-1
        text: boats that ask for help in fog
        baseline: 12
        target: 2
        unit: boats a month
    ```
"""

from typing import Annotated, ClassVar, Literal

from pmdocs.model.amounts import PercentField
from pmdocs.model.dates import Date
from pmdocs.model.item import Item, Part, State
from pmdocs.model.links import LinkTo, Ref
from pmdocs.model.values import Line, Number, Text


class KeyResult(Part):
    """A number that shows that the objective is reached."""

    kind: ClassVar[str] = "key result"
    plural: ClassVar[str] = "key results"
    prefixes: ClassVar[tuple[str, ...]] = ("KR",)

    text: Text
    """What is counted."""
    metric: Annotated[Ref | None, LinkTo(("metric",), inverse="measures", name="measured by")] = (
        None
    )
    """The metric that it is read from."""
    baseline: Number
    """The number at the start."""
    target: Number
    """The number to reach."""
    current: Number | None = None
    """The number today."""
    unit: Line | None = None
    """What is counted in."""
    confidence: PercentField | None = None
    """How sure the team is to reach it."""


class Objective(Item):
    """What the product wants to reach in a period."""

    kind: ClassVar[str] = "objective"
    label: ClassVar[str] = "Objective"
    plural: ClassVar[str] = "Objectives"
    prefix: ClassVar[str] = "OBJ"
    states: ClassVar[tuple[State, ...]] = (
        State("draft", "discovery"),
        State("active", "in-progress"),
        State("achieved", "done"),
        State("missed", "dropped"),
        State("dropped", "dropped"),
    )

    status: Literal["draft", "active", "achieved", "missed", "dropped"] = "draft"
    period: Date
    """When it is to be reached."""
    key_results: tuple[KeyResult, ...]
    """The numbers that show it, each with an id such as `KR-1`."""
    type: Literal["committed", "aspirational"] | None = None
    """Whether it must be reached in full, or is a stretch."""
    vision: Annotated[Ref | None, LinkTo(("vision",), inverse="guides", name="guided by")] = None
    """The vision that it serves."""
