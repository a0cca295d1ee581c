"""All that is known about the proof of a project, worked out once and asked by many."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pmdocs.analysis.proof.reach import stories_below
from pmdocs.analysis.proof.share import ProvenShare, counts_of, share_of_counts
from pmdocs.analysis.proof.state import State, outcome_of, proofs_of, unknown
from pmdocs.evidence.result import Outcome
from pmdocs.model.ids import local_id
from pmdocs.model.kinds.story import Story

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping

    from pmdocs.analysis.proof.state import Proof, Then
    from pmdocs.evidence.result import Evidence, Result
    from pmdocs.project.project import Project


@dataclass(frozen=True, slots=True)
class StoryProof:
    """A story with what is known about each of its criteria, in their order.

    A criterion without an id has no proof, since no test can name it.
    """

    story: Story
    proofs: tuple[Proof | None, ...]

    @property
    def open(self) -> tuple[Proof | None, ...]:
        """What is not proven of it; none at all where it has no criteria."""
        return tuple(proof for proof in self.proofs if not (proof and proof.state.proven))

    @property
    def is_proven(self) -> bool:
        """Whether it has criteria, and all of them are shown to hold."""
        return bool(self.proofs) and not self.open


@dataclass(frozen=True)
class Proofs:
    """The proof of each criterion, and what follows from it for stories, PRDs and plans.

    `by_id` has a proof for each criterion with an id, by its full id. `before` are the
    results of a former run to compare with; `then` and `manual_days` say which of them
    are too old. Made once for a project; what is asked twice is worked out once.
    """

    project: Project
    evidence: Evidence
    by_id: Mapping[str, Proof]
    then: Then
    manual_days: int
    before: Evidence | None = None
    _counts: dict[str, Counter[State]] = field(default_factory=dict)
    _shares: dict[str, ProvenShare] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        project: Project,
        evidence: Evidence,
        then: Then,
        manual_days: int,
        previous: Evidence | None = None,
    ) -> Proofs:
        """Judge the criteria of a project by what tests and people have shown.

        `then` tells what the words of a criterion were at a commit. What a person has
        shown counts for `manual_days` days. `previous` is what a former run left.
        """
        found = proofs_of(project, evidence.results, then, manual_days)
        return cls(project, evidence, found, then, manual_days, previous)

    def against(self, project: Project) -> Proofs:
        """What the same results show of other documents, such as those of last month."""
        return Proofs.of(project, self.evidence, self.then, self.manual_days, self.before)

    def get(self, id: str) -> Proof | None:
        """The proof of a criterion, by its id or one that it had; none for anything else."""
        return self.by_id.get(id) or self.by_id.get(self.project.present(id))

    def story(self, story: Story) -> StoryProof:
        """A story with the proof of its criteria."""
        proofs = (self.by_id.get(f"{story.id}.{local_id(c, story)}") for c in story.criteria)
        return StoryProof(story, tuple(proofs))

    def share(self, id: str) -> ProvenShare:
        """How much is proven of what hangs on an item or a requirement."""
        if id not in self._shares:
            self._shares[id] = self.share_of(stories_below(self.project, id))
        return self._shares[id]

    def share_of(self, stories: Iterable[Story]) -> ProvenShare:
        """How much is proven of some stories, each counted once and dropped ones not at all."""
        return share_of_counts(self._of(story) for story in {s.id: s for s in stories}.values())

    @cached_property
    def whole(self) -> ProvenShare:
        """How much is proven of the whole project."""
        return self.share_of(self.project.of(Story))

    @cached_property
    def unknown(self) -> Mapping[str, list[Result]]:
        """The results that name something that does not exist, by the id that they name."""
        return unknown(self.project, self.evidence.results)

    @cached_property
    def done_but_open(self) -> tuple[StoryProof, ...]:
        """The stories that are called done, but are not proven in all criteria, or have none."""
        done = (self.story(s) for s in self.project.of(Story) if s.state.role == "done")
        return tuple(one for one in done if not one.is_proven)

    @cached_property
    def proven_but_open(self) -> tuple[Story, ...]:
        """The stories that are proven in all criteria, but are not called done."""
        stories = (s for s in self.project.of(Story) if s.state.role not in {"done", "dropped"})
        return tuple(story for story in stories if self.story(story).is_proven)

    @cached_property
    def broken(self) -> tuple[Proof, ...]:
        """The criteria that fail, and passed in the run before; none without such a run."""
        failing = (proof for proof in self.by_id.values() if proof.state is State.FAILING)
        return tuple(p for p in failing if self._outcomes_before.get(p.id) is Outcome.PASSED)

    @cached_property
    def _outcomes_before(self) -> Mapping[str, Outcome]:
        """How each criterion came out in the run before, whatever its words were."""
        named: dict[str, list[Result]] = {}
        for result in self.before.results if self.before else ():
            for id in result.ids:
                named.setdefault(self.project.present(id), []).append(result)
        return {id: outcome_of(results) for id, results in named.items()}

    def _of(self, story: Story) -> Counter[State]:
        if story.id not in self._counts:
            self._counts[story.id] = counts_of(story, self.by_id)
        return self._counts[story.id]
