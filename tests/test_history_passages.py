"""The stretch of each item in a file, whatever the file looks like."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from pmdocs.history.passages import passages
from pmdocs.model.kinds.charter import Charter
from pmdocs.model.kinds.objective import Objective
from pmdocs.model.kinds.story import Story
from pmdocs.model.normative import digest, wording
from pmdocs.model.registry import builtin

WORDS = st.text("ab -:#[]{}'\"\n,|>id1US%&*!", max_size=30)
ITEM = st.fixed_dictionaries(
    {"title": WORDS},
    optional={
        "i_want": WORDS,
        "tags": st.lists(WORDS, max_size=3),
        "criteria": st.lists(
            st.fixed_dictionaries({"id": st.just("AC-1"), "text": WORDS}), max_size=2
        ),
    },
)


def read(text: str, path: str = "roadmap/s.yaml") -> dict[str, object]:
    found = passages(path, text, builtin(), {})
    return {id: one.values for id, one in found.items()}


@given(
    st.lists(ITEM, min_size=1, max_size=5),
    st.sampled_from(["block", "flow", "indented", "json"]),
    st.sampled_from(["id first", "id last"]),
)
def test_each_item_is_found_with_its_own_words_and_no_others(
    items: list[dict[str, object]], form: str, order: str
) -> None:
    named = []
    for number, item in enumerate(items, 1):
        id = {"id": f"US-{number}"}
        named.append({**item, **id} if order == "id last" else {**id, **item})
    text = yaml.safe_dump(
        named,
        sort_keys=False,
        default_flow_style=form in {"flow", "json"},
        width=1000 if form == "json" else 40,
    )
    if form == "indented":
        text = "# all\n\n" + "".join(f"  {line}\n" for line in text.splitlines())
    together = read(text)
    alone = {k: v for one in named for k, v in read(yaml.safe_dump(one, sort_keys=False)).items()}
    assert together == alone
    assert set(together) == {f"US-{n}" for n in range(1, len(items) + 1)}


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    for path in ("a.yaml", "US-1-a.md"):
        for one in passages(path, text, builtin(), {}).values():
            one.says()


def test_the_same_words_are_the_same_object_in_every_version() -> None:
    known: dict[tuple[str, str], object] = {}
    one, two = "- id: US-1\n  title: a\n", "- id: US-2\n  title: b\n"
    before = passages("s.yaml", one + two, builtin(), known)  # type: ignore[arg-type]
    after = passages("s.yaml", one + two.replace("b", "c"), builtin(), known)  # type: ignore[arg-type]
    assert before["US-1"] is after["US-1"]
    assert before["US-2"] is not after["US-2"]


def test_what_an_item_says_is_told_by_places_without_what_it_does_not_promise() -> None:
    values = {
        "title": "Search",
        "as_a": "rider",
        "i_want": "to   search",
        "status": "done",
        "points": "5",
        "priority": "must",
        "prd": "PRD-1",
        "notes": "later",
        "criteria": [
            "a sentence",
            {"id": "US-1.AC-2", "given": ["x", "y"], "then": ["z"], "verification": "test"},
        ],
    }
    assert wording(Story, values) == {
        "as_a": "rider",
        "i_want": "to search",
        "priority": "must",
        "criteria 1": "a sentence",
        "AC-2 given": "x\ny",
        "AC-2 then": "z",
    }
    assert wording(Story, values, "AC-2") == {"AC-2 given": "x\ny", "AC-2 then": "z"}


def test_numbers_that_are_promised_count_and_those_of_today_do_not() -> None:
    result = {"id": "KR-1", "text": "boats", "baseline": "12", "target": "2", "current": "7"}
    said = wording(Objective, {"title": "A", "period": "2027", "key_results": [result]})
    assert said == {"title": "A", "KR-1": "boats", "KR-1 baseline": "12", "KR-1 target": "2"}
    charter = {"title": "A", "budget": {"limit": "9", "spent": [{"for": "x"}]}, "start": "2027"}
    assert wording(Charter, charter) == {"budget limit": "9"}


def test_the_name_of_a_wording_stays_for_ever() -> None:
    assert (
        digest({"FR-1": "The search answers within 5 seconds.", "FR-1 priority": "must"})
        == "63b62d2dd7c4db5f"
    )
    assert digest({"b": "1", "a": "2"}) == digest({"a": "2", "b": "1"})
