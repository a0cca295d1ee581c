"""A finding is known again after the file around it has changed."""

from __future__ import annotations

from pmdocs.rules.catalogue import check
from pmdocs.rules.fingerprint import fingerprints
from tests.conftest import project_of

ITEMS = """\
- {id: RM-1, title: a, outcome: b, depends_on: [RM-8, RM-8], status: dnoe}
- {id: RM-2, title: a, outcome: b, depends_on: [RM-8]}
"""


def made(text: str, name: str = "a__yaml") -> list[str]:
    project = project_of(**{name: text})
    return fingerprints(check(project), project.sources)


def test_all_are_different() -> None:
    found = made(ITEMS)
    assert len(found) == len(set(found)) > 3
    assert {len(one) for one in found} == {64}


def test_lines_above_do_not_matter_nor_does_the_file_of_an_item() -> None:
    assert made("# a note\n\n" + ITEMS) == made(ITEMS) == made(ITEMS, "b__yaml")


def test_other_words_at_the_place_make_another_finding() -> None:
    assert set(made(ITEMS)) - set(made(ITEMS.replace("dnoe", "doen")))


def test_a_mended_finding_leaves_the_others_alone() -> None:
    assert set(made(ITEMS.replace("dnoe", "done"))) < set(made(ITEMS))
