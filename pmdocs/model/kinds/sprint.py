"""One to four weeks with one goal.

Its stories say that they are in it, in their field `sprint`.

## Example
    ```yaml
    id: SPR-1
    title: Sprint 1
    start: 2027-01-04
    end: 2027-01-15
    goal: the lamp turns
    capacity: 20
    ```
"""

from typing import ClassVar, Literal

from pmdocs.model.dates import Date
from pmdocs.model.item import Item, State
from pmdocs.model.values import Score, Text


class Sprint(Item):
    """A short stretch of work with one goal."""

    kind: ClassVar[str] = "sprint"
    label: ClassVar[str] = "Sprint"
    plural: ClassVar[str] = "Sprints"
    prefix: ClassVar[str] = "SPR"
    states: ClassVar[tuple[State, ...]] = (
        State("planned", "planned"),
        State("active", "in-progress"),
        State("closed", "done"),
    )

    status: Literal["planned", "active", "closed"] = "planned"
    start: Date
    """The first day."""
    end: Date
    """The last day."""
    goal: Text
    """What is true at its end."""
    capacity: Score | None = None
    """How many points fit in."""
