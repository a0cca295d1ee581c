"""Why the product exists, in the form of Geoffrey Moore's positioning statement.

For (target customer) who (need), the product is a (category) that (key
benefit). Unlike (alternative), it (differentiation).

## Example
    ```yaml
    id: VIS-1
    title: The light that finds you
    target_customer: people who sail at night along the coast
    need: want to know where the rocks are
    category: coastal beacon
    key_benefit: tells them their position without a radio
    alternative: paper charts
    differentiation: it also works in fog
    ```
"""

from typing import Annotated, ClassVar, Literal

from pmdocs.model.item import Item, State
from pmdocs.model.links import LinkTo, Refs
from pmdocs.model.values import Line, Text


class Vision(Item):
    """Why the product exists, for whom, and what makes it different."""

    kind: ClassVar[str] = "vision"
    label: ClassVar[str] = "Vision"
    plural: ClassVar[str] = "Visions"
    prefix: ClassVar[str] = "VIS"
    states: ClassVar[tuple[State, ...]] = (
        State("draft", "discovery"),
        State("approved", "done"),
        State("superseded", "dropped"),
    )

    status: Literal["draft", "approved", "superseded"] = "draft"
    target_customer: Text
    """Who the product is for."""
    need: Text
    """What they need or want to do, to follow "who"."""
    category: Line | None = None
    """What sort of thing the product is."""
    key_benefit: Text
    """The reason to choose it, to follow "that"."""
    alternative: Text | None = None
    """What they use today."""
    differentiation: Text | None = None
    """What the alternative cannot do."""
    business_goals: tuple[Text, ...] = ()
    """What the organisation wants to get from it."""
    principles: tuple[Text, ...] = ()
    """What the product will always, or never, do."""
    lifecycle: Literal["introduction", "growth", "maturity", "decline"] | None = None
    """Where the product stands in its life."""
    personas: Annotated[Refs, LinkTo(("persona",), inverse="is for", name="is for")] = ()
    """The people it is for."""
