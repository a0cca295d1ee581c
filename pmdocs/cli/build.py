"""`pmdocs build`: make the site, for colleagues or for the public."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from pmdocs.project.audience import VARIABLE
from pmdocs.project.load import CONFIG, find_root


@click.command("build")
@click.option(
    "--audience",
    type=click.Choice(["internal", "public"]),
    help="Who the site is for (default: the setting `audience`).",
)
@click.option("--strict", is_flag=True, help="Fail when a document has an error.")
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to write the site into (default: `site`, or what mkdocs.yml says).",
)
def command(audience: str | None, *, strict: bool, site_dir: Path | None) -> None:
    """Make the site, by calling `mkdocs build`.

    With `--audience public` the site leaves out everything that is not marked as
    public. Unlike the other commands, a build runs what mkdocs.yml names: plugins,
    hooks and extensions. The exit code is that of the build.
    """
    # Not with the working folder among the places that Python imports from.
    call = [sys.executable, "-P", "-m", "mkdocs", "build"]
    call += ["--config-file", str(find_root(Path.cwd()) / CONFIG)]
    call += ["--strict"] if strict else []
    call += ["--site-dir", str(site_dir.resolve())] if site_dir else []
    variables = {**os.environ, **({VARIABLE: audience} if audience else {})}
    done = subprocess.run(call, env=variables, check=False)  # noqa: S603 - a fixed program
    sys.exit(done.returncode)
