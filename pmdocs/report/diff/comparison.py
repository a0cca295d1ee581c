"""Everything there is to say about two states of a project, for all formats the same."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pmdocs.analysis.changes.compare import Pairs, changes
from pmdocs.analysis.changes.prose import pages
from pmdocs.analysis.changes.settings import settings
from pmdocs.analysis.changes.weaker import place_of, with_weaker
from pmdocs.analysis.consequences.follow import consequences
from pmdocs.report.diff.shown import LIGHTEST
from pmdocs.rules.catalogue import review
from pmdocs.rules.fingerprint import fingerprints
from pmdocs.rules.history.intent import weaknesses

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.analysis.changes.change import ItemChanges
    from pmdocs.analysis.changes.prose import PageChange
    from pmdocs.analysis.changes.settings import SettingChange
    from pmdocs.analysis.consequences.consequence import Consequence
    from pmdocs.diagnostics import Diagnostic, Finding
    from pmdocs.history.ends import Ends
    from pmdocs.history.past import Past
    from pmdocs.project.project import Project
    from pmdocs.text import Source

_PROMISES = "PM72"
# Rules that look back, and would say the same without the change.
_AT_REST = frozenset({"PM705", "PM706"})


@dataclass(frozen=True)
class Comparison:
    """Two states of a project side by side.

    `before` and `after` say what was compared, in words. `items` and `follows` have the
    weightiest first. `promises` are the findings about what became weaker, `found` the
    other new ones, `mended` those that are gone. `titles` are those of all items, by id;
    `sources` the texts that findings point into.
    """

    before: str
    after: str
    items: tuple[ItemChanges, ...]
    follows: tuple[Consequence, ...]
    promises: tuple[Diagnostic, ...]
    found: tuple[Diagnostic, ...]
    mended: tuple[Diagnostic, ...]
    pages: tuple[PageChange, ...]
    settings: tuple[SettingChange, ...]
    titles: Mapping[str, str]
    sources: Mapping[str, Source]

    @property
    def compared(self) -> str:
        """What was compared with what, in words."""
        return f"{self.after}, compared with {self.before}"

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs that anybody would tell."""
        parts = (self.items, self.follows, self.found, self.mended, self.pages, self.settings)
        return not any(parts)

    @property
    def weaker(self) -> int:
        """How many items that are still there promise less than before, in something at least."""
        still = (one for one in self.items if one.presence == "changed")
        return sum(any(c.effect == "weaker" for c in one.changes) for one in still)

    @property
    def affected(self) -> int:
        """For how many items something follows that did not change themselves."""
        return len({one.item for one in self.follows} - {one.id for one in self.items})

    @property
    def headline(self) -> str:
        """All of it in one or two sentences, in numbers."""
        if self.is_empty:
            return "Nothing in the documents changes."
        told = [one for one in self.items if one.changes[0].weight >= LIGHTEST]
        moved = len(self.items) - len(told)
        stand = "stands" if moved == 1 else "stand"
        only = f" {moved:,} only {stand} elsewhere." if moved else ""
        if not told:
            return f"No item changes.{only}"
        return self._counted(told) + only

    def _counted(self, items: Sequence[ItemChanges]) -> str:
        kinds = Counter(one.presence for one in items)
        facts = [
            (kinds["added"], "new"),
            (kinds["removed"], "gone"),
            (self.weaker, "promising less"),
        ]
        count = f"{len(items):,} {'item changes' if len(items) == 1 else 'items change'}"
        listed = ", ".join(f"{number:,} {word}" for number, word in facts if number)
        noun = "other is" if self.affected == 1 else "others are"
        also = f" {self.affected:,} {noun} affected." if self.affected else ""
        return f"{count}{f': {listed}' if listed else ''}.{also}"


def compare(
    old: Project,
    new: Project,
    names: tuple[str, str],
    ends: Mapping[str, Ends] | None = None,
    past: Past | None = None,
) -> Comparison:
    """Compare two states of a project; `names` are what they are called.

    `ends` says when items were to end before, and `past` what git knows of the new state,
    for rules that look back from there.
    """
    less = [*weaknesses(old, new)]
    places = {place_of(one.new.id, one.delta) for _, one in less if one is not None}
    promises, found, mended = _findings(old, new, [finding for finding, _ in less], past)
    shown = (old, new)
    titles = {item.id: item.title for one in shown for item in one.items.values()}
    return Comparison(
        *names,
        with_weaker(changes(old, new, ends), places),
        consequences(old, new),
        promises,
        found,
        mended,
        pages(old, new),
        settings(old, new),
        titles,
        {**old.sources, **new.sources},
    )


def _findings(
    old: Project, new: Project, less: Sequence[Finding], past: Past | None
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """What became weaker, what else is found now and was not, and what is not found any more."""
    now = Pairs.of(old, new).now
    # What a baseline hides is there all the same: recording it mends nothing.
    before = [_renamed(d, now(d.finding.item or "")) for d in review(old).all]
    after = [d for d in review(new, less, past=past).all if d.code not in _AT_REST]
    promises = tuple(d for d in after if d.code.startswith(_PROMISES))
    rest = [d for d in after if not d.code.startswith(_PROMISES)]
    prints = [*zip(fingerprints(before, old.sources), before, strict=True)]
    others = [*zip(fingerprints(rest, new.sources), rest, strict=True)]
    known, still = {name for name, _ in prints}, {name for name, _ in others}
    come = [d for name, d in others if name not in known]
    gone = [d for name, d in prints if name not in still]
    return promises, _without(come, gone), _without(gone, come)


def _without(found: Sequence[Diagnostic], others: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those that have no match by rule and item: other words are underlined, that is all."""
    left = Counter(map(_what, others))
    kept = []
    for one in found:
        if left[_what(one)]:
            left[_what(one)] -= 1
        else:
            kept.append(one)
    return tuple(kept)


def _what(one: Diagnostic) -> tuple[str, str]:
    return one.code, one.finding.item or one.span.path


def _renamed(one: Diagnostic, id: str) -> Diagnostic:
    return replace(one, finding=replace(one.finding, item=id)) if id else one
