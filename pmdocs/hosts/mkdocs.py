"""The plugin for MkDocs, which ProperDocs loads as well."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from pmdocs.analysis.proof.gather import gather
from pmdocs.history.past import past_of
from pmdocs.hosts.audience import keep_inside, prune, shown, shown_proofs
from pmdocs.hosts.extras import add_extras
from pmdocs.hosts.frontmatter import clean
from pmdocs.hosts.navigation import arrange
from pmdocs.hosts.page import FinishedPage, source_of
from pmdocs.hosts.proof import prove
from pmdocs.hosts.reading import read_project
from pmdocs.hosts.refusal import is_refused
from pmdocs.hosts.search import add_entries, complete_entries, keep_every_word
from pmdocs.model.item import Item
from pmdocs.project.load import without_collector
from pmdocs.report import log
from pmdocs.rules.catalogue import check
from pmdocs.site.listed import HOME
from pmdocs.site.pages import Site, title_of
from pmdocs.site.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from mkdocs.config.base import ConfigErrors, ConfigWarnings
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

    from pmdocs.project.inside import Inside

_log = get_plugin_logger(__name__)


class PluginConfig(Config):
    """Empty: the settings are read with their places, by pmdocs itself."""


class PmdocsPlugin(BasePlugin[PluginConfig]):
    """Carries the pages of a project into MkDocs."""

    root: Path
    site: Site
    prose: Prose
    # What the site does not show, where it is for the public.
    inside: Inside | None
    dirty = False

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Accept whatever is there: what is wrong in it is found with its line."""
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this object while `serve` builds again and again."""
        self.dirty = dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the project anew for every build, and say what is wrong in it."""
        self.root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        project = read_project(self.root, config)
        proofs = gather(project, self.root)
        with past_of(self.root, project) as past:
            found = check(project, past, proofs)
        log.write(_log, found, project.settings.plugin.fail_on)
        project, self.inside = shown(project, dirty=self.dirty)
        proofs = proofs and shown_proofs(proofs, project, public=self.inside is not None)
        if self.inside:
            _log.info("for the public: %s", self.inside.words)
            # A way to edit a page is a way to what is inside.
            found, config.edit_uri, config.edit_uri_template = [], None, None
        self.site = Site(
            project,
            found,
            folders=config.use_directory_urls,
            overrides=Path(config.theme.custom_dir or self.root / "overrides"),
            pager="navigation.footer" not in (config.theme.get("features") or ()),
            proofs=proofs,
        )
        self.prose = Prose(self.site, self.inside.redaction if self.inside else None)
        extensions: list[Any] = config.markdown_extensions
        extensions.append(self.prose.extension)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add a page for everything that has none, and take away what must not be published."""
        self._take_away(files, config)
        for address in self.prose.items:
            # A project that names one in its navigation wants to see it there.
            if (own := files.get_file_from_path(address)) and own.inclusion.is_in_nav():
                own.inclusion = InclusionLevel.NOT_IN_NAV
        with without_collector():
            made = list(self.site.pages())
            if not any(file.dest_uri == "index.html" for file in files):
                made.append(self.site.home())
        for page in made:
            if files.get_file_from_path(page.address):
                _log.warning("%s is yours already: pmdocs makes no page there", page.address)
                continue
            # Items would swell the navigation of each page; the rest gets its place in on_nav.
            is_home = page.address == HOME
            level = InclusionLevel.INCLUDED if is_home else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, page.address, content="", inclusion=level)
            file.edit_uri = source_of(page, self.site)
            files.append(file)
            FinishedPage(page, file, config)
        for path, text in self.site.redirects():
            files.append(File.generated(config, path, content=text))
        with without_collector():
            add_extras(files, config, self.site)
        return files

    def _take_away(self, files: Files, config: MkDocsConfig) -> None:
        refused = self.site.project.refused
        for file in [f for f in files if is_refused(f, config, refused)]:
            files.remove(file)
        if self.inside:
            for page in keep_inside(files, config, self.inside):
                _log.warning("%s is not read by pmdocs: it stays inside", page)
            prune(config, self.site, self.inside)

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put our pages in their places, once every other plugin is ready."""
        keep_every_word(config)
        add_entries(config, files)
        return arrange(nav, config, files, self.site)

    def on_page_read_source(self, /, *, page: Page, config: MkDocsConfig) -> str | None:
        """The text of a page without what stays inside, before anybody else sees it."""
        is_ours = page.file.src_dir == config.docs_dir
        return self.prose.public_text(page.file.src_uri) if is_ours else None

    def on_page_markdown(
        self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Remember whose text comes next; keep strange front matter away from the theme."""
        if isinstance(page, FinishedPage):
            return markdown
        one = self.prose.enter(page.file.src_uri)
        clean(page.meta, title_of(one) if one else None)
        return self.prose.guarded(markdown)

    def on_page_content(
        self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Put what pmdocs knows of an item around its own text."""
        return html if isinstance(page, FinishedPage) else self.prose.around(html)

    # After the search of the theme has read the page, wherever it is listed.
    @event_priority(-50)
    def on_page_context(
        self, context: TemplateContext, /, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Let the search know which item the page is."""
        one = self.prose.items.get(page.file.src_uri)
        if isinstance(one, Item):
            complete_entries(config, page, one)
        return context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Look at a site for the public once more, when everybody has written their files."""
        if self.inside:
            prove(Path(config.site_dir), self.inside.redaction)

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Build again when a file of the roadmap or a template changes."""
        for folder in (self.site.project.settings.plugin.roadmap_dir, "overrides"):
            if (self.root / folder).is_dir():
                server.watch(str(self.root / folder))
        return server
