"""How much has to be proven, as people write it: `90%`, `90% of release:REL-1`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

HINT = "write `90%`, or `90% of release:REL-1`"
_WRITTEN = re.compile(r"\s*([0-9]{1,3}(?:\.[0-9]{1,3})?)\s*%?(?:\s+of\s+(\S.*?))?\s*", re.DOTALL)
_ALL = 100


@dataclass(frozen=True, slots=True)
class Demand:
    """A share of the criteria in percent, and the ids or the query of what; of all, if none."""

    percent: Fraction
    words: tuple[str, ...] = ()

    @property
    def of(self) -> str:
        """Of what, in words: `the whole project`, `release:REL-1`."""
        return " ".join(self.words) or "the whole project"

    @property
    def share(self) -> str:
        """The share as people write it: `90%`."""
        return f"{float(self.percent):g}%"


def read_demand(text: str) -> Demand | None:
    """What a text asks for; none where it is not understood."""
    match = _WRITTEN.fullmatch(text)
    if match is None or Fraction(match[1]) > _ALL:
        return None
    return Demand(Fraction(match[1]), tuple((match[2] or "").split()))
