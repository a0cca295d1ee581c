"""What `pmdocs check` mends: `--fix`, `--unsafe` and `--diff`."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import click

from pmdocs.cli.patch import Patch, show
from pmdocs.errors import PmdocsError
from pmdocs.project.draft import drafted
from pmdocs.report.safe import visible
from pmdocs.rules.repair import in_vain, repair

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.project.project import Project
    from pmdocs.rules.repair import Repair

_MOST_TOLD = 10
_MOST_TRIED, _MOST_ITEMS = 50, 1_000

_OPTIONS = (
    click.option("--fix", is_flag=True, help="Mend what is only spelled wrong, in the files."),
    click.option("--unsafe", is_flag=True, help="Mend by a guess, too, with --fix or --diff."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing."),
)


def options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of mending, which become a `Mending`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Mending:
    """What somebody asked for: to mend, guesses too, or only to see what that would change."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    eyes: Callable[[Project], Project] = lambda project: project

    def seen_as(self, eyes: Callable[[Project], Project]) -> Mending:
        """The same, where the project is looked at in another way each time that it is read."""
        return replace(self, eyes=eyes)

    def __bool__(self) -> bool:
        """Whether anything is to be mended."""
        return self.fix or self.diff


def asked(options: Mapping[str, bool]) -> Mending:
    """What the options ask for; `PmdocsError` for a word that means nothing alone."""
    wanted = Mending(options["fix"], options["unsafe"], options["diff"])
    if wanted.unsafe and not wanted:
        message = "`--unsafe` says which mistakes to mend, and none are to be mended"
        raise PmdocsError(message, "write `--fix --unsafe`, or `--diff --unsafe` to see it first")
    return wanted


def mend(
    project: Project, root: Path, asked: Mending, is_chosen: Callable[[Diagnostic], bool]
) -> Project:
    """Mend what was chosen, on the disk, and say what was; the project as it is then.

    With `diff` nothing is written: the change is printed, and the program ends with
    1 if there is any.
    """
    done = repair(project, partial(_reread, root, asked), partial(_is_wanted, asked, is_chosen))
    patch = Patch(done.sources, done.texts, Counter(d.span.path for d in done.mended))
    if asked.diff:
        show(patch, root)
        click.echo("\n".join(_would_mend(done)), err=True)
        sys.exit(int(bool(done.texts)))
    patch.write(root)
    for line in _mended(done):
        click.echo(visible(line), err=True)
    return done.project


def advice(found: Sequence[Diagnostic], project: Project, root: Path, asked: Mending) -> str:
    """How many findings can be mended by command, in a line; empty where none can.

    What would break something else is not promised. To know that, each fix has to be tried,
    which takes as long as a check: where there is much of everything, it says `up to`.
    """
    fixable = [one for one in found if one.finding.fix]
    tried = len(fixable) <= _MOST_TRIED and len(project.items) <= _MOST_ITEMS
    vain = in_vain(project, partial(_reread, root, asked), fixable) if fixable and tried else ()
    left_out = set(map(id, vain))
    fixes = [one.finding.fix for one in fixable if one.finding.fix and id(one) not in left_out]
    safe = sum(fix.safe for fix in fixes)
    guesses = len(fixes) - safe
    if not fixes:
        return ""
    up_to = "" if tried else "up to "
    if not safe:
        return f"{up_to}{guesses} can be mended by a guess: `pmdocs check --fix --unsafe`\n"
    more = f", {guesses} more with `--unsafe`" if guesses else ""
    return f"{up_to}{safe} can be mended by `pmdocs check --fix`{more}\n"


def _reread(root: Path, asked: Mending, was: Project, texts: Mapping[str, str]) -> Project:
    return asked.eyes(drafted(root, was, texts))


def _is_wanted(asked: Mending, is_chosen: Callable[[Diagnostic], bool], one: Diagnostic) -> bool:
    fix = one.finding.fix
    return fix is not None and (fix.safe or asked.unsafe) and is_chosen(one)


def _would_mend(done: Repair) -> Iterator[str]:
    count = len(done.mended)
    what = f"would mend {_findings(count)}" if count else "nothing to mend"
    yield what + (f" in {_files(done)}; nothing was written" if count else "")
    yield from _refused(done)


def _mended(done: Repair) -> Iterator[str]:
    if done.mended:
        yield f"mended {_findings(len(done.mended))} in {_files(done)}"
    by_path: dict[str, list[Diagnostic]] = {}
    for one in done.mended:
        by_path.setdefault(one.span.path, []).append(one)
    for path, some in sorted(by_path.items()):
        yield f"  {path}: {', '.join(_by_rule(some))}"
    yield from _refused(done)


def _by_rule(some: Iterable[Diagnostic]) -> Iterator[str]:
    for (code, name), count in sorted(Counter((d.code, d.name) for d in some).items()):
        yield f"{code} {name}" + (f" ({count} times)" if count > 1 else "")


def _refused(done: Repair) -> Iterator[str]:
    if done.refused:
        one = len(done.refused) == 1
        yield (
            f"left {_findings(len(done.refused))} alone: to mend {'it' if one else 'them'}"
            " would break something else"
        )
        for refused in done.refused[:_MOST_TOLD]:
            reason = done.reason(refused)
            then = f": then {reason.finding.message} ({reason.code})" if reason else ""
            yield f"  {refused.span}  {refused.code} {refused.finding.message}{then}"
        if more := len(done.refused[_MOST_TOLD:]):
            yield f"  and {more:,} more"


def _findings(count: int) -> str:
    return f"{count:,} finding{'' if count == 1 else 's'}"


def _files(done: Repair) -> str:
    return f"{len(done.texts):,} file{'' if len(done.texts) == 1 else 's'}"
