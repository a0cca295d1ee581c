"""Which kinds have a form of their own; all others are shown in the generic one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pmdocs.model.kinds.story import Story
from pmdocs.views.item import (
    charter,
    decision,
    launch,
    metric,
    objective,
    persona,
    plain,
    prd,
    release,
    risk,
    roadmap_item,
    sprint,
    story,
    vision,
)
from pmdocs.views.item.proven import with_proof
from pmdocs.views.item.values import Form

if TYPE_CHECKING:
    from collections.abc import Callable

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.model.item import Item
    from pmdocs.project.project import Project

_FORMS: dict[str, Callable[[Project, Any], Form]] = {
    "vision": vision.build,
    "persona": persona.build,
    "research": plain.research,
    "idea": plain.idea,
    "objective": objective.build,
    "metric": metric.build,
    "item": roadmap_item.build,
    "release": release.build,
    "prd": prd.build,
    "charter": charter.build,
    "program": plain.program,
    "risk": risk.build,
    "stakeholder": plain.stakeholder,
    "launch": launch.build,
    "sprint": sprint.build,
    "decision": decision.build,
}
_GENERIC = Form()


def form_of(project: Project, item: Item, proofs: Proofs | None = None) -> Form:
    """What the page of an item shows in the way of its kind."""
    if isinstance(item, Story):
        return story.build(project, item, proofs)
    build = _FORMS.get(item.kind)
    form = build(project, item) if build else _GENERIC
    if proofs is None:
        return form
    return replace(form, blocks=tuple(with_proof(block, proofs) for block in form.blocks))
