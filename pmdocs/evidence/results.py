"""pmdocs' own file of results: JSON with a number for its form, and a JSON Schema beside this file.

What differs from test to test stands at the test; `commit`, `at` and `url` of the
whole file count where a test does not say anything else.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pmdocs.evidence.json_text import decoded, places
from pmdocs.evidence.moment import address, commit_id, moment
from pmdocs.evidence.reading import MOST_TESTS, Reading, Refused, too_many, words, wrong_ids
from pmdocs.evidence.result import Outcome, Result
from pmdocs.evidence.spoken import hint_for, is_full_id
from pmdocs.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pmdocs.text import Position, Source

FORMAT = "pmdocs' results"
NAME, VERSION = "pmdocs-results", 1
SCHEMA_NAME = "results.schema.json"


class _Told(BaseModel):
    """A value that a program wrote, so that a wrong type is no slip of the pen."""

    model_config = ConfigDict(strict=True, extra="ignore")

    commit: str | None = None
    at: str | None = None
    url: str | None = None


class _Test(_Told):
    """One test, as it stands in the file."""

    name: str
    outcome: Literal["passed", "skipped", "failed"]
    seconds: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    ids: tuple[str, ...] = Field(default=(), strict=False)
    digests: dict[str, str] = {}
    message: str = ""


class _File(_Told):
    """What holds for the whole file."""

    runner: str | None = None
    tests: list[Any]


def schema() -> str:
    """The JSON Schema of the format."""
    return (files("pmdocs") / "evidence" / SCHEMA_NAME).read_text("utf-8")


def as_text(results: Iterable[Result], runner: str) -> str:
    """Results as the text of a file, with one line for each test."""
    lines = ",\n".join(_line(_written(result)) for result in results)
    head = f'"format": "{NAME}",\n"version": {VERSION},\n"runner": {_line(runner)},\n'
    return f'{{\n{head}"tests": [\n{lines}\n]\n}}\n' if lines else f'{{\n{head}"tests": []\n}}\n'


def read_results(source: Source) -> Reading:
    """Read the text of such a file."""
    try:
        results, wrong = _read(source)
    except Refused as refused:
        return refused.reading(source.path, FORMAT)
    return Reading(source.path, FORMAT, tuple(results), wrong_ids(source.path, wrong))


def _read(source: Source) -> tuple[list[Result], dict[str, tuple[Position, str]]]:
    value = decoded(source)
    if not isinstance(value, dict) or value.get("format") != NAME:
        hint = f'a file of results begins with `"format": "{NAME}"`'
        raise Refused("PM853", "this is JSON, but no results of tests that are known", hint)
    if value.get("version") != VERSION:
        message = f"version `{words(value.get('version'), 20)}` of the results is not known"
        raise Refused("PM853", message, f"this pmdocs reads version {VERSION}: get a newer one")
    head: _File = _checked(_File, value, source.position(0), "")
    if len(head.tests) > MOST_TESTS:
        raise too_many()
    results: list[Result] = []
    wrong: dict[str, tuple[Position, str]] = {}
    begins = places(source, "tests", len(head.tests))
    for index, (at, test) in enumerate(zip(begins, head.tests, strict=True)):
        read: _Test = _checked(_Test, test, at, f"test {index + 1}: ")
        for id in read.ids:
            if not is_full_id(id):
                wrong.setdefault(words(id, 80), (at, hint_for(id[:80])))
        results.append(_result(read, head, Span(source.path, at, at)))
    return results, wrong


def _checked(model: Any, value: object, at: Position, which: str) -> Any:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        field = ".".join(words(step, 40) for step in first["loc"]) or "this"
        message = f"{which}`{field}` is wrong: {first['msg'][:1].lower()}{first['msg'][1:]}"
        hint = "write it as `pmdocs evidence --schema` says"
        raise Refused("PM850", message, hint, at) from None


def _result(test: _Test, head: _File, span: Span) -> Result:
    ids = dict.fromkeys(id for id in test.ids if is_full_id(id))
    return Result(
        words(test.name),
        tuple(ids),
        Outcome(test.outcome),
        span,
        test.seconds,
        moment(test.at) or moment(head.at),
        commit_id(test.commit) or commit_id(head.commit),
        address(test.url) or address(head.url),
        words(test.message),
        tuple((id, digest) for id, digest in test.digests.items() if id in ids),
    )


def _written(result: Result) -> dict[str, Any]:
    told = {
        "name": result.test,
        "outcome": result.outcome.value,
        "seconds": None if result.seconds is None else round(result.seconds, 6),
        "at": result.at.isoformat() if result.at else None,
        "commit": result.commit,
        "url": result.url,
        "ids": list(result.ids),
        "digests": dict(result.digests),
        "message": result.message,
    }
    return {key: value for key, value in told.items() if value not in (None, "", [], {})}


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
