"""Somebody the product is for: a sort of person, with goals and pains.

## Example
    ```yaml
    id: PER-1
    title: The night sailor
    role: skipper of a small boat
    goals: [to be home before breakfast]
    pains: [rocks that no chart shows]
    ```
"""

from typing import ClassVar, Literal

from pmdocs.model.item import Item, State
from pmdocs.model.values import Line, Text


class Persona(Item):
    """A sort of person the product is for."""

    kind: ClassVar[str] = "persona"
    label: ClassVar[str] = "Persona"
    plural: ClassVar[str] = "Personas"
    prefix: ClassVar[str] = "PER"
    states: ClassVar[tuple[State, ...]] = (
        State("draft", "discovery"),
        State("validated", "done"),
        State("retired", "dropped"),
    )

    status: Literal["draft", "validated", "retired"] = "draft"
    role: Line
    """What they do for a living, or in the place where they use the product."""
    goals: tuple[Text, ...]
    """What they want to reach."""
    pains: tuple[Text, ...]
    """What stands in their way today."""
    jobs: tuple[Text, ...] = ()
    """The jobs they hire a product for: "when …, I want to …, so that …"."""
    segment: Line | None = None
    """The part of the market they stand for."""
    quote: Text | None = None
    """Something they would say."""
    buying_role: Literal["economic buyer", "user", "champion", "gatekeeper"] | None = None
    """What they do when the product is bought."""
