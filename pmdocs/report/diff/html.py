"""What a change means, as one page that can be sent around: it loads nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from pmdocs.analysis.changes.sentence import Id, Said
from pmdocs.report.diff.shown import PAGES, cut, is_reworded, runs
from pmdocs.report.places import place
from pmdocs.report.safe import visible

if TYPE_CHECKING:
    from pmdocs.analysis.changes.sentence import Sentence
    from pmdocs.report.diff.comparison import Comparison

_LONGEST = 600
_EFFECTS = {
    "weaker": ("weaker", "▼", "promises less"),
    "stronger": ("stronger", "▲", "promises more"),
    "": ("other", "●", "changed"),
}


def render(comparison: Comparison) -> str:
    """The page, as HTML in which all that users wrote is escaped."""
    template = _environment().get_template("page.html")
    return template.render(c=comparison, figures=_figures(comparison)) + "\n"


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("pmdocs", "report/diff"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {
        "pieces": _pieces,
        "runs": runs,
        "effect": _EFFECTS.__getitem__,
        "page": PAGES.__getitem__,
        "where": lambda one: visible(place(one.span, str)),
        "backticks": lambda text: visible(cut(text, _LONGEST)).split("`"),
        "line": lambda text: visible(cut(text or "", _LONGEST)),
    }
    made.tests["reworded"] = is_reworded
    return made


def _figures(comparison: Comparison) -> list[tuple[int, str]]:
    """What stands in large figures above everything."""
    found = (
        (len(comparison.items), "changed"),
        (sum(one.presence == "added" for one in comparison.items), "new"),
        (sum(one.presence == "removed" for one in comparison.items), "gone"),
        (comparison.weaker, "promising less"),
        (comparison.affected, "others affected"),
        (len(comparison.promises), "weaker promises"),
        (len(comparison.found), "new findings"),
    )
    return [(number, words) for number, words in found if number]


def _pieces(sentence: Sentence) -> list[tuple[str, Any]]:
    """The pieces of a sentence with what they are: `id`, `said`, or empty for our own words."""
    found = []
    for piece in sentence:
        match piece:
            case Said(text, bare):
                words = visible(cut(text, _LONGEST))
                found.append(("" if bare else "said", words))
            case Id(id):
                found.append(("id", visible(id)))
            case _:
                found.append(("", visible(piece)))
    return found
