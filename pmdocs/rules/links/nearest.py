"""Which id somebody most likely meant.

Ids are compared by the slips that people make, and not with all other ids: a
product may have thousands of them, and as many broken links.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from pmdocs.diagnostics import closest
from pmdocs.model.ids import plain_id
from pmdocs.model.wrong import Meant
from pmdocs.project.project import Project

_IN_MARKDOWN = re.compile(r"\[+([^\[\]|]+)[\]|].*")
_ADDRESS = re.compile(r"\]\(\s*<?([^\s()<>#]+\.md)\b")
_NO_HYPHEN = re.compile(r"([A-Z]+)(\d+)")


class Nearest:
    """Finds the item that words stand for: a title, a link, an id with a slip in it."""

    def __init__(self, project: Project) -> None:
        """Remember the titles and the pages, which people write in place of ids."""
        self._project = project
        self._titles: dict[str, str] = {}
        self._count: Counter[str] = Counter()
        self._pages: dict[str, list[tuple[str, str]]] = {}
        for item in project.items.values():
            if item.page:
                name = item.page.rpartition("/")[2]
                self._pages.setdefault(name, []).append((item.page, item.id))
            self._titles.setdefault(item.title.lower(), item.id)
            self._count[item.title.lower()] += 1

    def find(
        self, words: str, writer: str | None = None, kinds: tuple[str, ...] = ("*",)
    ) -> tuple[str, Meant] | None:
        """What to write instead in the item `writer`, in a sentence and as an id.

        None if nothing of these kinds comes close. It is safe to write where the
        words are that id in another spelling, the item's title, or a link to its page.
        """
        match = _IN_MARKDOWN.fullmatch(words)
        inner = match[1].strip() if match else words
        if id := self._addressed(words):
            return f"write the id alone: `{id}`", Meant(id)
        if inner.lower() in self._titles:
            id = self._titles[inner.lower()]
            # Two items may have one title.
            is_only = self._count[inner.lower()] == 1
            return f"write the id, not the title: `{id}`", Meant(id, safe=is_only)
        meant = plain_id(inner)
        if self._project.find(meant) or meant in self._project.unread:
            return f"write the id alone: `{meant}`" if match else f"write `{meant}`", Meant(meant)
        if self._project.kind_of(f"{writer}.{meant}") in kinds:
            # In a charter, `T-1` is a task of its own.
            return f"write `{meant}`", Meant(meant)
        found = self._guess(meant, writer, kinds)
        return (f"did you mean `{found}`?", Meant(found, safe=False)) if found else None

    def _addressed(self, words: str) -> str | None:
        """The item whose page a Markdown link leads to, if it is only one."""
        match = _ADDRESS.search(words)
        if match is None:
            return None
        steps = [step for step in match[1].split("/") if step not in {"", ".", ".."}]
        end = "/" + "/".join(steps)
        pages = self._pages.get(steps[-1], ())
        found = [id for page, id in pages if f"/{page}".endswith(end)]
        return found[0] if len(found) == 1 else None

    def _guess(self, meant: str, writer: str | None, kinds: tuple[str, ...]) -> str | None:
        if "." in meant:
            return closest(meant, self._siblings(meant, kinds))
        others = (id for id in self._slips(meant) if id in self._project.items)
        return next((id for id in others if id != writer), None)

    def _siblings(self, id: str, kinds: tuple[str, ...]) -> list[str]:
        name, _, local = id.partition(".")
        owner = self._project.items.get(name)
        parts = [part for _, _, part in owner.parts()] if owner else []
        fitting = [part for part in parts if {"*", part.kind} & set(kinds)]
        # `FR-1` was not meant for `NFR-1`: who wrote a prefix that there is meant it.
        prefix = local.partition("-")[0]
        if any(prefix in part.prefixes for part in fitting):
            fitting = [part for part in fitting if part.id.startswith(f"{prefix}-")]
        return [f"{name}.{part.id}" for part in fitting]

    def _slips(self, id: str) -> Iterator[str]:
        """Ids that become this one by one slip: of the prefix, or of a digit."""
        prefix, _, number = _NO_HYPHEN.sub(r"\1-\2", id, count=1).rpartition("-")
        yield f"{prefix}-{number}"
        yield f"{prefix}-{number.lstrip('0')}"
        prefixes = self._project.settings.kinds.by_prefix
        if prefix not in prefixes and (close := closest(prefix, prefixes)):
            yield f"{close}-{number}"
        for at in range(len(number)):
            yield f"{prefix}-{number[:at]}{number[at + 1 :]}"
            yield f"{prefix}-{number[:at]}{number[at : at + 2][::-1]}{number[at + 2 :]}"


def kind_words(names: Iterable[str], project: Project) -> str:
    """What kinds are called, with an article: `a PRD or a requirement`."""
    kinds = project.settings.kinds.by_name
    labels = [kinds[name].label if name in kinds else name for name in names if name != "*"]
    lower = [label if label.isupper() else label.lower() for label in labels]
    return " or ".join(f"an {w}" if w[0] in "aeio" else f"a {w}" for w in lower) or "an item"
