"""Something that may happen, and what it would do.

The score is probability x impact; both go from 1 to 5.

## Example
    ```yaml
    id: RSK-1
    title: The lamp breaks in a storm
    cause: salt in the housing
    effect: ships have no light for a night
    probability: 2
    impact: 5
    response: mitigate
    actions: [keep a second lamp on the island]
    ```
"""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from pmdocs.model.item import Item, State
from pmdocs.model.links import LinkTo, Refs
from pmdocs.model.values import Text, read_whole

FromOneToFive = Annotated[int, Field(ge=1, le=5), BeforeValidator(read_whole)]


class Risk(Item):
    """Something that may happen, and what it would do."""

    kind: ClassVar[str] = "risk"
    label: ClassVar[str] = "Risk"
    plural: ClassVar[str] = "Risks"
    prefix: ClassVar[str] = "RSK"
    states: ClassVar[tuple[State, ...]] = (
        State("open", "at-risk"),
        State("mitigating", "in-progress"),
        State("occurred", "blocked"),
        State("closed", "done"),
    )

    status: Literal["open", "mitigating", "occurred", "closed"] = "open"
    cause: Text | None = None
    """Why it may happen."""
    effect: Text
    """What it would do."""
    probability: FromOneToFive
    """From 1 (hardly) to 5 (almost surely)."""
    impact: FromOneToFive
    """From 1 (a nuisance) to 5 (the end of the product)."""
    response: (
        Literal["avoid", "mitigate", "transfer", "accept", "exploit", "enhance", "share"] | None
    ) = None
    """What is done about it."""
    actions: tuple[Text, ...] = ()
    """The steps of the response."""
    trigger: Text | None = None
    """How we shall notice that it happens."""
    contingency: Text | None = None
    """What we do then."""
    threatens: Annotated[Refs, LinkTo(("*",), inverse="threatened by")] = ()
    """What would suffer."""

    @property
    def score(self) -> int:
        """Probability x impact, from 1 to 25."""
        return self.probability * self.impact
