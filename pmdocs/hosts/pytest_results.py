"""What a run of pytest says about the criteria, in a file that pmdocs reads."""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmdocs.errors import PmdocsError
from pmdocs.evidence.moment import address
from pmdocs.evidence.reading import words
from pmdocs.evidence.result import Outcome, Result, worst
from pmdocs.evidence.results import as_text
from pmdocs.evidence.spoken import ids_of_value
from pmdocs.history.git import Git
from pmdocs.hosts.pytest_ids import root_of
from pmdocs.hosts.pytest_plugin import MARK
from pmdocs.model.digest import digest_of
from pmdocs.model.kinds.story import Criterion
from pmdocs.project.load import load
from pmdocs.project.project import PartPlace
from pmdocs.text import Position, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pmdocs.project.project import Project

_START = Position(1, 1)


@dataclass(slots=True)
class _Attempt:
    """What is known of the last attempt of a test."""

    at: float
    outcomes: list[Outcome] = field(default_factory=list)
    ids: dict[str, None] = field(default_factory=dict)
    seconds: float = 0.0
    message: str = ""


class Recorder:
    """Listens to the run, and writes the file when it ends."""

    def __init__(self, config: pytest.Config) -> None:
        """Note where to write, before a test changes the working folder."""
        self._path = (config.invocation_params.dir / config.option.pmdocs_results).resolve()
        self._config = config
        self._tests: dict[str, _Attempt] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Hear of one part of a test: its setup, its call, a subtest, its teardown."""
        start = getattr(report, "start", 0.0)
        if report.when == "setup" or report.nodeid not in self._tests:
            # A test that is run again begins with its setup, and the last attempt counts.
            self._tests[report.nodeid] = _Attempt(start)
        attempt = self._tests[report.nodeid]
        outcome = _outcome(report)
        attempt.outcomes.append(outcome)
        if not hasattr(report, "context"):
            # The time of a subtest is within that of its test.
            attempt.seconds += report.duration
        for name, value in report.user_properties:
            if name == MARK:
                attempt.ids.update(dict.fromkeys(ids_of_value(str(value))[0]))
        if outcome is not Outcome.PASSED and not attempt.message:
            attempt.message = _message(report)

    def pytest_sessionfinish(self) -> None:
        """Write what was heard."""
        if self._config.option.collectonly:
            return
        results = [self._result(name, attempt) for name, attempt in self._tests.items()]
        _write(self._path, as_text(results, f"pytest {pytest.__version__}"))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say where the file is."""
        terminalreporter.write_sep("-", f"results for pmdocs: {self._path}")

    def _result(self, name: str, attempt: _Attempt) -> Result:
        # pytest-bdd gives the tags of a scenario in any order.
        ids = tuple(sorted(attempt.ids))
        digests = ((id, self._digest(id)) for id in ids)
        return Result(
            words(name),
            ids,
            worst(attempt.outcomes),
            Span(name, _START, _START),
            attempt.seconds,
            dt.datetime.fromtimestamp(attempt.at, dt.UTC) if attempt.at else None,
            self._commit,
            run_url(os.environ),
            attempt.message,
            tuple((id, digest) for id, digest in digests if digest),
        )

    @cached_property
    def _project(self) -> Project | None:
        try:
            return load(root_of(self._config))
        except PmdocsError:
            return None

    @cached_property
    def _commit(self) -> str | None:
        git = Git.find(self._config.rootpath)
        return git.commit("HEAD") if git else None

    def _digest(self, id: str) -> str | None:
        """What the words of a criterion are today."""
        found = self._project.find(id) if self._project else None
        if isinstance(found, PartPlace) and isinstance(found.part, Criterion):
            return digest_of(found.part)
        return None


def run_url(environment: Mapping[str, str]) -> str | None:
    """The page of the run, where the CI service tells it: GitHub, GitLab, Jenkins, Buildkite."""
    names = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_RUN_ID")
    server, repository, run = (environment.get(name) for name in names)
    if server and repository and run:
        return address(f"{server}/{repository}/actions/runs/{run}")
    others = ("CI_JOB_URL", "BUILD_URL", "BUILDKITE_BUILD_URL")
    return next((url for name in others if (url := address(environment.get(name)))), None)


def _outcome(report: pytest.TestReport) -> Outcome:
    # Anything else, such as `rerun` of a test whose next attempt never came, is no proof.
    known = {"passed": Outcome.PASSED, "skipped": Outcome.SKIPPED}
    return known.get(report.outcome, Outcome.FAILED)


def _message(report: pytest.TestReport) -> str:
    """The first line of why a test failed or was skipped."""
    told: object = report.longrepr
    crash = getattr(told, "reprcrash", None)
    if crash is not None:
        told = crash.message
    elif isinstance(told, tuple):
        told = told[-1]
    return words(str(told or "").strip().partition("\n")[0])


def _write(path: Path, text: str) -> None:
    """Write a file wholly, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".pmdocs-")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        draft.chmod(0o644)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
