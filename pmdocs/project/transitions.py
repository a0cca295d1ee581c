"""Which status may follow on which, by the settings."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from pmdocs.diagnostics import Finding, did_you_mean
from pmdocs.source.node import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Named

    from pmdocs.model.item import Item
    from pmdocs.model.registry import Kinds
    from pmdocs.project.config import Settings
    from pmdocs.text import Span

NEW = "new"


def transitions_of(kind: type[Item], settings: Settings) -> Named[str, tuple[str, ...]]:
    """The statuses that may follow on each, as items have them; empty where all may."""
    own = settings.plugin.statuses.get(kind.kind, {})
    written = settings.plugin.transitions.get(kind.kind, {})
    return {
        own.get(old, old): tuple(own.get(word, word) for word in words)
        for old, words in written.items()
    }


def way(allowed: Named[str, tuple[str, ...]], old: str, new: str) -> list[str]:
    """The statuses to go through on the shortest way that is allowed; empty without one."""
    found: dict[str, list[str]] = {old: []}
    waiting = deque([old])
    while waiting:
        here = waiting.popleft()
        for word in allowed.get(here, ()):
            if word == new:
                return found[here]
            if word not in found:
                found[word] = [*found[here], word]
                waiting.append(word)
    return []


def wrong_transitions(settings: Settings, kinds: Kinds) -> Iterator[Finding]:
    """What the setting `transitions` says about kinds and statuses that are not there."""
    table = settings.at("transitions")
    for name, ways in settings.plugin.transitions.items():
        kind = kinds.by_name.get(name)
        node = table.get(name) if isinstance(table, Mapping) else None
        if kind is None and isinstance(table, Mapping):
            hint = did_you_mean(name, kinds.by_name) or "`pmdocs kinds` lists the kinds"
            span = table.keys[name].span
            yield Finding(span, f"there is no kind `{name}`", hint, code="PM110")
        elif kind is not None and isinstance(node, Mapping):
            known = [s.word for s in kind.states] + [*settings.plugin.statuses.get(name, {})]
            for old, words in ways.items():
                if old != NEW or NEW in known:
                    yield from _unknown(old, name, known, node.keys[old].span)
                for index, word in enumerate(words):
                    place = settings.at("transitions", name, old, index)
                    if place is not None:
                        yield from _unknown(word, name, known, place.span)


def _unknown(word: str, kind: str, known: list[str], span: Span) -> Iterator[Finding]:
    if word not in known:
        hint = did_you_mean(word, known) or f"the words are {', '.join(known)}"
        yield Finding(span, f"`{word}` is not a status of a {kind}", hint, code="PM110")
