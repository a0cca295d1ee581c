"""A name for a finding that stays the same while the file around it changes.

Services and baselines ask whether they have seen a finding before. A line
number would not do: it changes with every line that is added above. Nor would
the message: it may count days.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.text import Source, Span


def fingerprints(
    found: Sequence[Diagnostic],
    sources: Mapping[str, Source],
    called: Callable[[str], str] = str,
) -> list[str]:
    """The fingerprint of each diagnostic, in their order: 64 hexadecimal digits, all different.

    It is made of the rule, of the item (or of the file, where there is no item),
    of the words that are underlined, and of how many such findings came before.
    `called` gives what any of these is called, where that is about to change.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    made = []
    for one in found:
        facts = tuple(called(fact) for fact in _facts(one, sources))
        made.append(_digest((*facts, str(seen[facts]))))
        seen[facts] += 1
    return made


def _facts(one: Diagnostic, sources: Mapping[str, Source]) -> tuple[str, ...]:
    where = one.finding.item or one.span.path
    return one.code, where, " ".join(_underlined(one.span, sources).split())


def _underlined(span: Span, sources: Mapping[str, Source]) -> str:
    source = sources.get(span.path)
    return source.text[source.offset(span.start) : source.offset(span.end)] if source else ""


def _digest(facts: tuple[str, ...]) -> str:
    # The length of each fact stands before it, so that no two lists of facts read alike.
    written = "".join(f"{len(fact)}:{fact}" for fact in facts)
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()
