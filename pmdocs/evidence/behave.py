"""The JSON of behave: features, their scenarios, and the results of their steps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pmdocs.evidence.json_text import decoded
from pmdocs.evidence.moment import duration
from pmdocs.evidence.naming import ids_in
from pmdocs.evidence.reading import MOST_TESTS, Reading, Refused, too_many, words, wrong_ids
from pmdocs.evidence.result import Outcome, Result
from pmdocs.evidence.spoken import hint_for, ids_of_tags
from pmdocs.text import Position, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pmdocs.text import Source

FORMAT = "behave's JSON"
_SKIPPED = frozenset({"skipped", "untested", "xfailed"})
_PASSED = frozenset({"passed", "xpassed"})


def read_behave(source: Source, prefixes: frozenset[str]) -> Reading:
    """Read what `behave --format json` writes; tags with one of the prefixes name criteria."""
    results: list[Result] = []
    wrong: dict[str, tuple[Position, str]] = {}
    try:
        for at, feature, scenario in _scenarios(source):
            if len(results) >= MOST_TESTS:
                raise too_many()
            result, odd = _result(source, at, (feature, scenario), prefixes)
            results.append(result)
            for word in odd:
                wrong.setdefault(words(word), (at, hint_for(word)))
    except Refused as refused:
        return refused.reading(source.path, FORMAT)
    except (KeyError, TypeError, AttributeError, ValueError):
        text = "this is not what behave writes"
        hint = "make it with `behave --format json --outfile FILE`"
        return Refused("PM853", text, hint).reading(source.path, FORMAT)
    return Reading(source.path, FORMAT, tuple(results), wrong_ids(source.path, wrong))


def _scenarios(source: Source) -> Iterator[tuple[Position, dict[str, Any], dict[str, Any]]]:
    after, lost = 0, False
    for feature in decoded(source):
        for element in feature.get("elements") or ():
            # A background is told again before each scenario, without an end of its own.
            if element["type"] != "background":
                place = f'"location": {json.dumps(element["location"])}'
                found = -1 if lost else source.text.find(place, after)
                # Where one is written in another way, all are: none is looked for again.
                lost = found < 0
                after = max(found, after)
                yield source.position(after), feature, element


def _result(
    source: Source,
    at: Position,
    of: tuple[dict[str, Any], dict[str, Any]],
    prefixes: frozenset[str],
) -> tuple[Result, tuple[str, ...]]:
    feature, scenario = of
    steps = [step.get("result") or {} for step in scenario.get("steps") or ()]
    times = [duration(step.get("duration")) or 0.0 for step in steps]
    tags = [str(tag) for tag in (*(feature.get("tags") or ()), *(scenario.get("tags") or ()))]
    ids, wrong = ids_of_tags(tags, prefixes)
    file = words(scenario["location"]).rpartition(":")[0]
    test = f"{file} › {words(scenario['name'])}"
    told = (step.get("error_message") for step in steps)
    message = next(filter(None, told), "")
    return Result(
        test,
        tuple(dict.fromkeys((*ids, *ids_in(test, prefixes)))),
        _outcome(scenario.get("status")),
        Span(source.path, at, at),
        sum(times),
        message=words("\n".join(message) if isinstance(message, list) else message),
    ), wrong


def _outcome(status: object) -> Outcome:
    if status in _PASSED:
        return Outcome.PASSED
    # Without a word on how it ended, it was not run.
    return Outcome.SKIPPED if status in _SKIPPED or status is None else Outcome.FAILED
