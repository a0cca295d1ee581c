"""A slice of value that a user can notice, in Connextra's form.

As a (persona or role), I want (something), so that (a reason). Its acceptance
criteria say when it is done. In Markdown they stand in a section `## Acceptance
criteria`, as list items that start with their id.

## Example
    ```yaml
    id: US-1
    title: Tell our light from a star
    status: ready
    as_a: skipper
    i_want: the light to blink in a pattern that I can look up
    so_that: I know where I am
    criteria:
      - {id: AC-1, text: the pattern is the one in the list of lights}
      - id: AC-2
        given: [it is night]
        when: [the light is switched on]
        then: [it blinks within one minute]
    ```
"""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from pmdocs.model.dates import Date
from pmdocs.model.item import Item, Part, Record, State
from pmdocs.model.links import LinkTo, Ref, Refs
from pmdocs.model.values import STRING, Line, Score, Text, Url


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


Lines = Annotated[
    tuple[Text, ...],
    BeforeValidator(_listed),
    WithJsonSchema({"anyOf": [STRING, {"type": "array", "items": STRING}]}),
]


class Evidence(Record):
    """How a criterion was shown to hold by hand."""

    date: Date
    """When."""
    by: Line
    """Who did it."""
    url: Url | None = None
    """Where it can be seen."""


class Criterion(Part):
    """Something that is true when the story is done.

    A rule (`text`), steps (`given`, `when`, `then`), or Gherkin (`scenario`).
    """

    kind: ClassVar[str] = "criterion"
    plural: ClassVar[str] = "criteria"
    prefixes: ClassVar[tuple[str, ...]] = ("AC",)

    id: Line = ""
    """The id, such as `AC-1`: permanent, because tests name it."""
    text: Text | None = None
    """A rule, in one sentence."""
    given: Lines = ()
    """What holds before."""
    when: Lines = ()
    """What happens."""
    then: Lines = ()
    """What must follow."""
    scenario: Text | None = None
    """Steps in Gherkin, one a line."""
    verification: Literal["test", "manual", "analysis"] = "test"
    """How it is shown to hold."""
    evidence: Evidence | None = None
    """For `manual`: who showed it, and when."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        # A criterion that is just a sentence may be written as one.
        return {"text": value} if isinstance(value, str) else value

    @property
    def words(self) -> str:
        """The criterion in short, whichever way it was written."""
        return self.text or self.scenario or self._steps

    @property
    def whole(self) -> str:
        """All that it says: its sentence, and the steps and the scenarios that show it."""
        return "\n".join(filter(None, (self.text, self._steps, self.scenario)))

    @property
    def _steps(self) -> str:
        steps = (("Given", self.given), ("When", self.when), ("Then", self.then))
        return ", ".join(
            f"{word if index == 0 else 'and'} {step}"
            for word, lines in steps
            for index, step in enumerate(lines)
        )


class Story(Item):
    """A slice of value that a user can notice."""

    kind: ClassVar[str] = "story"
    label: ClassVar[str] = "Story"
    plural: ClassVar[str] = "Stories"
    prefix: ClassVar[str] = "US"
    states: ClassVar[tuple[State, ...]] = (
        State("draft", "discovery"),
        State("ready", "planned"),
        State("in progress", "in-progress"),
        State("in review", "in-progress"),
        State("done", "done"),
        State("dropped", "dropped"),
    )

    status: Literal["draft", "ready", "in progress", "in review", "done", "dropped"] = "draft"
    as_a: Annotated[Line, LinkTo(("persona",), inverse="wants", name="for", or_text=True)]
    """Who wants it: a persona's id, or a role in words."""
    i_want: Text
    """What they want to do."""
    so_that: Text | None = None
    """Why."""
    priority: Literal["must", "should", "could", "won't"] | None = None
    """How much it matters (MoSCoW)."""
    points: Score | None = None
    """Story points."""
    criteria: tuple[Criterion, ...] = ()
    """When it is done, each with an id such as `AC-1`."""
    definition_of_done: tuple[Line, ...] = ()
    """What else must hold, where it differs from the project's."""
    sprint: Annotated[Ref | None, LinkTo(("sprint",), inverse="contains", name="in")] = None
    """The sprint that it is built in."""
    prd: Annotated[
        Ref | None, LinkTo(("prd", "requirement"), inverse="realised by", name="realises")
    ] = None
    """The PRD, or the one requirement, that it realises: `PRD-3` or `PRD-3.FR-2`."""
    depends_on: Annotated[Refs, LinkTo(("story",), inverse="blocks")] = ()
    """What has to be done first."""
    persona: Annotated[Ref | None, LinkTo(("persona",), inverse="wants", name="for")] = None
    """Who wants it, where `as_a` is in words."""
