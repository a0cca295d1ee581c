"""Real builds of the site, a server for them, and a crawler: what the tests of the site share."""

from __future__ import annotations

import atexit
import functools
import http.server
import json
import os
import posixpath
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import yaml

from tests.markup import Page

GOLDENS = Path(__file__).parent / "goldens" / "site"
LIGHTHOUSE = GOLDENS / "lighthouse"
PROGRAMS = Path(sys.executable).parent
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
# The day on which everything happens, so that goldens stay: 2027-02-10.
TODAY = "1802217600"
BELOW = "/team/product/"


# Builds


def run(program: str, folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """Run one of the installed programs in a folder; its exit code and all its output."""
    done = subprocess.run(
        [PROGRAMS / program, *arguments],
        cwd=folder,
        env={**os.environ, **QUIET, "SOURCE_DATE_EPOCH": TODAY, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout


def build(project: Path, *arguments: str, program: str = "mkdocs", **variables: str) -> Path:
    """Build a site with the real program, and give the folder that it is in."""
    start = warm if program == "mkdocs" and hasattr(os, "fork") else functools.partial(run, program)
    code, output = start(project, "build", "-f", "mkdocs.yml", *arguments, **variables)
    assert code == 0, output
    assert "Traceback" not in output, output
    return project / "site"


def warm(folder: Path, *arguments: str, **variables: str) -> tuple[int, str]:
    """As `run` does, but with a copy of an `mkdocs` that is running already."""
    server, log = _warm_server(), folder / "build.log"
    job = {"folder": str(folder), "arguments": arguments, "log": str(log)}
    day = {"SOURCE_DATE_EPOCH": TODAY, **variables}
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(json.dumps({**job, "variables": day}) + "\n")
    server.stdin.flush()
    return int(server.stdout.readline()), log.read_text("utf-8")


@functools.cache
def _warm_server() -> subprocess.Popen[str]:
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.warm"],
        cwd=Path(__file__).parent.parent,
        env={**os.environ, **QUIET},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(server.communicate)
    return server


@functools.cache
def folder() -> Path:
    """A folder that goes away when the tests are over."""
    made = Path(tempfile.mkdtemp(prefix="pmdocs-site-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def lay(name: str, files: dict[str, str], settings: dict[str, Any] | None = None) -> Path:
    """A project of its own, of these files, with settings that are laid over its mkdocs.yml."""
    project = folder() / name
    for path, text in {"mkdocs.yml": BARE, "content/index.md": "# Home\n", **files}.items():
        target = project / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    configure(project, settings or {})
    return project


def configure(project: Path, settings: dict[str, Any]) -> None:
    """Lay settings over those in mkdocs.yml."""
    config = project / "mkdocs.yml"
    if settings:
        merged = {**yaml.safe_load(config.read_text("utf-8")), **settings}
        config.write_text(yaml.safe_dump(merged, sort_keys=False, allow_unicode=True), "utf-8")


@functools.cache
def lighthouse(variant: str = "plain") -> Path:
    """The site of the made-up product, built once for each variant of its settings."""
    return build(lighthouse_project(variant), program=PROGRAM.get(variant, "mkdocs"))


@functools.cache
def lighthouse_project(variant: str) -> Path:
    """A copy of the made-up product, with the settings of a variant."""
    project = folder() / f"lighthouse-{variant}"
    shutil.copytree(LIGHTHOUSE, project)
    configure(project, settings_of(variant))
    return project


BARE = "site_name: Test\ndocs_dir: content\nplugins: [search, pmdocs]\ntheme: {name: material, font: false}\n"


@functools.cache
def port() -> int:
    """A port that was free a moment ago, for sites that know their own address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def settings_of(variant: str) -> dict[str, Any]:
    """What a variant of the made-up product has for settings of its own."""
    words = variant.split("-")
    settings: dict[str, Any] = {}
    if "files" in words:
        settings["use_directory_urls"] = False
    if "below" in words:
        # Instant navigation follows what is in the sitemap, and looks at the port as well.
        settings["site_url"] = f"http://127.0.0.1:{port()}{BELOW}"
    if "instant" in words:
        features = ["navigation.instant", "navigation.footer", "navigation.path", "navigation.tabs"]
        schemes = (("light", "default"), ("dark", "slate"))
        palette = [
            {"media": f"(prefers-color-scheme: {name})", "scheme": scheme}
            for name, scheme in schemes
        ]
        theme = {"name": "material", "font": False, "features": features, "palette": palette}
        settings["theme"] = theme
    return settings


PROGRAM = {"properdocs": "properdocs"}


# Pages


@functools.cache
def page(site: Path, path: str) -> Page:
    """A page of a built site, by its path."""
    file = site / path
    return Page((file / "index.html" if file.is_dir() else file).read_text("utf-8"))


def pages(site: Path) -> Iterator[tuple[str, Page]]:
    """All pages of a built site, with their paths."""
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        yield path, page(site, path)


def broken(site: Path) -> list[str]:
    """The links of all pages that lead to no file or no anchor, when the site is served."""
    wrong = []
    below = BELOW if "below" in site.parent.name else "/"
    for path, one in pages(site):
        if path == "404.html":
            continue
        here = f"http://x{below}{path.removesuffix('index.html')}"
        hrefs = [link["href"] for link in one.links] + one.loaded
        wrong += [f"{path}: {href}" for href in hrefs if not _leads(site, below, here, href)]
    return wrong


def _leads(site: Path, below: str, here: str, href: str) -> bool:
    url = urlsplit(urljoin(here, href))
    if url.scheme not in {"http", "https"} or url.netloc != "x":
        return True
    path = unquote(url.path)
    if not path.startswith(below):
        return False
    inside = path.removeprefix(below)
    if inside == "" or inside.endswith("/"):
        inside = posixpath.join(inside, "index.html")
    if not (site / inside).is_file():
        return False
    anchor = unquote(url.fragment)
    # Some themes write `#__…` for their own switches, and `#` for the top.
    return not anchor or not inside.endswith(".html") or anchor in page(site, inside).ids


def nav_of(html: str) -> str:
    """The part of a page that holds the navigation of the site."""
    found = re.search(r'<nav class="md-nav md-nav--primary.*?\n</nav>', html, re.DOTALL)
    assert found, "no navigation"
    return found[0]


# A server


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this machine, where its settings want it; gives the address of its root."""
    is_below = "below" in site.parent.name
    below = BELOW if is_below else "/"
    handler = functools.partial(_Handler, directory=str(site), below=below)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port() if is_below else 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{below}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, below: str, **others: Any) -> None:
        self.below = below
        super().__init__(*arguments, **others)

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path
        if not inside.startswith(self.below):
            return "/nowhere"
        return super().translate_path("/" + inside.removeprefix(self.below))

    def log_message(self, *_arguments: Any) -> None:
        pass
