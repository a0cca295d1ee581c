"""A check runs nothing, imports no site builder, and answers hostile files in words."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import MKDOCS_YML, Write
from tests.test_cli_check import CLEAN, STORY, program, run

LEVELS = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
HOSTILE = {
    "a bomb of aliases": ("a0: &a0 [x]\n" + LEVELS, "PM006"),
    "nested brackets": ("a: " + "[" * 100_000, "PM005"),
    "a tag that runs code": ("id: !!python/object/apply:os.system ['touch pwned']\n", "PM007"),
    "more than a megabyte": ("# " + "x" * 1_000_001 + "\n", "PM004"),
    "no YAML at all": ("\x01\x02\x03", "PM003"),
}


@pytest.mark.verifies("US-39.AC-1", "US-39.AC-2", "US-39.AC-3", "US-39.AC-4", "US-39.AC-5")
def test_hostile_files_are_errors_at_a_line_and_the_others_are_checked(write: Write) -> None:
    names = {f"roadmap/{n}.yaml": found for n, found in enumerate(HOSTILE.values())}
    files = {name: text for name, (text, _) in names.items()}
    root = write({**CLEAN, **files, "roadmap/z.yaml": "id: IDEA-1\ntitel: x\n"})
    started = time.perf_counter()
    done = program(root, "check", "--format", "json")
    assert time.perf_counter() - started < 10
    assert (done.returncode, done.stderr) == (1, "")
    found = {(d["path"], d["code"]) for d in json.loads(done.stdout)}
    assert {(name, code) for name, (_, code) in names.items()} <= found
    assert ("roadmap/z.yaml", "PM104") in found
    assert all(d["line"] >= 1 for d in json.loads(done.stdout))
    assert not list(root.rglob("pwned"))
    for style in ("frames", "concise", "github"):
        assert "Traceback" not in run(root, "check", "--format", style).stdout


HOOKED = """\
site_name: !ENV [NAME, Shop]
docs_dir: content
hooks: [hook.py]
theme: {name: material, custom_dir: theme}
markdown_extensions:
  - evil
  - pymdownx.emoji:
      emoji_index: !!python/name:evil.run
      emoji_generator: !!python/object/apply:evil.run [1]
plugins:
  - evil
  - macros: {module_name: evil}
  - pmdocs
"""
EVIL = (
    "from pathlib import Path\nPath('pwned').touch()\n\ndef run(*_):\n    Path('pwned').touch()\n"
)


@pytest.mark.verifies("US-42.AC-2")
def test_a_check_runs_nothing_that_mkdocs_yml_names(write: Write) -> None:
    root = write({**CLEAN, "mkdocs.yml": HOOKED, "hook.py": EVIL, "evil.py": EVIL})
    for command in (["check"], ["schema"], ["new", "idea", "x"]):
        done = program(root, *command, PYTHONPATH=str(root))
        assert done.returncode == 0, done.stderr
    assert not (root / "pwned").exists()


LIST_MODULES = """
import sys
from pmdocs.cli import main
try:
    main({arguments!r}, prog_name="pmdocs")
except SystemExit:
    pass
heavy = {{"mkdocs", "material", "properdocs", "jinja2", "markdown", "nh3", "networkx"}}
print(sorted(heavy & {{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


@pytest.mark.verifies("US-42.AC-1")
@pytest.mark.parametrize("arguments", [["check"], ["show", "US-1"], ["kinds"]])
def test_the_command_line_never_imports_a_site_builder(write: Write, arguments: list[str]) -> None:
    code = LIST_MODULES.format(arguments=arguments)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=write(CLEAN), capture_output=True, text=True, check=False
    )
    assert done.stderr == "[]\n"


def test_the_command_line_asks_no_network(write: Write) -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*_, **__): raise SystemExit('it asked the network')\n"
        "socket.socket.connect = refuse\n"
        "from pmdocs.cli import main\n"
        "main(['check', '--quiet'], prog_name='pmdocs')\n"
    )
    files = {
        **CLEAN,
        "roadmap/i.yaml": "id: IDEA-1\ntitle: x\nlinks: [{title: a, url: https://example.org}]\n",
    }
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=write(files), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xff\xfes\x00i\x00", "mkdocs.yml cannot be read: the file is saved as UTF-16"),
        (
            b"site_name: \xe9\n",
            "mkdocs.yml cannot be read: a sign, perhaps `é`, is not saved as UTF-8",
        ),
        (b"site_name: a\x00\n", "mkdocs.yml cannot be read: a NUL character stands where"),
    ],
)
def test_settings_that_are_no_text_are_a_message(write: Write, data: bytes, words: str) -> None:
    root = write(CLEAN)
    (root / "mkdocs.yml").write_bytes(data)
    done = program(root, "check")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"pmdocs: {words}")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that cannot be read")
def test_settings_that_cannot_be_read_are_a_message(write: Write) -> None:
    root = write(CLEAN)
    (root / "mkdocs.yml").unlink()
    (root / "mkdocs.yml").symlink_to("/proc/self/mem")
    done = program(root, "check")
    assert done.returncode == 2
    assert done.stderr.startswith("pmdocs: mkdocs.yml cannot be read: ")
    assert "Traceback" not in done.stderr


def test_settings_that_are_not_yaml_are_a_finding(write: Write) -> None:
    root = write({**CLEAN, "mkdocs.yml": f"{MKDOCS_YML}extra: [\n"})
    done = run(root, "check", "--format", "concise", "--select", "PM0")
    assert done.returncode == 1
    assert done.stdout.startswith("mkdocs.yml:7:8: error PM001 ")


@pytest.mark.verifies("US-24.AC-1", "US-24.AC-2", "US-24.AC-3")
def test_wrong_settings_are_findings_at_their_lines(write: Write) -> None:
    config = "site_name: x\ndocs_dir: content\nplugins:\n  - pmdocs:\n      fail_n: error\n      nav: 3\n"
    done = run(write({**CLEAN, "mkdocs.yml": config}), "check", "--format", "concise")
    assert (done.returncode, done.stdout.splitlines()) == (
        1,
        [
            "mkdocs.yml:5:7: error PM110 there is no setting `fail_n` (did you mean `fail_on`?)",
            "mkdocs.yml:6:12: error PM110 expected `true` or `false`, not `3`",
        ],
    )


@pytest.mark.verifies("US-40.AC-4")
@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil.example"]
)
def test_an_address_that_runs_a_script_is_an_error_at_the_address(write: Write, url: str) -> None:
    text = f"id: IDEA-1\ntitle: x\nlinks:\n  - {{title: a, url: '{url}'}}\n"
    (found,) = json.loads(run(write({"roadmap/a.yaml": text}), "check", "--format", "json").stdout)
    place = (found["line"], found["column"], found["end_column"])
    assert (found["code"], place) == ("PM108", (4, 21, 23 + len(url)))


@pytest.mark.verifies("US-13.AC-1", "US-13.AC-4")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (STORY.replace("US-1", "US-2") + "status: ready\n", ("PM301", 1, "error")),
        (
            "id: SPR-1\ntitle: t\ngoal: g\nstart: 2027-02-01\nend: 2027-01-01\n",
            ("PM501", 5, "error"),
        ),
    ],
)
def test_what_makes_no_sense_is_a_finding(
    write: Write, text: str, expected: tuple[str, int, str]
) -> None:
    root = write({**CLEAN, "roadmap/x.yaml": text})
    found = json.loads(run(root, "check", "roadmap/x.yaml", "--format", "json").stdout)
    assert expected in [(d["code"], d["line"], d["severity"]) for d in found]
