"""The words that a query may use in a project: fields, links, kinds and statuses."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pmdocs.diagnostics import did_you_mean
from pmdocs.errors import QueryError
from pmdocs.model.fields import fields_of
from pmdocs.model.ids import is_id
from pmdocs.model.item import Item
from pmdocs.model.registry import names_of
from pmdocs.project.compare import compare, compare_numbers, values
from pmdocs.project.hops import Hops, reached, unknown

if TYPE_CHECKING:
    from typing import TypeAlias

    from pmdocs.project.compare import Test
    from pmdocs.project.config import Settings
    from pmdocs.project.hops import Models

    # The operator, the value as it was written, and its column.
    Told: TypeAlias = tuple[str, str, int]

_COMPUTED = ("kind", "id", "text", "due", "links")


class Terms:
    """Makes tests of names and values; a name that no item can have is a `QueryError`.

    `models` are what a test is about: kinds, or the classes of records; None stands
    for all kinds.
    """

    def __init__(self, settings: Settings) -> None:
        """Collect the words of a project with these settings."""
        self.hops = Hops(settings.kinds)
        self._settings = settings

    @cached_property
    def _known(self) -> dict[str, dict[str, str]]:
        kinds = list(self._settings.kinds)
        known = {
            "kind": {name: kind.kind for kind in kinds for name in names_of(kind)},
            "status": {state.word: state.word for kind in kinds for state in kind.states},
        }
        for own in self._settings.plugin.statuses.values():
            known["status"] |= {mine.lower(): ours for mine, ours in own.items()}
        return known

    def after(self, models: Models | None, name: str, column: int) -> Models:
        """What a name leads to."""
        here = self.hops.everything if models is None else models
        found = self.hops.after(here, name)
        if not found:
            message, hint = unknown(name, here, self.hops, first=models is None)
            raise QueryError(message, column, hint)
        return found

    def count(self, models: Models | None, name: str, column: int, told: Told) -> Test:
        """A test of how many there are in a field, or at the other end of links."""
        here = self.hops.everything if models is None else models
        is_link = bool(self.hops.after(here, name))
        if not is_link:
            self._check(models, name, column)
        test = compare_numbers(*told)
        if is_link:
            return lambda item, project: test(len(reached(item, project, name)))
        return lambda item, project: test(len(values(item, project, name)))

    def test(self, models: Models | None, name: str, column: int, told: Told) -> Test:
        """A test of one field."""
        operator, value, at = told
        self._check(models, name, column)
        about_items = models is None or any(issubclass(model, Item) for model in models)
        if about_items and operator in "!=:":
            value = self._checked(name, value, at)
        return compare(name, operator, value, at)

    def _check(self, models: Models | None, name: str, column: int) -> None:
        here = self.hops.everything if models is None else models
        known = {key for model in here for key in fields_of(model)}
        if any(issubclass(model, Item) for model in here):
            known.update(_COMPUTED)
        if name not in known:
            if models is None and name in self.hops.names(here):
                hint = f"ask about those at its other end, such as `{name}.status:done`"
            else:
                hint = did_you_mean(name, known) or "any field of an item will do"
            whose = "no item" if models is None else "nothing here"
            raise QueryError(f"{whose} has a field `{name}`", column, hint)

    def _checked(self, name: str, value: str, column: int) -> str:
        """The value as items have it; a word that no item can have is an error."""
        known = self._known.get(name)
        if known is None:
            return value
        words = [word.strip().lower() for word in value.split(",")]
        for word in words:
            if word not in known and word != "*":
                hint = did_you_mean(word, known) or f"the words are {', '.join(sorted(known))}"
                raise QueryError(f"no item has the {name} `{word}`", column, hint)
        return ",".join(known.get(word, word) for word in words)


def bare(text: str, column: int) -> Test:
    """A word alone: an id is that item, anything else is looked for in the texts."""
    if not any(c.isalnum() for c in text):
        hint = "write a test without spaces, such as `due<2027-Q2`"
        raise QueryError(f"`{text}` stands alone", column, hint)
    if is_id(text.upper()):
        return compare("id", ":", text)
    return compare("text", "~", text)
