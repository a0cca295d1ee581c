"""What we asked the world, and what it answered.

## Example
    ```yaml
    id: RES-1
    title: Interviews about landing in fog
    method: interview
    date: 2027-02
    participants: 6
    findings:
      - {id: F-1, text: nobody looks at the chart once the fog is there}
    ```
"""

from typing import Annotated, ClassVar, Literal

from pmdocs.model.dates import Date
from pmdocs.model.item import Item, Part, State
from pmdocs.model.links import LinkTo, Ref, Refs
from pmdocs.model.values import Text, Whole


class ResearchFinding(Part):
    """One thing that was learned."""

    kind: ClassVar[str] = "finding"
    plural: ClassVar[str] = "findings"
    prefixes: ClassVar[tuple[str, ...]] = ("F",)

    text: Text
    """What was learned, in one sentence."""
    persona: Annotated[Ref | None, LinkTo(("persona",), inverse="known from", name="about")] = None
    """Whom it is about."""


class Research(Item):
    """What was asked, how, and what was learned."""

    kind: ClassVar[str] = "research"
    label: ClassVar[str] = "Research"
    plural: ClassVar[str] = "Research"
    prefix: ClassVar[str] = "RES"
    states: ClassVar[tuple[State, ...]] = (
        State("planned", "planned"),
        State("in progress", "in-progress"),
        State("done", "done"),
    )

    status: Literal["planned", "in progress", "done"] = "planned"
    method: Literal["interview", "survey", "usability test", "A/B test", "market", "analytics"]
    """How the question was asked."""
    date: Date
    """When."""
    participants: Whole | None = None
    """How many people took part."""
    findings: tuple[ResearchFinding, ...]
    """What was learned, each with an id such as `F-1`."""
    supports: Annotated[Refs, LinkTo(("*",), inverse="supported by")] = ()
    """What the findings speak for."""
