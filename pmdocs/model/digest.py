"""What a criterion says, as a few digits: to tell whether it says something else today."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.model.kinds.story import Criterion

_DIGITS = 16


def digest_of(criterion: Criterion) -> str:
    """The first 16 hexadecimal digits of a hash of the criterion's words.

    Line ends, indentation and double spaces do not count: they change nothing of
    what is promised.
    """
    words = " ".join(criterion.whole.split())
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
