"""The budget of a charter as a bar: what is spent, what is left, what is kept for risks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from pmdocs.views.item.pieces import Meter, Sheet
from pmdocs.views.item.sheets import sheet_of

if TYPE_CHECKING:
    from pmdocs.model.kinds.charter import Budget


@dataclass(frozen=True, slots=True)
class BudgetView:
    """Money spent of a limit; `kept` is the share of the limit in percent that is for risks.

    `left` and `held` say it in words, `gap` that too much is spent.
    """

    spent: Meter
    kept: int
    left: str
    held: str
    gap: str
    entries: Sheet | None


def budget_of(budget: Budget) -> BudgetView:
    """The budget as it stands."""
    spent = sum((one.amount for one in budget.spent), Decimal())
    limit, held = budget.limit, budget.contingency or Decimal()
    free = limit - held - spent
    words = f"{_money(spent)} of {_money(limit)} {budget.currency} spent"
    return BudgetView(
        Meter(float(spent), float(limit), words),
        min(100, int(held * 100 / limit)) if limit > 0 else 0,
        f"{_money(free)} {budget.currency} left" if free >= 0 else "",
        f"{_money(held)} {budget.currency} kept for risks" if held else "",
        _gap(limit - spent, free, budget.currency),
        sheet_of(budget.spent) if budget.spent else None,
    )


def _gap(rest: Decimal, free: Decimal, currency: str) -> str:
    if rest < 0:
        return f"{_money(-rest)} {currency} over the limit"
    return f"{_money(-free)} {currency} of what is kept for risks is spent" if free < 0 else ""


def _money(amount: Decimal) -> str:
    return f"{amount:,f}"
