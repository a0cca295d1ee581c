"""A launch: its message and positioning, prices as cards, what has to be ready, the review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.views.item.body import to_show
from pmdocs.views.item.pieces import Check, Checklist, Meter
from pmdocs.views.item.statement import statement_of
from pmdocs.views.item.values import Block, Fact, Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pmdocs.model.kinds.launch import Check as Written
    from pmdocs.model.kinds.launch import Launch, Pricing, Review
    from pmdocs.project.project import Project

_SHAPES = {"go": "done", "no go": "blocked", "pending": "planned"}


@dataclass(frozen=True, slots=True)
class Tier:
    """A price as a card."""

    name: str
    price: str
    per: str
    includes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prices:
    """How it is charged, and the prices."""

    model: str
    tiers: tuple[Tier, ...]


def build(project: Project, launch: Launch) -> Form:
    """What the page of a launch shows in its own way."""
    message = to_show(launch, "message")
    return Form(
        opening=message,
        takes=("go_no_go", *(("message",) if message else ())),
        facts=tuple(_decision(launch)),
        blocks=tuple(_blocks(project, launch)),
    )


def _decision(launch: Launch) -> Iterator[Fact]:
    if launch.go_no_go:
        word, date = launch.go_no_go.decision, launch.go_no_go.date
        text = f"{word}, {date.words}" if date else word
        yield Fact("Go or no go", text, role=_SHAPES[word])


def _blocks(project: Project, launch: Launch) -> Iterator[Block]:
    if launch.positioning:
        own = statement_of(launch.positioning, project.settings.site_name)
        yield Block("positioning", "Positioning", "statement", own=own, takes=("positioning",))
    if launch.pricing:
        prices = _prices(launch.pricing)
        yield Block("pricing", "Pricing", "prices", own=prices, takes=("pricing",))
    if launch.checklist:
        checks = _checklist(launch.checklist)
        yield Block("checklist", "Checklist", "checks", own=checks, takes=("checklist",))
    if launch.review:
        yield from _review(launch.review)


def _prices(pricing: Pricing) -> Prices:
    tiers = (
        Tier(t.name, str(t.price) if t.price else "", t.per or "", t.includes)
        for t in pricing.tiers
    )
    return Prices(pricing.model, tuple(tiers))


def _checklist(written: Sequence[Written]) -> Checklist:
    done, total = sum(check.done for check in written), len(written)
    checks = tuple(Check(check.text, check.done, check.owner or "") for check in written)
    return Checklist(checks, meter=Meter(done, total, f"{done} of {total} done"))


def _review(review: Review) -> Iterator[Block]:
    told = (
        ("successes", "What went well", review.successes),
        ("failures", "What did not", review.failures),
        ("follow-ups", "What is done about it", review.follow_ups),
    )
    for key, label, texts in told:
        if texts:
            takes = ("review",)
            yield Block(f"review-{key}", label, "texts", texts, takes=takes, beside="review")
