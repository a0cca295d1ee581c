"""Rules in Python run where somebody allows it, nowhere else, and a mistake in one is a finding."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pmdocs.project.load import load
from pmdocs.rules.catalogue import check
from tests.conftest import Write

RULES = '''\
"""Rules of the tea shop."""
from pathlib import Path
from pmdocs import Finding, Item, Options, Project, Severity, rule

Path("proof.txt").write_text("run")
print("noise while loading")


class Length(Options):
    """How long a title may be."""

    most: int = 10
    """The most characters."""


@rule("TEA-1", "long-title", Severity.WARNING)
def long_title(item: Item, project: Project, options: Length):
    """A title is longer than a phone can show.

    Cut it.
    """
    print("noise while running")
    if len(item.title) > options.most:
        yield Finding(item.at("title"), f"more than {options.most} signs", "cut it")


@rule("TEA-2", "too-many-ideas")
def too_many(project: Project):
    """There are more ideas than anybody reads."""
    ideas = [item for item in project.items.values() if item.kind == "idea"]
    return [Finding(idea.span, "one idea too many", item=idea.id) for idea in ideas[1:]]
'''
SETTINGS = "docs_dir: content\nplugins:\n  - pmdocs:\n      python_rules: [tools/tea.py]\n"
IDEAS = "- {id: IDEA-1, title: short}\n- {id: IDEA-2, title: more than ten signs}\n"
FILES = {"mkdocs.yml": SETTINGS, "tools/tea.py": RULES, "roadmap/a.yaml": IDEAS}


def run(root: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pmdocs", *words]
    env = {**os.environ, **more}
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, env=env)


def told(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(root)
    monkeypatch.setenv("PMDOCS_ALLOW_PYTHON", "1")
    found = check(load(root))
    return [f"{d.span} {d.severity} {d.code} {d.finding.message} | {d.finding.hint}" for d in found]


@pytest.mark.verifies("US-105.AC-1")
def test_rules_of_a_file_are_run_with_the_option(write: Write) -> None:
    root = write(FILES)
    done = run(root, "check", "--allow-python", "--format", "json")
    found = [
        (one["code"], one["item"], one["line"], one["severity"]) for one in json.loads(done.stdout)
    ]
    assert found == [("TEA-2", "IDEA-2", 2, "error"), ("TEA-1", "IDEA-2", 2, "warning")]
    assert done.returncode == 1
    assert (root / "proof.txt").exists()
    assert run(root, "check", PMDOCS_ALLOW_PYTHON="1").stdout.count("TEA-") == 2


@pytest.mark.verifies("US-105.AC-2")
@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "--fix"),
        ("explain",),
        ("list",),
        ("check", "--write-baseline"),
        ("kinds",),
    ],
)
def test_without_it_nothing_of_theirs_is_run(write: Write, words: tuple[str, ...]) -> None:
    root = write(FILES)
    assert run(root, *words).returncode == 0
    assert not (root / "proof.txt").exists()


@pytest.mark.verifies("US-105.AC-2")
def test_without_it_a_finding_says_which_were_not_run_and_why(write: Write) -> None:
    done = run(write(FILES), "check", "--format", "concise")
    assert done.stdout == (
        "mkdocs.yml:4:22: info PM908 2 rules of `tools/tea.py` were not run: that would run a program "
        "(if you trust it, run `pmdocs check --allow-python`, or set `PMDOCS_ALLOW_PYTHON=1`)\n"
    )


@pytest.mark.verifies("US-105.AC-2", "US-105.AC-5")
def test_who_may_not_run_them_may_still_name_them(write: Write) -> None:
    settings = SETTINGS + "      rules: {TEA-1: off, long-title: {most: 3}, PM9999: off}\n"
    ideas = IDEAS.replace("short}", "short}  # pmdocs: ignore[TEA-2]")
    root = write({**FILES, "mkdocs.yml": settings, "roadmap/a.yaml": ideas})
    rows = run(root, "check", "--format", "concise").stdout.splitlines()
    assert [row.split(" ")[2] for row in rows] == ["PM908", "PM110"]
    assert run(root, "check", "--select", "TEA-1").returncode == 0
    assert run(root, "check", "--allow-python", "--select", "TEA-9").returncode == 2


@pytest.mark.verifies("US-105.AC-1")
def test_rules_of_an_installed_package_are_run(
    write: Write, tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = tmp_path_factory.mktemp("site")
    (site / "tea_rules.py").write_text(RULES)
    info = site / "tea_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: tea-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[pmdocs.rules]\ntea = tea_rules\n")
    root = write({**FILES, "mkdocs.yml": "docs_dir: content\nplugins:\n  - pmdocs\n"})
    path = os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")])
    allowed = run(root, "check", "--allow-python", PYTHONPATH=path)
    assert (allowed.stdout.count("TEA-1"), allowed.stdout.count("TEA-2")) == (1, 1)
    refused = run(root, "check", PYTHONPATH=path)
    assert "rules of the package `tea-rules` were not run" in refused.stdout
    assert "TEA-" not in refused.stdout


@pytest.mark.verifies("US-105.AC-5")
def test_settings_and_explain_know_them(write: Write) -> None:
    settings = SETTINGS + "      rules: {TEA-2: off, long-title: {severity: info, most: 30}}\n"
    root = write({**FILES, "mkdocs.yml": settings})
    assert "TEA" not in run(root, "check", "--allow-python").stdout
    wrong = write({**FILES, "mkdocs.yml": settings.replace("most", "mots")})
    done = run(wrong, "check", "--allow-python", "--format", "concise")
    assert "there is no setting `mots` (did you mean `most`?)" in done.stdout
    page = run(root, "explain", "TEA-1", PMDOCS_ALLOW_PYTHON="1").stdout
    assert (
        page.splitlines()
        == [
            "noise while loading",
            "TEA-1 long-title (info here, warning by itself)",
            "",
            "A title is longer than a phone can show.",
            "",
            "Cut it.",
            "",
            "## Options",
            "    most: 10  # The most characters.",
        ][1:]
    )
    assert (
        "TEA-2  off      too-many-ideas"
        in run(root, "explain", "--topic", "python", PMDOCS_ALLOW_PYTHON="1").stdout
    )


HEAD = "from pmdocs import Finding, Item, Project, rule\n"
FAILING = {
    "def f(:\n": "tools/tea.py:2:1 error PM909 `tools/tea.py` cannot be run: SyntaxError",
    "import pmdosc\n": "tools/tea.py:2:1 error PM909 `tools/tea.py` cannot be run: ModuleNotFoundError: No module named 'pmdosc'",
    "raise SystemExit(0)\n": "tools/tea.py:2:1 error PM909 `tools/tea.py` cannot be run: SystemExit: 0",
    "x = 1\n": "mkdocs.yml:4:22 error PM909 `tools/tea.py` cannot be run: ValueError: there is no rule in it",
    '@rule("TEA-1", "a")\ndef check(item: Item, _: Project):\n    yield item.colour\n': "tools/tea.py:4:5 error PM909 the rule `TEA-1` failed at `IDEA-1`: AttributeError",
    '@rule("TEA-1", "a")\ndef check(item: Item, _: Project):\n    yield "x"\n': "tools/tea.py:2:1 error PM909 the rule `TEA-1` failed at `IDEA-1`: TypeError: a rule yields a `Finding`",
    '@rule("TEA-1", "a")\ndef check(project: Project):\n    return 1 / 0\n': "tools/tea.py:4:5 error PM909 the rule `TEA-1` failed: ZeroDivisionError: division by zero",
    '@rule("TEA-1", "a")\ndef check(item: "Story", _: Project):\n    ...\n': "tools/tea.py:2:1 error PM909 `tools/tea.py` cannot be run: TypeError: `Story` is known to type checkers only",
}


@pytest.mark.verifies("US-105.AC-3")
@pytest.mark.parametrize("text", FAILING)
def test_a_mistake_in_a_rule_is_a_finding_at_its_line_and_stops_no_other(
    write: Write, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ideas = "- {id: IDEA-1, title: TODO}\n- {id: IDEA-2, title: t}\n"
    settings = SETTINGS.replace("tea.py", "tea.py, tools/more.py")
    more = (
        HEAD
        + '@rule("TEA-7", "b")\ndef check(item: Item, _: Project):\n    yield Finding(item.span, "seen")\n'
    )
    root = write(
        {
            "mkdocs.yml": settings,
            "tools/tea.py": HEAD + text,
            "tools/more.py": more,
            "roadmap/a.yaml": ideas,
        }
    )
    found = told(root, monkeypatch)
    assert [line for line in found if line.startswith(FAILING[text])], found
    assert [line.split(" ")[2] for line in found if "PM909" not in line] == [
        "TEA-7",
        "PM401",
        "TEA-7",
    ]
    assert len([line for line in found if "PM909" in line]) == 1


@pytest.mark.verifies("US-105.AC-4")
@pytest.mark.parametrize(
    ("code", "name", "message"),
    [
        ("PM301", "a", "`PM301` cannot be the code of a rule: it is not run"),
        ("TEA-1", "vague-criterion", "there is a rule `vague-criterion` already: it is not run"),
        ("ACME-1", "a", "there is a rule `ACME-1` already: it is not run"),
        ("tea", "a", "`tea` cannot be the code of a rule: it is not run"),
    ],
)
def test_a_code_or_name_that_is_taken_is_told(
    write: Write, code: str, name: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = SETTINGS + "      house_rules: [{code: ACME-1, forbid: 'id:XX-1', message: m}]\n"
    text = HEAD + f'\n@rule("{code}", "{name}")\ndef check(item: Item, _: Project):\n    1 / 0\n'
    root = write({"mkdocs.yml": settings, "tools/tea.py": text, "roadmap/a.yaml": IDEAS})
    [line] = told(root, monkeypatch)
    assert line.startswith(f"tools/tea.py:3:1 error PM909 {message} | ")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("tools/none.py", "no such file or directory"),
        ("tools", "it is no Python file"),
        ("../tea.py", "it leads out of the project"),
        ("/etc/tea.py", "it leads out of the project"),
        ("tools/link.py", "it leads out of the project"),
        ("tools/folder.py", "is a directory"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_at_its_setting(
    write: Write, path: str, reason: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = write({**FILES, "mkdocs.yml": SETTINGS.replace("tools/tea.py", path)})
    outside = tmp_path_factory.mktemp("outside") / "evil.py"
    outside.write_text("raise SystemExit\n")
    (root / "tools/link.py").symlink_to(outside)
    (root / "tools/folder.py").mkdir()
    for option in ("--quiet", "--allow-python"):
        done = run(root, "check", option, "--format", "concise")
        assert f"mkdocs.yml:4:22: error PM110 `{path}` cannot be read: {reason}" in done.stdout
        assert not (root / "proof.txt").exists()


def test_the_site_runs_them_only_where_the_environment_says_so(write: Write) -> None:
    root = write({**FILES, "mkdocs.yml": "site_name: x\n" + SETTINGS})
    for allowed in ("", "1"):
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q"],
            cwd=root,
            check=True,
            capture_output=True,
            env={**os.environ, "PMDOCS_ALLOW_PYTHON": allowed},
        )
        assert (root / "proof.txt").exists() is bool(allowed)
        assert ("TEA-1" in (root / "site/health/index.html").read_text("utf-8")) is bool(allowed)
