"""A group of charters that are run together.

## Example
    ```yaml
    id: PGM-1
    title: Safe coast
    goal: every rock of the coast has a light
    manager: harbour office
    ```
"""

from typing import Annotated, ClassVar, Literal

from pmdocs.model.item import Item, State
from pmdocs.model.links import LinkTo, Refs
from pmdocs.model.values import Line, Text


class Program(Item):
    """Charters that are run together for one goal."""

    kind: ClassVar[str] = "program"
    label: ClassVar[str] = "Program"
    plural: ClassVar[str] = "Programs"
    prefix: ClassVar[str] = "PGM"
    states: ClassVar[tuple[State, ...]] = (
        State("draft", "discovery"),
        State("active", "in-progress"),
        State("closed", "done"),
        State("cancelled", "dropped"),
    )

    status: Literal["draft", "active", "closed", "cancelled"] = "draft"
    goal: Text
    """What they reach together."""
    manager: Line | None = None
    """Who answers for the whole."""
    charters: Annotated[Refs, LinkTo(("charter",), inverse="part of", name="runs")] = ()
    """The charters in it."""
