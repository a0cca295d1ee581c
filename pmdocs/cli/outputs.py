"""Where the findings of a check go: to the terminal, and into files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pmdocs.cli.files import append, overwrite
from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.history.top import repository_top
from pmdocs.report import AT_A_TERMINAL, FORMATS, IN_THE_PRODUCT, renderer
from pmdocs.report.places import in_the_product

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.project.project import Project
    from pmdocs.report.places import Where
    from pmdocs.rules.rule import Rule

_SUMMARY = "github-summary"
_VARIABLE = "GITHUB_STEP_SUMMARY"


@dataclass(frozen=True, slots=True)
class Output:
    """A format, and the file to write it into."""

    style: str
    path: Path


@dataclass(frozen=True, slots=True)
class Told:
    """What a check has found in a project, and the rules that it has looked for."""

    found: Sequence[Diagnostic]
    project: Project
    root: Path
    rules: Sequence[Rule]

    def written(self, style: str) -> str:
        """The findings in a format, with paths as its readers expect them."""
        render = renderer(style, self.rules)
        return render(self.found, self.project.sources, where(style, self.root))


def outputs(words: Sequence[str]) -> list[Output]:
    """What `--output FORMAT=FILE` asks for, judged before anything is checked.

    Raises `PmdocsError` for a format or a folder that is not there, and when a
    file is named twice.
    """
    wanted = [_output(word) for word in words]
    seen: set[Path] = set()
    for output in wanted:
        if output.path.resolve() in seen:
            raise PmdocsError(
                f"`{output.path}` is named twice", "write each format into its own file"
            )
        seen.add(output.path.resolve())
    return wanted


def _output(word: str) -> Output:
    style, equals, name = word.partition("=")
    if style not in FORMATS:
        hint = did_you_mean(style, FORMATS) or f"the formats are {', '.join(FORMATS)}"
        raise PmdocsError(f"there is no format `{style}`", hint)
    if style == _SUMMARY and not equals:
        name = _step_summary()
    if not name:
        raise PmdocsError(f"`--output {word}` names no file", f"write `--output {style}=FILE`")
    path = Path(name)
    if not path.parent.is_dir():
        raise PmdocsError(f"there is no folder `{path.parent}`", "make it first")
    if path.is_dir():
        raise PmdocsError(f"`{path}` is a folder", "write the name of a file in it")
    return Output(style, path)


def _step_summary() -> str:
    if not (name := os.environ.get(_VARIABLE, "")):
        hint = f"write `--output {_SUMMARY}=FILE`, or call it in a step of GitHub Actions"
        raise PmdocsError(f"`{_VARIABLE}` names no file", hint)
    return name


def write(wanted: Sequence[Output], told: Told) -> None:
    """Write all files: each wholly or not at all, and none before all texts are made."""
    texts = [told.written(output.style) for output in wanted]
    for output, text in zip(wanted, texts, strict=True):
        # A step may have told more than one thing, and GitHub shows all of them.
        put = append if output.style == _SUMMARY else overwrite
        put(output.path, f"{text}\n" if text else "")


def where(style: str, root: Path) -> Where:
    """How the readers of a format know the paths of a product.

    People at a terminal read them from where they are. Services read them from
    the top of the repository. Programs that read `json` know the product.
    """
    if style in AT_A_TERMINAL:
        return _seen_from(Path.cwd(), root)
    return in_the_product if style in IN_THE_PRODUCT else _seen_from(repository_top(root), root)


def _seen_from(start: Path, root: Path) -> Where:
    real, base = root.resolve(), start.resolve()
    if real == base:
        return in_the_product
    if real.anchor != base.anchor:
        # On Windows no way leads from one drive to another.
        return lambda path: (real / path).as_posix()
    return lambda path: Path(os.path.relpath(real / path, base)).as_posix()
