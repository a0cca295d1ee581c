"""Somebody who can help or stop the product without using it.

## Example
    ```yaml
    id: STK-1
    title: Harbour office
    role: gives the permit for the light
    influence: high
    engagement: {current: neutral, desired: supportive}
    ```
"""

from typing import ClassVar, Literal, TypeAlias

from pmdocs.model.item import Item, Record, State
from pmdocs.model.values import Line, Text

Attitude: TypeAlias = Literal["unaware", "resistant", "neutral", "supportive", "leading"]


class Engagement(Record):
    """How they stand to it (PMBOK's assessment matrix)."""

    current: Attitude
    """Today."""
    desired: Attitude
    """How it should be."""


class Stakeholder(Item):
    """A person or group that can help or stop the product."""

    kind: ClassVar[str] = "stakeholder"
    label: ClassVar[str] = "Stakeholder"
    plural: ClassVar[str] = "Stakeholders"
    prefix: ClassVar[str] = "STK"
    states: ClassVar[tuple[State, ...]] = (
        State("active", "in-progress"),
        State("inactive", "dropped"),
    )

    status: Literal["active", "inactive"] = "active"
    role: Line
    """What they have to do with it."""
    interest: Text | None = None
    """What they want from it, or how much they care."""
    # In the same order as an item's confidence: Python takes unions of the same words for one.
    influence: Literal["high", "medium", "low"] | None = None
    """How much they can do."""
    engagement: Engagement | None = None
    """How they stand to it, and how they should."""
