"""What the example of a rule shows to be mended, is mended."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from pmdocs.project.draft import drafted
from pmdocs.project.load import load
from pmdocs.rules.catalogue import builtin, check
from pmdocs.rules.mends import fixes_of, mends
from pmdocs.rules.outcome import key
from pmdocs.rules.repair import repair
from pmdocs.rules.rule import Rule
from tests.test_rules import JUNE_2026, every_rule, lay_out


@pytest.mark.verifies("US-108.AC-5")
@every_rule()
def test_what_can_be_mended_goes_away_and_brings_nothing_new(
    rule: Rule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JUNE_2026)
    lay_out(rule, "Bad", tmp_path)
    project = load(tmp_path)
    before = {key(d) for d in check(project)}
    fixes = [d.finding.fix for d in check(project) if d.finding.fix]
    assert frozenset(fix.safe for fix in fixes) == fixes_of(rule)
    done = repair(project, partial(drafted, tmp_path), lambda _: True)
    assert len(done.mended) >= len(fixes)
    assert not done.refused
    after = {key(d) for d in done.found}
    assert after <= before
    assert len(after) == len(before) - len(fixes)


@pytest.mark.verifies("US-108.AC-5")
def test_the_page_of_a_rule_says_what_is_mended() -> None:
    sentences = {rule.code: mends(rule) for rule in builtin()}
    assert sentences["PM105"] == "`pmdocs check --fix` mends this, where it is sure what to write."
    assert "--unsafe" in sentences["PM104"]
    assert sentences["PM107"].startswith("`pmdocs check --fix --unsafe` mends this by a guess")
    assert sentences["PM402"] == ""
