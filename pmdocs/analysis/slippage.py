"""How far a date has moved from what was first promised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.model.dates import Precision

if TYPE_CHECKING:
    from pmdocs.model.dates import Date


@dataclass(frozen=True, slots=True)
class Slip:
    """How many days later than promised, negative for earlier.

    `exact` says that the days are certain: the present date is a single day.
    """

    days: int
    exact: bool

    @property
    def words(self) -> str:
        """Write it for people: `5 days late`, `about 28 days early`, `as promised`."""
        if not self.days:
            return "as promised" if self.exact else "about as promised"
        unit = "day" if abs(self.days) == 1 else "days"
        about = "" if self.exact else "about "
        return f"{about}{abs(self.days):,} {unit} {'late' if self.days > 0 else 'early'}"


def slip_of(promised: Date, now: Date) -> Slip:
    """The days from the end of the promised time to the end of the present one.

    A promise of `2027-02` is kept on any day of that month; one of a day may still be
    kept in the month that holds it.
    """
    if now in promised:
        return Slip(0, exact=True)
    if promised in now:
        return Slip(0, exact=False)
    return Slip((now.last - promised.last).days, exact=now.precision == Precision.DAY)
