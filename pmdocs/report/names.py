"""What a service knows a finding again by."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from pmdocs.rules.fingerprint import fingerprints

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.report.places import Where
    from pmdocs.text import Source


def names(found: Sequence[Diagnostic], sources: Mapping[str, Source], where: Where) -> list[str]:
    """The fingerprint of each finding, 64 hexadecimal digits.

    Two products in one repository may hold the same item with the same mistake, so
    that the folder of the product counts, too.
    """
    made, folder = fingerprints(found, sources), where("")
    return [sha256(f"{folder}:{one}".encode()).hexdigest() for one in made] if folder else made
