"""An objective has too many key results.

With six numbers to watch nobody watches any. Most often they are a list of
things to do, which belong on the roadmap, or two objectives in one.

Keep the few that show that the objective is reached. The option `most` tells how
many there may be. Closed objectives are left alone.

## Bad
    ```yaml
    - id: OBJ-1
      title: Nobody is lost in fog
      period: 2027-H1
      key_results:
        - {id: KR-1, text: calls in fog, baseline: 12, target: 2}
        - {id: KR-2, text: lamps that report, baseline: 0, target: 9}
        - {id: KR-3, text: nights with two keepers, baseline: 4, target: 30}
        - {id: KR-4, text: skippers with our list, baseline: 10, target: 90}
        - {id: KR-5, text: days between repairs, baseline: 14, target: 60}
        - {id: KR-6, text: complaints a year, baseline: 8, target: 1}
    ```
## Good
    ```yaml
    - id: OBJ-1
      title: Nobody is lost in fog
      period: 2027-H1
      key_results:
        - {id: KR-1, text: calls in fog, baseline: 12, target: 2}
        - {id: KR-2, text: skippers with our list, baseline: 10, target: 90}
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.values import Whole
from pmdocs.project.project import Project
from pmdocs.rules.rule import Options, rule
from pmdocs.rules.words import head


class Most(Options):
    """How many key results an objective may have."""

    most: Whole = 5
    """The most key results."""


@rule("PM805", "too-many-key-results", Severity.WARNING, reads=("status", "key_results"))
def check(objective: Objective, _: Project, options: Most) -> Iterator[Finding]:
    """Find the open objectives with more key results than anybody can watch."""
    count = len(objective.key_results)
    if count > options.most and not objective.state.closed:
        message = f"`{objective.id}` has {count} key results, and {options.most} are the most"
        hint = "keep the few that show it, and move what is to be done to the roadmap"
        # The first that is one too many.
        yield Finding(head(objective, "key_results", options.most), message, hint)
