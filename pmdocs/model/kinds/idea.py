"""Something that somebody wished for, before anybody promised it.

## Example
    ```yaml
    id: IDEA-1
    title: A horn for days without wind
    source: harbour meeting
    date: 2027-03-02
    customer_need: hear the rocks when nothing can be seen
    votes: 4
    ```
"""

from typing import Annotated, ClassVar, Literal

from pmdocs.model.dates import Date
from pmdocs.model.item import Item, State
from pmdocs.model.links import LinkTo, Refs
from pmdocs.model.values import Line, Text, Whole


class Idea(Item):
    """A wish that nobody has promised yet."""

    kind: ClassVar[str] = "idea"
    label: ClassVar[str] = "Idea"
    plural: ClassVar[str] = "Ideas"
    prefix: ClassVar[str] = "IDEA"
    states: ClassVar[tuple[State, ...]] = (
        State("new", "discovery"),
        State("considering", "planned"),
        State("accepted", "done"),
        State("rejected", "dropped"),
    )

    status: Literal["new", "considering", "accepted", "rejected"] = "new"
    source: Line | None = None
    """Where it came from."""
    date: Date | None = None
    """When."""
    customer_need: Text | None = None
    """The need behind the wish."""
    votes: Whole | None = None
    """How many asked for it."""
    leads_to: Annotated[Refs, LinkTo(("item", "story"), inverse="came from")] = ()
    """What was made of it."""
