"""How builds end, under MkDocs and under ProperDocs, and what `mkdocs serve` does meanwhile."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.site import PROGRAMS, QUIET, build, configure, lay, lighthouse, page, run

ERROR = "id: US-1\ntitle: t\nstatus: ready\nas_a: x\ni_want: y\nso_that: z\n"
WARNING = "id: US-1\ntitle: t\nas_a: x\ni_want: y\n"
CLEAN = "id: RM-1\ntitle: t\noutcome: o\n"
LONGEST_WAIT = 20


def of(name: str, text: str, **settings: str) -> Path:
    return lay(
        f"ends-{name}", {"roadmap/a.yaml": text}, {"plugins": ["search", {"pmdocs": settings}]}
    )


@pytest.mark.verifies("US-31.AC-1")
def test_a_strict_build_fails_on_an_error_and_names_its_place() -> None:
    code, log = run("mkdocs", of("error", ERROR), "build", "--strict")
    assert code == 1
    assert "ERROR   -  pmdocs: roadmap/a.yaml:" in log
    assert "error PM301" in log
    assert "Traceback" not in log


@pytest.mark.verifies("US-31.AC-2")
def test_a_strict_build_of_clean_documents_succeeds() -> None:
    code, log = run("mkdocs", of("clean", CLEAN), "build", "--strict")
    assert (code, "WARNING" in log) == (0, False), log


@pytest.mark.parametrize(
    ("name", "text", "fail_on", "wanted"),
    [
        ("warning-usual", WARNING, "error", 0),
        ("warning-counts", WARNING, "warning", 1),
        ("error-passes", ERROR, "never", 0),
    ],
)
def test_the_settings_say_what_a_strict_build_fails_on(
    name: str, text: str, fail_on: str, wanted: int
) -> None:
    code, log = run("mkdocs", of(name, text, fail_on=fail_on), "build", "--strict")
    assert code == wanted, log
    assert "roadmap/a.yaml:" in log


def test_a_build_that_is_not_strict_succeeds_with_errors() -> None:
    project = of("lax", ERROR)
    assert run("mkdocs", project, "build")[0] == 0
    assert "PM301" in page(project / "site", "health").text


@pytest.mark.verifies("US-28.AC-1", "US-28.AC-2")
def test_the_health_page_lists_every_finding_of_the_check_with_its_place() -> None:
    files = {
        "roadmap/a.yaml": ERROR,
        "roadmap/b.yaml": "- {id: RM-1, title: t, outcome: o, depends_on: RM-9, tilte: x}\n- [\n",
        "content/a/p.md": "# P\n\n[[US-9]] [x](javascript:1)\n",
    }
    project = lay("health", files)
    _, output = run("pmdocs", project, "check", "--format", "concise")
    found = re.findall(
        r"^(\S+?):(\d+):\d+: (?:error|warning|info) (PM\d+) (.*?)(?: \(|$)", output, re.MULTILINE
    )
    assert len(found) >= 4
    article = page(build(project), "health").article
    shown = " ".join(article.text.split())
    assert article.html.count('<li class="pm-finding') == len(found)
    for path, line, code, message in found:
        assert code in shown
        assert f"{path}:{line}" in shown
        assert " ".join(message.replace("`", "").split()) in shown
    for entry in re.findall(r'<li class="pm-finding.*?</li>', article.html, re.DOTALL):
        assert "<a " in entry, entry


@pytest.mark.verifies("US-28.AC-3")
def test_the_health_page_of_clean_documents_says_so() -> None:
    text = page(lighthouse(), "health").article.text
    assert "No rule has anything to say." in text
    assert "pm-finding" not in page(lighthouse(), "health").article.html


@pytest.mark.verifies("US-34.AC-1", "US-34.AC-2")
def test_properdocs_builds_the_same_site() -> None:
    ours, theirs = lighthouse(), lighthouse("properdocs")
    files = {file.relative_to(ours) for file in ours.rglob("*") if file.is_file()}
    assert {file.relative_to(theirs) for file in theirs.rglob("*") if file.is_file()} == files
    assert Path("items/US-1/index.html") in files
    generator = re.compile(r'<meta name="generator".*?>')
    for file in files:
        if file.suffix in {".html", ".json", ".xml", ".css", ".js"}:
            one, other = (
                generator.sub("", (site / file).read_text("utf-8")) for site in (ours, theirs)
            )
            assert one == other, file


def test_a_project_without_settings_of_its_own_is_told_so_without_a_traceback() -> None:
    project = lay("other-name", {})
    (project / "mkdocs.yml").rename(project / "other.yml")
    code, log = run("mkdocs", project, "build", "-f", "other.yml")
    assert code == 1
    assert "Traceback" not in log
    assert "there is no mkdocs.yml" in log


def test_a_wrong_setting_is_found_and_the_site_is_built_all_the_same() -> None:
    project = of("setting", CLEAN, roadmap_dri="x")
    code, log = run("mkdocs", project, "build")
    assert code == 0
    assert "PM110" in log
    assert (project / "site/items/RM-1/index.html").exists()


# `mkdocs serve`


class Preview:
    """A running `mkdocs serve`, looked at over HTTP."""

    def __init__(self, project: Path, root: str) -> None:
        self.project, self.root = project, root

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.root + path, timeout=5) as answer:  # noqa: S310
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, OSError):
            return ""

    def until(self, path: str, holds: Callable[[str], bool]) -> str:
        end = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < end:
            if (html := self.page(path)) and holds(html):
                return html
            time.sleep(0.1)
        raise AssertionError(
            f"{path} did not change within {LONGEST_WAIT} seconds: {self.page(path)}"
        )

    def write(self, path: str, text: str) -> None:
        (self.project / path).write_text(text, "utf-8")


@contextmanager
def previewed(project: Path, program: str = "mkdocs") -> Iterator[Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen(
        [PROGRAMS / program, "serve", "-f", "mkdocs.yml", "-a", address],
        cwd=project,
        env={**os.environ, **QUIET},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        preview = Preview(project, f"http://{address}/")
        preview.until("health/", lambda html: "<h1" in html)
        yield preview
        assert process.poll() is None
    finally:
        process.terminate()
        process.wait(LONGEST_WAIT)


@pytest.mark.verifies("US-30.AC-1", "US-30.AC-2", "US-30.AC-3")
def test_the_preview_follows_the_files_whatever_is_in_them() -> None:
    first = "id: RM-1\ntitle: The first\noutcome: o\n"
    files = {
        "roadmap/a.yaml": first,
        "roadmap/b.yaml": "id: RM-2\ntitle: The second\noutcome: o\n",
        "content/p.md": "# P\n\nRM-1\n",
        "overrides/pmdocs/none.html": "",
    }
    with previewed(lay("preview", files)) as preview:
        assert "The second" in preview.page("items/RM-2/")
        # A link appears at its other end.
        preview.write("roadmap/a.yaml", first + "depends_on: RM-2\n")
        preview.until("items/RM-2/", lambda html: "Blocks" in html and "RM-1" in html)
        preview.write("roadmap/a.yaml", first.replace("The first", "Another title"))
        preview.until("items/RM-1/", lambda html: "Another title" in html)
        assert "Blocks" not in preview.page("items/RM-2/")
        # Broken YAML, and repaired again.
        preview.write("roadmap/a.yaml", "id: RM-1\ntitle: [x\n")
        preview.until("items/RM-1/", lambda html: "cannot be read" in html)
        assert "roadmap/a.yaml:2" in preview.page("items/RM-1/")
        assert "PM001" in preview.page("health/")
        preview.write("roadmap/a.yaml", first)
        preview.until(
            "items/RM-1/", lambda html: "The first" in html and "cannot be read" not in html
        )
        assert "PM001" not in preview.page("health/")
        # Pages, templates and new files.
        preview.write("content/p.md", "# P\n\n[[RM-9]] [[RM-2]]\n")
        preview.until("p/", lambda html: "pm-missing" in html and "items/RM-2/" in html)
        preview.write("roadmap/c.yaml", "id: RM-9\ntitle: New\noutcome: o\n")
        preview.until("p/", lambda html: "pm-missing" not in html)
        preview.write(
            "mkdocs.yml", (preview.project / "mkdocs.yml").read_text("utf-8") + "extra: {a: 1}\n"
        )
        preview.until("items/RM-9/", lambda html: "New" in html)


def test_the_settings_of_a_built_project_are_read_anew() -> None:
    project = of("anew", CLEAN)
    build(project)
    configure(project, {"site_name": "Another name"})
    build(project)
    assert "Another name" in (project / "site/items/RM-1/index.html").read_text("utf-8")
