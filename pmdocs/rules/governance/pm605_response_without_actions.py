"""The response to a risk has no actions.

`mitigate` is a wish as long as nobody has anything to do. With actions, somebody
can do them, and others can see whether they help.

Write the steps in `actions:`, or say `response: accept` if there are none. Risks
that are accepted or closed are left alone.

## Bad
    ```yaml
    - id: RSK-1
      title: No oil
      effect: the lamp goes out
      probability: 3
      impact: 5
      response: mitigate
    ```
## Good
    ```yaml
    - id: RSK-1
      title: No oil
      effect: the lamp goes out
      probability: 3
      impact: 5
      response: mitigate
      actions: [keep oil for a month in the cellar]
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.risk import Risk
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule


@rule(
    "PM605", "response-without-actions", Severity.WARNING, reads=("status", "response", "actions")
)
def check(risk: Risk, _: Project) -> Iterator[Finding]:
    """Find the open risks with a response that is not `accept` and has no steps."""
    if risk.response in {None, "accept"} or risk.actions or risk.state.closed:
        return
    message = f"`{risk.id}` says `{risk.response}`, and not what is done"
    hint = "add `actions:` with the steps, or write `response: accept`"
    yield Finding(risk.at("response"), message, hint)
