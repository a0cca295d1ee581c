"""A project has spent more than its budget.

Whoever gave the money should hear it from the project, and before the accounts
do. Ask for more, or cut the scope, and change `limit` when that is agreed.

With the option `share` it is said earlier: at 80, when four fifths are spent.
What is dated in the future is not spent yet. A project that is closed or
cancelled is left alone.

## Bad
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2026-05
    budget:
      limit: 1000
      currency: EUR
      spent:
        - {date: 2026-05-04, amount: 700, for: stone}
        - {date: 2026-05-20, amount: 500, for: wood}
    ```
## Good
    ```yaml
    id: CH-1
    title: Build the lighthouse
    purpose: ships find the harbour at night
    sponsor: harbour office
    manager: site manager
    start: 2026-05
    budget:
      limit: 1500
      currency: EUR
      spent:
        - {date: 2026-05-04, amount: 700, for: stone}
        - {date: 2026-05-20, amount: 500, for: wood}
    ```
"""

from collections.abc import Iterator
from decimal import Decimal

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.amounts import Money
from pmdocs.model.kinds.charter import Charter
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule

_ALL = 100


class Share(Options):
    """How much may be spent before it is said."""

    share: Whole = _ALL
    """The percentage of the budget that may be spent."""


@rule("PM606", "over-budget", Severity.WARNING, reads=("status", "budget"))
def check(charter: Charter, project: Project, options: Share) -> Iterator[Finding]:
    """Find the open charters whose spending is above their limit, or above a share of it."""
    budget = charter.budget
    if budget is None or charter.state.closed:
        return
    past = (one for one in budget.spent if one.date.first <= project.today)
    spent = sum((one.amount for one in past), Decimal(0))
    if spent * _ALL <= budget.limit * options.share:
        return
    limit = Money(budget.limit, budget.currency)
    message = f"`{charter.id}` has spent {Money(spent, budget.currency)} of {limit}"
    hint = "say so to the sponsor, and change `limit` when more is agreed on"
    yield Finding(charter.at("budget", "limit"), message, hint)
