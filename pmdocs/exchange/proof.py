"""What is proven of an item or a criterion, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pmdocs.analysis.proof.state import State

if TYPE_CHECKING:
    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.evidence.result import Result


def evidence_of(proofs: Proofs) -> dict[str, Any]:
    """How much of the whole product is proven, and the day of the newest result."""
    days = [result.at.date() for result in proofs.evidence.results if result.at]
    newest = max([*days, *(one.at for one in proofs.by_id.values() if one.at)], default=None)
    return {**share_of(proofs, None), "at": newest.isoformat() if newest else None}


def share_of(proofs: Proofs, id: str | None) -> dict[str, Any]:
    """How much is proven of what hangs on an item, or of the whole product."""
    share = proofs.whole if id is None else proofs.share(id)
    counts = dict(share.counts)
    return {
        "proven": share.proven,
        "total": share.total,
        "percent": share.percent,
        "states": {state.value: counts[state] for state in State if counts.get(state)},
    }


def proof_of(proofs: Proofs, id: str) -> dict[str, Any] | None:
    """The state of a criterion with the tests that name it; None for any other part."""
    proof = proofs.by_id.get(id)
    if proof is None:
        return None
    return {
        "state": proof.state.value,
        "why": proof.why,
        "at": proof.at.isoformat() if proof.at else None,
        "tests": [_test(result) for result in proof.results],
    }


def _test(result: Result) -> dict[str, Any]:
    return {
        "name": result.test,
        "outcome": result.outcome.value,
        "at": result.at.isoformat() if result.at else None,
        "commit": result.commit,
        "url": result.url,
    }
