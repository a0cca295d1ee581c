"""Who a site is for: which of MkDocs' files are published, and what its navigation names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError

from pmdocs.analysis.proof.public import for_public as proofs_for_public
from pmdocs.errors import PmdocsError
from pmdocs.project.audience import audience_of, for_public
from pmdocs.project.inside import Inside
from pmdocs.site.absent import is_absent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from pmdocs.analysis.proof.book import Proofs
    from pmdocs.project.project import Project
    from pmdocs.site.pages import Site


def shown(project: Project, *, dirty: bool) -> tuple[Project, Inside | None]:
    """The project as its site shows it, and what stays inside if that is for the public."""
    try:
        is_public = audience_of(project) == "public"
    except PmdocsError as error:
        raise PluginError(f"pmdocs: {error.message} ({error.hint})") from error
    if is_public and dirty:
        message = (
            "pmdocs: leave out `--dirty`: it keeps pages of an earlier site, internal ones too"
        )
        raise PluginError(message)
    if is_public:
        return for_public(project), Inside.of(project)
    plugin = project.settings.plugin.model_copy(update={"audience": "internal"})
    return replace(project, settings=replace(project.settings, plugin=plugin)), None


def shown_proofs(proofs: Proofs, project: Project, *, public: bool) -> Proofs:
    """What is proven of a project, as its site shows it."""
    return proofs_for_public(proofs, project) if public else replace(proofs, project=project)


def keep_inside(files: Files, config: MkDocsConfig, inside: Inside) -> Iterator[str]:
    """Take files of the content folder away that must not be published.

    Gives the paths of pages about which nobody can tell, because they were not read.
    """
    pages, docs_dir = inside.project.pages, inside.project.settings.docs_dir
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        path, is_page = f"{docs_dir}/{file.src_uri}", file.is_documentation_page()
        if inside.holds_page(path) if is_page else inside.holds_file(path):
            files.remove(file)
            if is_page and path not in pages:
                yield file.src_uri


def prune(config: MkDocsConfig, site: Site, inside: Inside) -> None:
    """Take out of a navigation what is not there for the public, and sections left empty."""

    def is_gone(address: str) -> bool:
        way = address.lstrip("/")
        absent = is_absent(site.project, site.addresses, way)
        return absent or inside.redaction.leads_inside(address)

    if config.nav is not None:
        config.nav = _pruned(config.nav, is_gone, inside.redaction.text) or []


def _pruned(nav: Any, is_gone: Callable[[str], bool], redact: Callable[[str], str]) -> Any:
    if isinstance(nav, str):
        return None if is_gone(nav) else nav
    if isinstance(nav, list):
        entries = (_pruned(entry, is_gone, redact) for entry in nav)
        return [entry for entry in entries if entry]
    if isinstance(nav, dict):
        named = ((title, _pruned(entry, is_gone, redact)) for title, entry in nav.items())
        return {redact(str(title)): entry for title, entry in named if entry}
    return nav
