"""Templates filled for a page: with links that are right from where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin

from pmdocs.project.project import PartPlace
from pmdocs.site.addresses import ROOT
from pmdocs.site.richtext import RichText
from pmdocs.site.templates import environment
from pmdocs.source.addresses import is_unsafe

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Template

    from pmdocs.model.item import State
    from pmdocs.project.project import Project
    from pmdocs.site.addresses import Addresses

# A kind of one of these names has no template of its own.
_FRAMES = {"item/head.html", "item/body.html", "item/unread.html"}


class Rendering:
    """Fills the templates of a project's site.

    What a template may call: `url(id)`, `page_url(name)`, `kind_url(name)` for
    the table of a kind, `outside(url)`, `source_url(path, line)`,
    `written_url(path)` for the page that is made of a file, `title(id)`,
    `state(id)`, `md(text)` for Markdown as paragraphs, and `words(text)` for
    Markdown within a line. `public` says that the site is for everybody: then
    nothing is to be said to those who do the work.
    """

    def __init__(self, project: Project, addresses: Addresses, overrides: Path | None) -> None:
        """Prepare what all pages share."""
        self._project, self._addresses = project, addresses
        self._texts = RichText(project, addresses)
        self._unread = {one.span.path: one.id for one in project.unread.values()}
        self._environment = environment(overrides)
        self._hrefs: dict[tuple[str, str], str] = {}
        self._callables: dict[str, dict[str, Any]] = {}
        self._templates: dict[str, Template] = {}
        self._of_kinds: dict[str, str] = {}

    def fill(self, template: str, page: str, *, embedded: bool = False, **values: Any) -> str:
        """The HTML of a template, for a page at this address.

        `embedded` tells a template that its view stands among other things on the
        page: then it gives no anchors away, which must be unique there.
        """
        return self._filled(template, self._addresses.up(page), values, embedded=embedded)

    def anywhere(self, template: str, **values: Any) -> str:
        """The HTML of a template for whatever page takes it up: its links begin with `ROOT`."""
        return self._filled(template, ROOT, values, embedded=True)

    def _filled(self, template: str, up: str, values: dict[str, Any], *, embedded: bool) -> str:
        calls = self._callables.get(up)
        if calls is None:
            calls = self._callables[up] = self._calls(up)
        return self._template(template).render(calls | values, embedded=embedded)

    def template_of(self, kind: str) -> str:
        """The template of a kind of item, empty for a kind that has none.

        It extends `frame`, which is the top of the page or what stands below.
        """
        found = self._of_kinds.get(kind)
        if found is None:
            name = f"item/{kind}.html"
            has_one = name not in _FRAMES and name in self._environment.list_templates()
            found = self._of_kinds[kind] = name if has_one else ""
        return found

    def _template(self, name: str) -> Template:
        found = self._templates.get(name)
        if found is None:
            found = self._templates[name] = self._environment.get_template(name)
        return found

    def _calls(self, up: str) -> dict[str, Any]:
        kinds = self._project.settings.kinds.by_name
        return {
            "public": self._project.settings.is_public,
            "url": lambda id: self._href(up, id),
            "page_url": lambda name: up + self._addresses.url(f"{name}.md"),
            "kind_url": lambda name: up + self._addresses.url(self._addresses.kind(kinds[name])),
            "outside": lambda url: self._outside(up, url),
            "source_url": self.source_url,
            "written_url": lambda path: self._written(up, path),
            "title": self._project.title_of,
            "state": self._state,
            "md": lambda text: self._texts.block(text, up),
            "words": lambda text: self._texts.inline(text, up),
        }

    def _href(self, up: str, id: str) -> str:
        found = self._hrefs.get((up, id))
        if found is None:
            page = self._addresses.page(id)
            found = up + self._addresses.url(page) + self._addresses.anchor(id) if page else ""
            self._hrefs[up, id] = found
        return found

    def _outside(self, up: str, url: str) -> str:
        if is_unsafe(url):
            return ""
        if ":" in url or url.startswith("#"):
            return url
        return up + self._addresses.inside(url)

    def _written(self, up: str, path: str) -> str:
        """The page of a Markdown file; of a YAML file an item that cannot be read."""
        if path in self._project.pages:
            return up + self._addresses.url(self._addresses.written(path))
        return self._href(up, self._unread.get(path, ""))

    def _state(self, id: str) -> State | None:
        found = self._project.find(id)
        owner = found.item if isinstance(found, PartPlace) else found
        return owner.state if owner else None

    def source_url(self, path: str, line: int = 0) -> str:
        """Where a file can be edited, empty when the project does not say."""
        settings = self._project.settings
        if not settings.repo_url or not settings.edit_uri:
            return ""
        base = urljoin(settings.repo_url.rstrip("/") + "/", settings.edit_uri.rstrip("/") + "/")
        docs = settings.docs_dir.strip("/")
        inside = path.startswith(f"{docs}/")
        way = path.removeprefix(f"{docs}/") if inside else "../" * (docs.count("/") + 1) + path
        return urljoin(base, quote(way)) + (f"#L{line}" if line else "")
