"""A project's charter: why, what, when, how much, who (PMBOK).

Work is written as tasks: `work` in hours, or three estimates (`optimistic`,
`likely`, `pessimistic`). Authors write these inputs; no schedule is written.

## Example
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: {role: site manager, authority: may spend up to the budget}
    start: 2027-01
    deadline: 2027-09
    budget: {limit: 120000, currency: EUR}
    roles: [{name: site manager}, {name: keeper}]
    milestones:
      - {id: MS-1, title: the tower stands, date: 2027-05}
    tasks:
      - {id: T-1, title: lay the ground, work: 80, milestone: MS-1}
      - {id: T-2, title: build the tower, work: 400, depends_on: [T-1 FS+2d], milestone: MS-1}
    ```
"""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from pmdocs.model.amounts import Amount, PercentField
from pmdocs.model.dates import Date
from pmdocs.model.item import Item, Part, Record, State
from pmdocs.model.kinds.prd import Approval
from pmdocs.model.links import Dependencies, LinkTo, Ref, Refs
from pmdocs.model.values import Line, Score, Text, read_number

Weekday = Literal["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
People = Annotated[tuple[Line, ...], Field(description="roles, by name")]


class Manager(Record):
    """Who runs the project."""

    role: Line
    """The role, or the name."""
    authority: Text | None = None
    """What they may decide alone."""

    @model_validator(mode="before")
    @classmethod
    def _from_words(cls, value: Any) -> Any:
        return {"role": value} if isinstance(value, str) else value


class Spending(Record):
    """Money that was spent."""

    date: Date
    """When."""
    amount: Amount
    """How much, in the budget's currency."""
    for_: Annotated[Line, Field(alias="for")]
    """What for."""


class Budget(Record):
    """How much the project may cost."""

    limit: Amount
    """The most that may be spent."""
    currency: Annotated[Line, StringConstraints(pattern=r"^[A-Z]{3}$")]
    """A code such as EUR."""
    contingency: Amount | None = None
    """The part that is kept for risks."""
    spent: tuple[Spending, ...] = ()
    """What was spent so far."""


class Role(Record):
    """Somebody's part in the project."""

    name: Line
    """What the role is called."""
    person: Line | None = None
    """Who has it."""


class Raci(Record):
    """Who does what (RACI)."""

    activity: Line
    """What is done."""
    responsible: People = ()
    """Who does it."""
    accountable: People = ()
    """Who answers for it: exactly one."""
    consulted: People = ()
    """Who is asked before."""
    informed: People = ()
    """Who is told afterwards."""

    @model_validator(mode="before")
    @classmethod
    def _one_is_a_list(cls, value: Any) -> Any:
        names = ("responsible", "accountable", "consulted", "informed")
        if not isinstance(value, dict):
            return value
        return {k: [v] if k in names and isinstance(v, str) else v for k, v in value.items()}


class Milestone(Part):
    """A point in time that everybody looks at."""

    kind: ClassVar[str] = "milestone"
    plural: ClassVar[str] = "milestones"
    prefixes: ClassVar[tuple[str, ...]] = ("MS",)

    title: Line
    """What is true then."""
    date: Date
    """When it is expected."""
    baseline: Date | None = None
    """When it was first promised."""
    actual: Date | None = None
    """When it was reached."""


class Task(Part):
    """A piece of work."""

    kind: ClassVar[str] = "task"
    plural: ClassVar[str] = "tasks"
    prefixes: ClassVar[tuple[str, ...]] = ("T",)

    title: Line
    """What is done."""
    work: Score | None = None
    """Hours."""
    optimistic: Score | None = None
    """Hours if all goes well."""
    likely: Score | None = None
    """Hours that are most likely."""
    pessimistic: Score | None = None
    """Hours if much goes wrong."""
    depends_on: Annotated[Dependencies, LinkTo(("task",), inverse="blocks", local="T")] = ()
    """What has to happen first: `T-1`, or with a type and a lag `T-1 SS+2d`."""
    assignee: Line | None = None
    """Which role does it."""
    units: Score | None = None
    """How many people at once; 0.5 is half of one."""
    stage: Line | None = None
    """The part of the project that it belongs to."""
    milestone: Annotated[
        Ref | None, LinkTo(("milestone",), inverse="needs", name="leads to", local="MS")
    ] = None
    """The milestone that it leads to."""
    progress: PercentField | None = None
    """How much of it is done."""
    actual_hours: Score | None = None
    """Hours worked so far."""
    rework_hours: Score | None = None
    """Hours of these that repaired something."""


class WorkCalendar(Record):
    """When people work."""

    hours_per_day: Annotated[float, Field(gt=0, le=24), BeforeValidator(read_number)] = 8
    """Hours of work in a day."""
    workdays: tuple[Weekday, ...] = ("Mon", "Tue", "Wed", "Thu", "Fri")
    """Days of work in a week."""
    country: Line | None = None
    """Whose public holidays."""
    holidays: tuple[Date, ...] = ()
    """Other days without work."""


class Communication(Record):
    """Who hears what, and how."""

    stakeholder: Line
    """Who."""
    message: Text
    """What they need to know."""
    channel: Line | None = None
    """By what way."""
    frequency: Line | None = None
    """How often."""
    owner: Line | None = None
    """Who sees to it."""


class Charter(Item):
    """Why a project is done, what it delivers, when, for how much, by whom."""

    kind: ClassVar[str] = "charter"
    label: ClassVar[str] = "Charter"
    plural: ClassVar[str] = "Charters"
    prefix: ClassVar[str] = "CH"
    states: ClassVar[tuple[State, ...]] = (
        State("draft", "discovery"),
        State("approved", "planned"),
        State("active", "in-progress"),
        State("closed", "done"),
        State("cancelled", "dropped"),
    )

    status: Literal["draft", "approved", "active", "closed", "cancelled"] = "draft"
    purpose: Text
    """Why it is done."""
    objectives: tuple[Text, ...] = ()
    """What it reaches, so that it can be measured."""
    deliverables: tuple[Text, ...] = ()
    """What it hands over."""
    in_scope: tuple[Text, ...] = ()
    """What belongs to it."""
    out_of_scope: tuple[Text, ...] = ()
    """What does not."""
    assumptions: tuple[Text, ...] = ()
    """What is taken for granted."""
    constraints: tuple[Text, ...] = ()
    """What cannot be changed."""
    exit_criteria: tuple[Text, ...] = ()
    """When it is over."""
    sponsor: Line
    """Who pays, and wants it."""
    manager: Manager
    """Who runs it, and with what authority."""
    approach: Literal["scrum", "kanban", "waterfall", "lean", "bimodal"] | None = None
    """How it is run."""
    start: Date
    """When it begins."""
    deadline: Date | None = None
    """When it must be over."""
    budget: Budget | None = None
    """How much it may cost."""
    roles: tuple[Role, ...] = ()
    """Who takes part."""
    raci: tuple[Raci, ...] = ()
    """Who does, answers for, advises on and hears of what."""
    milestones: tuple[Milestone, ...] = ()
    """Points in time, each with an id such as `MS-1`."""
    tasks: tuple[Task, ...] = ()
    """Pieces of work, each with an id such as `T-1`."""
    calendar: WorkCalendar | None = None
    """When people work."""
    communication: tuple[Communication, ...] = ()
    """Who hears what, and how."""
    standards: tuple[Text, ...] = ()
    """Rules that the work follows."""
    reports: tuple[Text, ...] = ()
    """What is reported, and when."""
    approvals: tuple[Approval, ...] = ()
    """Who has to agree."""
    delivers: Annotated[Refs, LinkTo(("item", "release"), inverse="delivered by")] = ()
    """What of the roadmap it brings."""
    program: Annotated[Ref | None, LinkTo(("program",), inverse="runs", name="part of")] = None
    """The program that it belongs to."""
