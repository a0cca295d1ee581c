"""A proof of concept or an MVP does not say what it is to show.

It is built to find something out. Without a guess, and a number that tells
whether the guess was right, it shows whatever people would like to see.

Write what you believe in `hypothesis:`, and from which number on it is shown in
`success_threshold:`. Releases that are out or withdrawn are left alone: after
the fact any guess is right.

## Bad
    ```yaml
    - {id: REL-1, title: First light, version: 0.1, date: 2027-03, stage: MVP}
    ```
## Good
    ```yaml
    - id: REL-1
      title: First light
      version: 0.1
      date: 2027-03
      stage: MVP
      hypothesis: skippers steer by a light that blinks
      success_threshold: 8 of 10 skippers name our harbour at night
    ```
"""

from collections.abc import Iterator

from pmdocs.diagnostics import Finding, Severity
from pmdocs.model.kinds.release import Release
from pmdocs.project.project import Project
from pmdocs.rules.rule import rule
from pmdocs.rules.words import listed

_WANTED = ("hypothesis", "success_threshold")


@rule(
    "PM809",
    "experiment-without-hypothesis",
    Severity.WARNING,
    reads=("status", "stage", *_WANTED),
)
def check(release: Release, _: Project) -> Iterator[Finding]:
    """Find the proofs of concept and MVPs to come that lack a guess or its threshold."""
    missing = [name for name in _WANTED if not getattr(release, name)]
    trial = release.stage in {"proof of concept", "MVP"}
    if missing and trial and not release.state.closed:
        named = listed([f"`{name}:`" for name in missing])
        message = f"`{release.id}` does not say what it is to show"
        yield Finding(release.at("stage"), message, f"add {named}")
