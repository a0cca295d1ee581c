"""A built page, taken apart: its anchors, links and words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
_UNSHOWN = {"script", "style", "svg", "template"}


@dataclass
class Page(HTMLParser):
    """A built page, read as a browser would: its anchors, links and words."""

    html: str
    ids: list[str] = field(default_factory=list)
    links: list[dict[str, str]] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[str] = []
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a" and "href" in found:
            self.links.append({**found, "words": ""})
        if tag in {"script", "img", "iframe", "source"} and "src" in found:
            self.loaded.append(found["src"])
        if tag == "link" and found.get("rel") not in {"canonical", "prev", "next"}:
            self.loaded.append(found.get("href", ""))
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not _UNSHOWN.intersection(self._open):
            self.text += data
            if "a" in self._open and self.links:
                self.links[-1]["words"] += data

    @property
    def article(self) -> Page:
        """What the theme puts between its own header, navigation and footer."""
        start = self.html.index("<article")
        return Page(self.html[start : self.html.rindex("</article>")])

    def count(self, tag: str) -> int:
        """How many elements of a name there are."""
        return sum(name == tag for name, _ in self.elements)

    def link(self, words: str) -> dict[str, str]:
        """The one link with these words."""
        found = [one for one in self.links if " ".join(one["words"].split()) == words]
        assert found, f"no link says {words!r}: {[one['words'] for one in self.links]}"
        return found[0]
