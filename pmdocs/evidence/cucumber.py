"""Cucumber's messages: one JSON object a line, which tell how a run went on.

See https://github.com/cucumber/messages. Of a scenario that is tried several times
the last attempt counts. A run that has no end shows nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any

from pmdocs.evidence.moment import address, commit_id, since_1970
from pmdocs.evidence.naming import ids_in
from pmdocs.evidence.reading import (
    LARGEST_STREAM,
    MOST_TESTS,
    Reading,
    Refused,
    too_large,
    too_many,
    words,
    wrong_ids,
)
from pmdocs.evidence.result import Outcome, Result
from pmdocs.evidence.spoken import hint_for, ids_of_tags
from pmdocs.text import Position, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = "Cucumber messages"
MESSAGES = frozenset(
    {
        *("meta", "source", "gherkinDocument", "pickle", "parseError", "hook", "parameterType"),
        *(
            "stepDefinition",
            "testRunStarted",
            "testCase",
            "testRunFinished",
            "undefinedParameterType",
        ),
    }
)
_LONGEST_LINE = 4_000_000
_HINT = "make the file anew: the run of the tests may have been stopped"
# A step that nobody has written, or not to its end, shows nothing; Cucumber fails with it.
_BAD = frozenset({"FAILED", "UNDEFINED", "AMBIGUOUS", "PENDING"})


@dataclass(slots=True)
class _Attempt:
    """One try of a scenario."""

    case: str
    number: int
    at: dict[str, Any]
    line: int
    outcomes: list[Outcome] = field(default_factory=list)
    message: str = ""


@dataclass(slots=True)
class _Run:
    """What is known of a run so far."""

    name: str
    prefixes: frozenset[str]
    pickles: dict[str, dict[str, Any]] = field(default_factory=dict)
    cases: dict[str, str] = field(default_factory=dict)
    attempts: dict[str, _Attempt] = field(default_factory=dict)
    results: dict[str, tuple[int, Result]] = field(default_factory=dict)
    wrong: dict[str, tuple[Position, str]] = field(default_factory=dict)
    commit: str | None = None
    url: str | None = None
    ended: bool = False


def read_cucumber(stream: IO[bytes], name: str, prefixes: frozenset[str]) -> Reading:
    """Read a stream of messages; tags with one of the prefixes name what a scenario proves."""
    run = _Run(name, prefixes)
    line = 1
    try:
        for line, message in _messages(stream):
            _take(run, line, message)
    except Refused as refused:
        return refused.reading(name, FORMAT)
    except (KeyError, TypeError, AttributeError, ValueError):
        return _no_message(line).reading(name, FORMAT)
    if not run.ended:
        text = "the run has no end, so that nothing in this file counts"
        return Refused("PM850", text, _HINT, Position(line, 1)).reading(name, FORMAT)
    results = tuple(result for _, result in run.results.values())
    return Reading(name, FORMAT, results, wrong_ids(name, run.wrong))


def _messages(stream: IO[bytes]) -> Iterator[tuple[int, dict[str, Any]]]:
    size = number = 0
    while data := stream.readline(_LONGEST_LINE):
        number += 1
        size += len(data)
        if size > LARGEST_STREAM:
            raise too_large(LARGEST_STREAM)
        if len(data) >= _LONGEST_LINE:
            # A picture that a test took; what is no attachment is not cut.
            if not data.startswith((b'{"attachment"', b'{"source"', b'{"gherkinDocument"')):
                text = f"this line is longer than {_LONGEST_LINE:,} bytes"
                raise Refused("PM852", text, _HINT, Position(number, 1))
            while len(data := stream.readline(_LONGEST_LINE)) >= _LONGEST_LINE:
                size += len(data)
        elif data.strip():
            yield number, _decoded(data, number)


def _decoded(data: bytes, number: int) -> dict[str, Any]:
    try:
        message = json.loads(data)
    except json.JSONDecodeError as error:
        text = f"this line is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise Refused("PM850", text, _HINT, Position(number, error.colno)) from None
    except (ValueError, RecursionError):
        text = "this line cannot be read as JSON"
        raise Refused("PM850", text, _HINT, Position(number, 1)) from None
    if not isinstance(message, dict):
        raise _no_message(number)
    return message


def _no_message(line: int) -> Refused:
    text = "this line is not a message of Cucumber"
    return Refused("PM850", text, _HINT, Position(line, 1))


def _take(run: _Run, line: int, message: dict[str, Any]) -> None:
    if max(len(run.pickles), len(run.cases), len(run.attempts)) > MOST_TESTS:
        raise too_many()
    for kind, value in message.items():
        match kind:
            case "meta":
                _meta(run, value)
            case "pickle":
                run.pickles[value["id"]] = {k: value.get(k) for k in ("name", "uri", "tags")}
            case "testCase":
                run.cases[value["id"]] = value["pickleId"]
            case "testRunFinished":
                run.ended = True
            case "parseError":
                text = f"Cucumber could not read `{words(value['source']['uri'], 200)}`"
                hint = "mend it, and run the tests again"
                raise Refused("PM850", text, hint, Position(line, 1))
            case _:
                _attempt(run, line, kind, value)


def _attempt(run: _Run, line: int, kind: str, value: dict[str, Any]) -> None:
    match kind:
        case "testCaseStarted":
            case, number = value["testCaseId"], int(value.get("attempt") or 0)
            run.attempts[value["id"]] = _Attempt(case, number, value["timestamp"], line)
        case "testStepFinished":
            _step(run.attempts[value["testCaseStartedId"]], value["testStepResult"])
        case "testCaseFinished":
            attempt = run.attempts.pop(value["testCaseStartedId"])
            if not value.get("willBeRetried"):
                _finish(run, attempt, value["timestamp"])
        case _:
            pass


def _meta(run: _Run, value: dict[str, Any]) -> None:
    ci = value.get("ci") or {}
    run.url = address(ci.get("url"))
    run.commit = commit_id((ci.get("git") or {}).get("revision"))


def _step(attempt: _Attempt, result: dict[str, Any]) -> None:
    status = str(result["status"]).upper()
    if status in _BAD:
        attempt.outcomes.append(Outcome.FAILED)
        attempt.message = attempt.message or words(result.get("message") or f"a step is {status}")
    else:
        attempt.outcomes.append(Outcome.PASSED if status == "PASSED" else Outcome.SKIPPED)


def _finish(run: _Run, attempt: _Attempt, end: dict[str, Any]) -> None:
    known = run.results.get(attempt.case)
    if known and known[0] > attempt.number:
        return
    if len(run.results) >= MOST_TESTS:
        raise too_many()
    pickle = run.pickles[run.cases[attempt.case]]
    tags = [str(tag["name"]) for tag in pickle["tags"] or ()]
    test = f"{words(pickle['uri'])} › {words(pickle['name'])}"
    ids, wrong = ids_of_tags(tags, run.prefixes)
    at = Position(attempt.line, 1)
    for word in wrong:
        run.wrong.setdefault(words(word), (at, hint_for(word)))
    began = since_1970(attempt.at["seconds"], attempt.at.get("nanos") or 0)
    ended = since_1970(end["seconds"], end.get("nanos") or 0)
    result = Result(
        test,
        tuple(dict.fromkeys((*ids, *ids_in(test, run.prefixes)))),
        # A scenario without steps shows nothing.
        max(attempt.outcomes or [Outcome.SKIPPED], key=lambda one: one.rank),
        Span(run.name, at, at),
        max((ended - began).total_seconds(), 0.0) if began and ended else None,
        began,
        run.commit,
        run.url,
        attempt.message,
    )
    run.results[attempt.case] = (attempt.number, result)
