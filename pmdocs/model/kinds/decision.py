"""Something that was decided, and why (an architecture decision record).

## Example
    ```yaml
    id: DEC-1
    title: Oil, not gas
    status: accepted
    date: 2026-10-12
    context: The island has no pipe.
    decision: The lamp burns oil.
    consequences: Somebody carries oil up the stairs.
    ```
"""

from typing import Annotated, ClassVar, Literal

from pmdocs.model.dates import Date
from pmdocs.model.item import Item, State
from pmdocs.model.links import LinkTo, Refs
from pmdocs.model.values import Text


class Decision(Item):
    """What was decided, in which situation, with what consequences."""

    kind: ClassVar[str] = "decision"
    label: ClassVar[str] = "Decision"
    plural: ClassVar[str] = "Decisions"
    prefix: ClassVar[str] = "DEC"
    states: ClassVar[tuple[State, ...]] = (
        State("proposed", "discovery"),
        State("accepted", "done"),
        State("rejected", "dropped"),
        State("superseded", "dropped"),
    )

    status: Literal["proposed", "accepted", "rejected", "superseded"] = "proposed"
    date: Date
    """When it was decided."""
    context: Text
    """The situation, and what speaks for and against."""
    decision: Text
    """What was decided."""
    consequences: Text | None = None
    """What follows, good and bad."""
    supersedes: Annotated[Refs, LinkTo(("decision",), inverse="superseded by")] = ()
    """The decisions that it replaces."""
    affects: Annotated[Refs, LinkTo(("*",), inverse="affected by")] = ()
    """What it changes."""
