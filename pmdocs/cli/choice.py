"""Which rules somebody asks for, by code, by its beginning, or by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.rules.options import is_ours

if TYPE_CHECKING:
    from pmdocs.rules.rulebook import Rulebook


def rules_named(options: tuple[str, ...], book: Rulebook) -> list[str]:
    """The codes, beginnings of codes or names that an option gives, each of some rule."""
    words = [word.strip() for option in options for word in option.split(",") if word.strip()]
    for word in words:
        known = any(r.code.startswith(word.upper()) or r.name == word for r in book.rules)
        # A rule that may not be run here may well have another name.
        if not known and (book.complete or is_ours(word)):
            raise no_rule(word, book)
    return words


def no_rule(word: str, book: Rulebook) -> PmdocsError:
    """What to say of a word that no rule is called by."""
    names = [name for rule in book.rules for name in (rule.code, rule.name)]
    hint = did_you_mean(word, names) or "`pmdocs explain` lists all rules"
    return PmdocsError(f"there is no rule `{word}`", hint)
