"""The proof of a project as it lies in a folder: its documents, its results, its history.

The one place of this room that reads files, so that nobody else has to know where
results, settings and git come together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.book import Proofs
from pmdocs.analysis.proof.lost import lost

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pmdocs.project.project import Project


def gather(project: Project, root: Path, named: Sequence[Path] = ()) -> Proofs | None:
    """What results of tests and people show; none where nobody has named any results.

    `named` are files, or paths with wildcards, beside those of the setting `evidence`.
    What fails is compared with the results of an earlier run, where the settings name some.
    """
    settings = project.settings.plugin.evidence
    if not named and not settings.files:
        return None
    # The readers of results take as long to import as many a project takes to check.
    from pmdocs.evidence.collect import collect, collect_previous  # noqa: PLC0415
    from pmdocs.history.wording import Wording  # noqa: PLC0415

    evidence = collect(project, root, named, beside=True).evidence
    before = collect_previous(project, root)
    wording = Wording(project, root)
    told = (*evidence.findings, *lost(evidence.results, wording))
    evidence = replace(evidence, findings=told)
    return Proofs.of(project, evidence, wording, settings.manual_days, before)
