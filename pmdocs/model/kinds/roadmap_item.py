"""Something that will change for customers, with a place in time.

A place in time is a horizon (`now`, `next`, `later`), or `start` and `end`.
An item without either is shown as undated.

## Example
    ```yaml
    id: RM-1
    title: A light that can be told from a star
    outcome: a skipper knows within ten seconds that it is us
    status: planned
    start: 2027-Q1
    end: 2027-Q2
    confidence: medium
    ```
"""

from typing import Annotated, ClassVar, Literal

from pmdocs.model.amounts import EffortField, PercentField
from pmdocs.model.dates import Date
from pmdocs.model.item import Health, Item, Record, State
from pmdocs.model.links import LinkTo, Ref, Refs
from pmdocs.model.values import Line, Score, Text


class Rice(Record):
    """Inputs of RICE: reach x impact x confidence / effort."""

    reach: Score
    """How many people it touches in a period."""
    impact: Score
    """How much for each: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal."""
    confidence: PercentField
    """How sure these numbers are."""
    effort: Score
    """Person-months."""


class Wsjf(Record):
    """Inputs of WSJF: (value + criticality + risk reduction) / size."""

    business_value: Score
    """Value for users and business."""
    time_criticality: Score
    """How value decays with time."""
    risk_reduction: Score
    """Risk reduced or opportunity enabled."""
    job_size: Score
    """How big the work is."""


class Scores(Record):
    """Inputs of priority scores; the scores themselves are computed."""

    rice: Rice | None = None
    """Reach, impact, confidence, effort."""
    wsjf: Wsjf | None = None
    """Weighted shortest job first."""
    moscow: Literal["must", "should", "could", "won't"] | None = None
    """MoSCoW."""
    kano: Literal["basic", "performance", "excitement", "indifferent", "reverse"] | None = None
    """Kano's class."""
    value: Score | None = None
    """For value against effort."""
    effort: Score | None = None
    """For value against effort."""


class RoadmapItem(Item):
    """An outcome for customers, with a place in time."""

    kind: ClassVar[str] = "item"
    label: ClassVar[str] = "Roadmap item"
    plural: ClassVar[str] = "Roadmap items"
    prefix: ClassVar[str] = "RM"
    states: ClassVar[tuple[State, ...]] = (
        State("discovery", "discovery"),
        State("planned", "planned"),
        State("in progress", "in-progress"),
        State("at risk", "at-risk"),
        State("blocked", "blocked"),
        State("done", "done"),
        State("dropped", "dropped"),
    )

    status: Literal[
        "discovery", "planned", "in progress", "at risk", "blocked", "done", "dropped"
    ] = "discovery"
    outcome: Text
    """What will be different for whom. Not what will be built."""
    theme: Line | None = None
    """The topic that it belongs to."""
    horizon: Literal["now", "next", "later"] | None = None
    """When, without a promise."""
    start: Date | None = None
    """The first day, month, quarter, half or year."""
    end: Date | None = None
    """The last."""
    confidence: Literal["high", "medium", "low"] | None = None
    """How sure the dates are."""
    health: Health | None = None
    """How it stands today."""
    team: Line | None = None
    """Who builds it."""
    effort: EffortField | None = None
    """How much work it is."""
    scores: Scores | None = None
    """Inputs of priority scores."""
    objectives: Annotated[
        Refs, LinkTo(("objective", "key result"), inverse="advanced by", name="advances")
    ] = ()
    """What it helps to reach."""
    depends_on: Annotated[Refs, LinkTo(("item",), inverse="blocks")] = ()
    """What has to be done first."""
    release: Annotated[Ref | None, LinkTo(("release",), inverse="contains", name="part of")] = None
    """The release that brings it to customers."""
    evidence: Annotated[
        Refs, LinkTo(("research", "finding", "idea", "metric"), inverse="is evidence for")
    ] = ()
    """What speaks for it."""
