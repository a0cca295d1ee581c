"""What everybody may know of the proof of a project: states and shares, and nothing of tests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.book import Proofs
from pmdocs.evidence.result import Evidence

if TYPE_CHECKING:
    from pmdocs.project.project import Project


def for_public(proofs: Proofs, project: Project) -> Proofs:
    """The proof of what a project for the public holds, judged by what the whole one says.

    Names of tests, of files, of people and of runs stay inside.
    """
    there = {
        id: replace(proof, results=(), why="")
        for id, proof in proofs.by_id.items()
        if id in project.parts
    }
    return Proofs(project, Evidence(), there, lambda *_: None, proofs.manual_days)
