"""What is said about objectives, key results and metrics."""

from __future__ import annotations

import pytest

from tests.opinions import found, messages, underlined

MOST = ", ".join(f"{{id: KR-{n}, text: a, baseline: 0, target: {n}}}" for n in range(1, 8))


def objective(results: str, more: str = "status: active, period: 2026-H1") -> str:
    return f"- {{id: OBJ-1, title: A, {more}, key_results: [{results}]}}\n"


def metric(more: str) -> str:
    return f"- {{id: MET-1, title: M, {more}}}\n"


def result(more: str) -> str:
    return f"{{id: KR-1, text: a, {more}}}"


@pytest.mark.verifies("US-114.AC-1")
@pytest.mark.parametrize(
    ("more", "status", "expected"),
    [
        ("baseline: 5, target: 5", "active", ["5"]),
        ("baseline: 5, target: 5.0", "draft", ["5.0"]),
        ("baseline: 0, target: 0", "active", ["0"]),
        ("baseline: 5, target: 6", "active", []),
        ("baseline: 5, target: 4", "active", []),
        ("baseline: 5, target: 5", "achieved", []),
        ("baseline: 5, target: 5", "dropped", []),
        ("baseline: 5, target: five", "active", []),
    ],
)
def test_a_key_result_has_a_way_to_go(more: str, status: str, expected: list[str]) -> None:
    text = objective(result(more), f"status: {status}, period: 2027")
    assert underlined("PM801", text) == expected


ASKED = "rules: {PM802: warning}"


@pytest.mark.verifies("US-114.AC-1")
@pytest.mark.parametrize(
    ("more", "other", "settings", "wrong"),
    [
        ("baseline: 1, target: 2", "", ASKED, True),
        ("baseline: 1, target: 2", "", "preset: strict", True),
        ("baseline: 1, target: 2", "", "", False),
        ("baseline: 1, target: 2, unit: calls", "", ASKED, False),
        ("baseline: 1, target: 2, metric: MET-1", metric("unit: calls"), ASKED, False),
        ("baseline: 1, target: 2, metric: MET-1", metric("direction: up"), ASKED, True),
        ("baseline: 1, target: 2, metric: MET-1", metric("unit: {a: b}"), ASKED, False),
        ("baseline: 1, target: 2, metric: MET-9", "", ASKED, False),
    ],
)
def test_a_key_result_says_what_it_counts(
    more: str, other: str, settings: str, *, wrong: bool
) -> None:
    text = objective(result(more)) + other
    assert underlined("PM802", text, settings) == (["KR-1"] if wrong else [])


@pytest.mark.verifies("US-114.AC-1")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (metric("direction: down, baseline: 2, target: 12"), ["12"]),
        (metric("direction: up, baseline: 12, target: 2"), ["2"]),
        (metric("direction: down, baseline: 12, target: 2"), []),
        (metric("direction: up, baseline: 2, target: 2"), []),
        (metric("direction: down, baseline: 2, target: 2"), []),
        (metric("direction: up, target: 2"), []),
        (metric("direction: down, baseline: 2"), []),
        (metric("baseline: 12, target: 2"), []),
        (metric("direction: up, baseline: 12, target: 2, status: retired"), []),
        (metric("direction: upp, baseline: 12, target: 2"), []),
        (metric("direction: up, baseline: 12, target: 2, measures: {a: b}"), []),
        (
            objective(result("baseline: 1, target: 2, metric: MET-1")) + metric("direction: down"),
            ["2"],
        ),
        (
            objective(result("baseline: 3, target: 2, metric: MET-1")) + metric("direction: down"),
            [],
        ),
        (
            objective(result("baseline: 1, target: 2, metric: MET-1"), "status: missed, period: 2")
            + metric("direction: down"),
            [],
        ),
        (
            objective(result("baseline: 1, target: 2, metric: MET-1"))
            + metric("direction: down, status: retired"),
            [],
        ),
        (objective(result("baseline: 1, target: 2, metric: OBJ-1")), []),
    ],
)
def test_a_target_is_better_than_the_baseline(text: str, expected: list[str]) -> None:
    assert underlined("PM803", text) == expected


def test_which_metric_speaks_against_a_target_is_told() -> None:
    text = objective(result("baseline: 1, target: 2, metric: MET-1")) + metric("direction: down")
    assert messages("PM803", text) == [
        "the target of `OBJ-1.KR-1` is worse than its baseline: for `MET-1` less is better"
    ]


@pytest.mark.verifies("US-114.AC-1")
@pytest.mark.parametrize(
    ("status", "results", "wrong"),
    [
        ("active", "", True),
        ("achieved", "", True),
        ("draft", "", False),
        ("missed", "", False),
        ("dropped", "", False),
        ("active", result("baseline: 1, target: 2"), False),
        ("active", result("baseline: 1"), False),
    ],
)
def test_an_objective_has_key_results(status: str, results: str, *, wrong: bool) -> None:
    text = objective(results, f"status: {status}, period: 2026")
    assert underlined("PM804", text) == (["[]"] if wrong else [])


@pytest.mark.verifies("US-114.AC-1")
@pytest.mark.parametrize(
    ("count", "status", "settings", "expected"),
    [
        (5, "active", "", []),
        (6, "active", "", ["KR-6"]),
        (7, "draft", "", ["KR-6"]),
        (7, "achieved", "", []),
        (7, "active", "rules: {PM805: {most: 7}}", []),
        (4, "active", "rules: {too-many-key-results: {most: 3}}", ["KR-4"]),
    ],
)
def test_an_objective_has_few_key_results(
    count: int, status: str, settings: str, expected: list[str]
) -> None:
    results = ", ".join(MOST.split("}, ")[n].rstrip("}") + "}" for n in range(count))
    text = objective(results, f"status: {status}, period: 2026")
    assert underlined("PM805", text, settings) == expected


@pytest.mark.verifies("US-114.AC-1")
@pytest.mark.parametrize(
    ("unit", "metric_is", "expected"),
    [
        ("seconds", "unit: minutes", ["seconds"]),
        ("seconds", "unit: Seconds", []),
        ("calls a month", "unit: calls", []),
        ("calls", "unit: calls a month", []),
        ("calls", "direction: up", []),
        ("calls", "unit: {a: b}", []),
        ("{a: b}", "unit: calls", []),
    ],
)
def test_a_key_result_counts_what_its_metric_counts(
    unit: str, metric_is: str, expected: list[str]
) -> None:
    one = result(f"baseline: 1, target: 2, metric: MET-1, unit: {unit}")
    assert underlined("PM812", objective(one) + metric(metric_is)) == expected
    closed = objective(one, "status: missed, period: 2026")
    assert not found("PM812", closed + metric(metric_is))


MEASURED = metric("measurements: [{date: 2026-05, value: 3}]")


@pytest.mark.verifies("US-114.AC-2")
@pytest.mark.parametrize(
    ("more", "objective_is", "other", "settings", "wrong"),
    [
        ("unit: a", "status: active, period: 2026-Q2", "", "", True),
        ("unit: a", "status: active, period: 2026-H1", "", "", True),
        ("unit: a", "status: active, period: 2026", "", "", False),
        ("unit: a", "status: active, period: 2026", "", "rules: {PM806: {share: 40}}", True),
        ("unit: a", "status: active, period: 2026-06", "", "", False),
        ("unit: a", "status: active, period: 2027", "", "", False),
        ("unit: a", "status: active, period: 2026-Q1", "", "", False),
        ("unit: a", "status: draft, period: 2026-Q2", "", "", False),
        ("unit: a", "status: missed, period: 2026-Q2", "", "", False),
        ("current: 0", "status: active, period: 2026-Q2", "", "", False),
        ("metric: MET-1", "status: active, period: 2026-Q2", MEASURED, "", False),
        ("metric: MET-1", "status: active, period: 2026-Q2", metric("unit: a"), "", True),
        ("metric: MET-1", "status: active, period: 2026-Q2", metric("unitt: a"), "", False),
        ("metric: MET-9", "status: active, period: 2026-Q2", "", "", False),
        ("unit: a", "status: active, period: spring", "", "", False),
    ],
)
def test_a_key_result_is_measured_in_time(
    more: str, objective_is: str, other: str, settings: str, *, wrong: bool
) -> None:
    text = objective(result(f"baseline: 1, target: 2, {more}"), objective_is) + other
    assert bool(found("PM806", text, settings)) == wrong


@pytest.mark.verifies("US-114.AC-2")
@pytest.mark.parametrize(
    ("more", "settings", "expected"),
    [
        ("measurements: [{date: 2026-03-01, value: 1}]", "", []),
        ("measurements: [{date: 2026-02-28, value: 1}]", "", ["2026-02-28"]),
        ("measurements: [{date: 2026-Q1, value: 1}]", "", []),
        ("measurements: [{date: 2025, value: 1}, {date: 2025-06, value: 1}]", "", ["2025"]),
        ("measurements: [{date: 2025, value: 1}, {date: 2026-05, value: 1}]", "", []),
        ("measurements: [{date: 2025, value: 1}], status: retired", "", []),
        ("measurements: [{date: 2025, value: 1}]", "rules: {PM807: {days: 400}}", []),
        ("measurements: [{date: 2026-05-01, value: 1}]", "rules: {PM807: {days: 30}}", None),
        ("measurements: []", "", []),
        ("unit: a", "", []),
        ("measurements: [{date: 2025, value: one}]", "", []),
    ],
)
def test_a_metric_is_measured_again(more: str, settings: str, expected: list[str] | None) -> None:
    told = underlined("PM807", metric(more), settings)
    assert told == (["2026-05-01"] if expected is None else expected)


@pytest.mark.verifies("US-114.AC-2")
@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("{date: 2026-05, value: 1}, {date: 2026-05, value: 2}", ["2026-05"]),
        ("{date: 2026-05, value: 1}, {date: 2026-05, value: 1}", []),
        ("{date: 2026-05, value: 1}, {date: 2026-05-01, value: 2}", []),
        ("{date: 2026-05, satisfied: 5, responses: 4}", ["5"]),
        ("{date: 2026-05, satisfied: 4, responses: 4}", []),
        ("{date: 2026-05, satisfied: 5}", []),
        ("{date: 2026-05, promoters: -1, detractors: 3}", ["-1"]),
        ("{date: 2026-05, value: 1}, {date: 2026-05, promoters: -1}", ["-1"]),
        ("{date: 2026-05, responses: 0}", []),
        ("{date: 2026-05, value: -1}", []),
        ("{date: 2026-05, value: 1}, {date: 2026-05, value: one}", []),
        ("{date: 2026-05, promoters: 1, passives: 1}, {date: 2026-05, value: 50}", []),
    ],
)
def test_measurements_can_be_true(rows: str, expected: list[str]) -> None:
    assert underlined("PM808", metric(f"measurements: [{rows}]")) == expected
