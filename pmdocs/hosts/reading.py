"""The project of a build, as MkDocs sees it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from pmdocs.errors import PmdocsError
from pmdocs.hosts.refusal import circle_in
from pmdocs.project.load import load

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from pmdocs.project.project import Project


def read_project(root: Path, config: MkDocsConfig) -> Project:
    """Read the project in a folder; what makes a build impossible ends it."""
    try:
        project = load(root, _docs_dir(root, config))
    except PmdocsError as error:
        raise PluginError(f"pmdocs: {error.message} ({error.hint})") from error
    if circle := circle_in(root, project.refused):
        raise PluginError(
            f"pmdocs: {circle} leads back to a folder that it stands in: remove this link,"
            " because it would be followed for ever"
        )
    # MkDocs knows better where files are edited: it fills in what a host is known for.
    repo_url, edit_uri = config.repo_url or "", config.edit_uri or ""
    return replace(
        project, settings=replace(project.settings, repo_url=repo_url, edit_uri=edit_uri)
    )


def _docs_dir(root: Path, config: MkDocsConfig) -> str | None:
    """The content folder that MkDocs found, however it was told, if it lies in the project."""
    docs = Path(config.docs_dir).resolve()
    return docs.relative_to(root).as_posix() if docs.is_relative_to(root) else None
