"""Files beside the pages: scripts, the stylesheet, and what they look up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from pmdocs.site.assets import assets
from pmdocs.site.badges import badges
from pmdocs.site.exports import exports
from pmdocs.site.lookup import lookup

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from pmdocs.site.pages import Site

_log = get_plugin_logger(__name__)


def add_extras(files: Files, config: MkDocsConfig, site: Site) -> None:
    """Publish what the pages load, and let every page load what it cannot do without."""
    index, found = lookup(site)
    told = exports(site, config.site_url or "", config.site_description or "")
    for path, data in (assets() | found | told | dict(badges(site))).items():
        if files.get_file_from_path(path):
            _log.warning("%s is yours already: pmdocs makes no such file", path)
            continue
        files.append(File.generated(config, path, content=data))
    for path in (*assets(), index):
        listed: list[Any] = config.extra_css if path.endswith(".css") else config.extra_javascript
        listed.append(path)
