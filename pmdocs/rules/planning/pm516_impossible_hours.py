"""The hours of a task contradict each other.

The estimate for a good case is at most the likely one, and that is at most the
one for a bad case. Hours that repaired something are part of all that were
worked. Otherwise two numbers were mixed up, and every sum made of them is wrong.

## Bad
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01
    tasks:
      - {id: T-1, title: lay the ground, optimistic: 80, likely: 60, pessimistic: 120}
    ```
## Good
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2027-01
    tasks:
      - {id: T-1, title: lay the ground, optimistic: 60, likely: 80, pessimistic: 120}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding
from pmdocs.model.kinds.charter import Charter
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule

# What is at most what.
_ORDER = (
    ("optimistic", "likely"),
    ("likely", "pessimistic"),
    ("optimistic", "pessimistic"),
    ("rework_hours", "actual_hours"),
)


@rule("PM516", "impossible-hours", reads=("tasks",))
def check(charter: Charter, _: Project) -> Iterator[Finding]:
    """Find the numbers of tasks that are larger than what they are part of, one a task."""
    for index, task in enumerate(charter.tasks):
        for less, more in _ORDER:
            small, large = getattr(task, less), getattr(task, more)
            if small is not None and large is not None and small > large:
                name = f"`{charter.id}.{task.id}`"
                message = f"`{less}` of {name} is {small:,g}, more than `{more}` with {large:,g}"
                hint = f"correct `{less}` or `{more}`"
                yield Finding(charter.at("tasks", index, less), message, hint)
                break
