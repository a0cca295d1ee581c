"""The day a release meets the market, and what has to be ready.

## Example
    ```yaml
    id: LCH-1
    title: First night
    date: 2027-06-01
    message: Your coast has a light.
    checklist:
      - {text: the permit is there, owner: harbour office, done: true}
    ```
"""

from typing import Annotated, ClassVar, Literal

from pmdocs.model.amounts import MoneyField
from pmdocs.model.dates import Date
from pmdocs.model.item import Item, Record, State
from pmdocs.model.links import LinkTo, Ref, Refs
from pmdocs.model.values import Flag, Line, Text, Whole


class Positioning(Record):
    """Moore's positioning statement for this market."""

    target_customer: Text
    """For whom."""
    need: Text
    """What they need."""
    category: Line | None = None
    """What sort of thing it is."""
    key_benefit: Text
    """Why they choose it."""
    alternative: Text | None = None
    """What they use today."""
    differentiation: Text | None = None
    """What that cannot do."""


class Tier(Record):
    """One of the prices."""

    name: Line
    """What it is called."""
    price: MoneyField | None = None
    """What it costs, such as `9 EUR`."""
    per: Line | None = None
    """For what: a user and month, a seat, once."""
    includes: tuple[Text, ...] = ()
    """What is in it."""


class Pricing(Record):
    """What it costs."""

    model: Line
    """How it is charged: free, subscription, once, by use."""
    tiers: tuple[Tier, ...] = ()
    """The prices."""


class Check(Record):
    """Something that has to be ready."""

    text: Text
    """What."""
    owner: Line | None = None
    """Who sees to it."""
    done: Flag = False
    """Whether it is ready."""


class GoNoGo(Record):
    """The decision to launch."""

    decision: Literal["go", "no go", "pending"]
    """What was decided."""
    date: Date | None = None
    """When."""


class Review(Record):
    """What was learned afterwards."""

    successes: tuple[Text, ...] = ()
    """What went well."""
    failures: tuple[Text, ...] = ()
    """What did not."""
    follow_ups: tuple[Text, ...] = ()
    """What is done about it."""


class Launch(Item):
    """A release meets its market."""

    kind: ClassVar[str] = "launch"
    label: ClassVar[str] = "Launch"
    plural: ClassVar[str] = "Launches"
    prefix: ClassVar[str] = "LCH"
    states: ClassVar[tuple[State, ...]] = (
        State("draft", "discovery"),
        State("planned", "planned"),
        State("ready", "in-progress"),
        State("launched", "done"),
        State("cancelled", "dropped"),
    )

    status: Literal["draft", "planned", "ready", "launched", "cancelled"] = "draft"
    date: Date
    """When."""
    tier: Whole | None = None
    """How big: 1 is the biggest."""
    market_segment: Line | None = None
    """Which part of the market."""
    positioning: Positioning | None = None
    """What it is for them."""
    message: Text
    """The one sentence to remember."""
    pricing: Pricing | None = None
    """What it costs."""
    channels: tuple[Line, ...] = ()
    """Where it is told and sold."""
    checklist: tuple[Check, ...] = ()
    """What has to be ready."""
    go_no_go: GoNoGo | None = None
    """The decision to launch."""
    review: Review | None = None
    """What was learned afterwards."""
    release: Annotated[Ref | None, LinkTo(("release",), inverse="launched by", name="launches")] = (
        None
    )
    """What is launched."""
    personas: Annotated[Refs, LinkTo(("persona",), inverse="addressed by", name="addresses")] = ()
    """Whom it speaks to."""
    metrics: Annotated[
        Refs, LinkTo(("metric",), inverse="shows success of", name="measured by")
    ] = ()
    """The numbers that show whether it worked."""
