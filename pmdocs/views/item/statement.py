"""Moore's positioning statement as one sentence or two: of a vision, or of a launch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pmdocs.model.kinds.launch import Positioning
    from pmdocs.model.kinds.vision import Vision

# With one of these words at its head, a sentence has its subject.
_SUBJECTS = {"it", "its", "we", "our", "the", "this"}
_ARTICLES = {"a", "an", "the"}


@dataclass(frozen=True, slots=True)
class Statement:
    """For (customer) who (need), (product) is a (category) that (benefit).

    Unlike (alternative), (differentiation). Slots that nobody filled are empty.
    """

    target_customer: str
    need: str
    product: str
    category: str
    key_benefit: str
    alternative: str
    differentiation: str

    @property
    def article(self) -> str:
        """What stands before the category, with a blank; nothing if it has an article itself."""
        if _first(self.category) in _ARTICLES:
            return ""
        return "an " if self.category[:1].lower() in tuple("aeio") else "a "

    @property
    def subject(self) -> str:
        """What stands before the differentiation, with a blank, if it has no subject itself."""
        has_one = _first(self.differentiation) in {*_SUBJECTS, _first(self.product)}
        return "" if has_one else "it "


def statement_of(written: Vision | Positioning, product: str) -> Statement:
    """The statement of a vision or a launch, about a product of this name."""
    return Statement(
        _slot(written.target_customer, "for"),
        _slot(written.need, "who"),
        product.partition(" (")[0] or "the product",
        _slot(written.category),
        _slot(written.key_benefit, "that"),
        _slot(written.alternative, "unlike"),
        _slot(written.differentiation),
    )


def _slot(text: str | None, before: str = "") -> str:
    """The text of a slot without a full stop, and without the word that stands before it."""
    words = (text or "").rstrip(". \n")
    first, _, rest = words.partition(" ")
    return rest if before and first.lower() == before else words


def _first(text: str) -> str:
    return text.partition(" ")[0].lower()
