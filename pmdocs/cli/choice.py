"""Which findings somebody asks for: by rule, and by the files that they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pmdocs.cli.paths import is_within
from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import PmdocsError
from pmdocs.rules.catalogue import chosen
from pmdocs.rules.options import is_ours

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pmdocs.diagnostics import Diagnostic
    from pmdocs.rules.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Choice:
    """The findings that are shown: of these rules, in these files; all where nothing is named."""

    root: Path
    paths: tuple[Path, ...]
    selected: list[str]
    ignored: list[str]

    @classmethod
    def of(
        cls,
        book: Rulebook,
        root: Path,
        paths: tuple[Path, ...],
        select: tuple[str, ...],
        ignore: tuple[str, ...],
    ) -> Choice:
        """What options ask for; `PmdocsError` for a word that no rule is called by."""
        return cls(root, paths, rules_named(select, book), rules_named(ignore, book))

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self.paths or self.selected or self.ignored)

    def among(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Those that are shown."""
        kept = chosen(found, self.selected, self.ignored)
        return [one for one in kept if is_within(self.root / one.span.path, self.paths)]

    def takes(self, one: Diagnostic) -> bool:
        """Whether one is shown."""
        return bool(self.among([one]))


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
