"""The words of a target changed since the item that builds on it was last touched.

Who wrote the story read the requirement of then. Whether the story still does what
the requirement asks for, nobody knows until somebody reads both.

Read them. Then change the item, or say that it is still right: `pmdocs review US-1`
records that in git. Only what the target says counts: not its status, its dates, its
owner or news about it. `pmdocs review` without an id shows the words that changed.

Items that were dropped are not asked, nor with `done: false` those that are finished;
`fields` are the links that count. With `pmdocs check --since REV` only those links are told that
became suspect since that revision.

## Bad
    ```sh
    mkdir roadmap
    say() { echo "- {id: RM-1, title: Share, outcome: $1}" > roadmap/items.yaml; }
    say "customers see our plans"
    echo "- {id: PRD-1, title: Links, problem: they ask by mail, item: RM-1}" > roadmap/prds.yaml
    git init -q && git add . && git commit -qm "Plan to share"
    say "customers see our plans and comment on them"
    git commit -qam "Let customers comment"
    ```
## Good
    ```sh
    mkdir roadmap
    say() { echo "- {id: RM-1, title: Share, outcome: $1}" > roadmap/items.yaml; }
    say "customers see our plans"
    echo "- {id: PRD-1, title: Links, problem: they ask by mail, item: RM-1}" > roadmap/prds.yaml
    git init -q && git add . && git commit -qm "Plan to share"
    say "customers see our plans and comment on them"
    git commit -qam "Let customers comment"
    pmdocs review PRD-1
    ```
"""

from collections.abc import Iterator, Sequence

from pmdocs.analysis.changes.words import Run, word_diff
from pmdocs.diagnostics import Finding, Note, Severity
from pmdocs.history.past import Past
from pmdocs.history.suspects import BUILDS_ON, Suspect, suspects
from pmdocs.model.dates import Date
from pmdocs.model.values import Flag, Line
from pmdocs.project.project import Project
from pmdocs.rules.judge import Judge
from pmdocs.rules.rule import Options, rule

_LONGEST = 100


class SuspectOptions(Options):
    """What counts as building on something."""

    fields: tuple[Line, ...] = BUILDS_ON
    """The fields whose links count."""
    done: Flag = True
    """Whether items that are finished are asked as well: what was built may not fit any more."""


@rule("PM701", "suspect-link", Severity.WARNING)
def check(project: Project, past: Past, options: SuspectOptions) -> Iterator[Finding]:
    """Find the links that somebody should look at again."""
    for suspect in suspects(project, past, options.fields, done=options.done):
        item, target = suspect.link.item.id, suspect.link.target
        touched, reviewed = f"`{item}` was last touched", f"it was last reviewed for `{item}`"
        when = reviewed if suspect.is_reviewed else touched
        message = f"`{target}` says something else than when {when}"
        hint = f"read both; change `{item}`, or run `pmdocs review {item}` if it is still right"
        yield Finding(suspect.link.span, message, hint, (_note(suspect, project),), item=item)


def options_of(project: Project) -> SuspectOptions:
    """What a project's settings say about suspect links."""
    told = Judge(project, [check]).options(check, None)
    return told if isinstance(told, SuspectOptions) else SuspectOptions()


def _note(suspect: Suspect, project: Project) -> Note:
    """Where the target is, with the first words that changed."""
    since = f"changed on {Date.day(suspect.day).words}" if suspect.day else "changed"
    name, old, new = next(suspect.places)
    place = project.find(suspect.link.target) or suspect.target
    return Note(place.span, f"{since}: in `{name}` {_told(word_diff(old, new))}")


def _told(runs: Sequence[Run]) -> str:
    """The first words that came, went or gave way to others."""
    first = next(place for place, run in enumerate(runs) if run.sort != "same")
    words = {run.sort: _short(run.text) for run in runs[first : first + 2]}
    if "gone" not in words:
        return f"`{words['new']}` is new"
    if "new" not in words:
        return f"`{words['gone']}` is gone"
    return f"`{words['new']}` instead of `{words['gone']}`"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
