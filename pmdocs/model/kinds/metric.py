"""A number that is looked at again and again.

For the net promoter score a measurement gives `promoters`, `passives` and
`detractors`; for customer satisfaction `satisfied` and `responses`.

## Example
    ```yaml
    id: MET-1
    title: Boats that call for help
    stage: retention
    unit: boats a month
    direction: down
    baseline: 12
    target: 2
    measurements:
      - {date: 2026-10, value: 11}
    ```
"""

from typing import Annotated, ClassVar, Literal

from pmdocs.model.dates import Date
from pmdocs.model.item import Item, Record, State
from pmdocs.model.links import LinkTo, Refs
from pmdocs.model.values import Line, Number, Text, Whole


class Measurement(Record):
    """The number on one date."""

    date: Date
    """When it was measured."""
    value: Number | None = None
    """The number itself."""
    promoters: Whole | None = None
    """Answers of 9 and 10."""
    passives: Whole | None = None
    """Answers of 7 and 8."""
    detractors: Whole | None = None
    """Answers of 0 to 6."""
    satisfied: Whole | None = None
    """Answers of 4 and 5 out of 5."""
    responses: Whole | None = None
    """All answers."""


class Metric(Item):
    """A number that shows how the product does."""

    kind: ClassVar[str] = "metric"
    label: ClassVar[str] = "Metric"
    plural: ClassVar[str] = "Metrics"
    prefix: ClassVar[str] = "MET"
    states: ClassVar[tuple[State, ...]] = (
        State("active", "in-progress"),
        State("retired", "dropped"),
    )

    status: Literal["active", "retired"] = "active"
    stage: (
        Literal[
            "awareness", "acquisition", "activation", "retention", "revenue", "referral", "project"
        ]
        | None
    ) = None
    """The step of the customer's way that it belongs to (McClure)."""
    unit: Line | None = None
    """What is counted in."""
    direction: Literal["up", "down"] | None = None
    """Which way is better."""
    baseline: Number | None = None
    """The number at the start."""
    target: Number | None = None
    """The number to reach."""
    formula: Text | None = None
    """How it is worked out."""
    source: Line | None = None
    """Where the numbers come from."""
    measurements: tuple[Measurement, ...] = ()
    """The numbers so far."""
    measures: Annotated[
        Refs, LinkTo(("objective", "item", "key result"), inverse="measured by")
    ] = ()
    """What it shows the success of."""
