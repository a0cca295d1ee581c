"""Findings in the log of a site builder, which counts warnings to judge a strict build."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Severity
from pmdocs.report.concise import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pmdocs.diagnostics import Diagnostic


def write(
    log: logging.LoggerAdapter[logging.Logger], found: Sequence[Diagnostic], fail_on: str
) -> None:
    """Write each finding; those that may fail a build as errors or warnings, others as news."""
    failing = 9 if fail_on == "never" else Severity(fail_on).rank
    for diagnostic in found:
        if diagnostic.severity.rank < failing:
            level = logging.INFO
        else:
            level = logging.ERROR if diagnostic.severity is Severity.ERROR else logging.WARNING
        log.log(level, "%s", render([diagnostic], {}))
