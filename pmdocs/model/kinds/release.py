"""A version that customers get.

A proof of concept and an MVP are experiments: they have a hypothesis, a
threshold for success, and afterwards a decision.

## Example
    ```yaml
    id: REL-1
    title: First light
    version: "1.0"
    date: 2027-06-01
    stage: MVP
    hypothesis: skippers trust a light that they can name
    success_threshold: 8 of 10 skippers name it right
    ```
"""

from typing import ClassVar, Literal

from pmdocs.model.dates import Date
from pmdocs.model.item import Item, State
from pmdocs.model.values import Line, Text


class Release(Item):
    """A version that customers get."""

    kind: ClassVar[str] = "release"
    label: ClassVar[str] = "Release"
    plural: ClassVar[str] = "Releases"
    prefix: ClassVar[str] = "REL"
    states: ClassVar[tuple[State, ...]] = (
        State("planned", "planned"),
        State("in progress", "in-progress"),
        State("released", "done"),
        State("withdrawn", "dropped"),
    )

    status: Literal["planned", "in progress", "released", "withdrawn"] = "planned"
    version: Line
    """The version as customers see it."""
    date: Date
    """When."""
    stage: Literal["proof of concept", "MVP", "beta", "GA", "end of life"] | None = None
    """How ready it is meant to be."""
    hypothesis: Text | None = None
    """What a proof of concept or an MVP is to show."""
    success_threshold: Text | None = None
    """The number from which on it has shown it."""
    decision: Literal["persevere", "pivot", "stop"] | None = None
    """What was decided after it."""
