"""Runs the steps of a composite action as a runner of GitHub does, as far as they are scripts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
PROGRAM = f"""\
#!/bin/sh
PYTHONPATH='{ROOT}' exec '{sys.executable}' -m pmdocs "$@"
"""
# Makes the same environment as Python does, in which what pmdocs needs is installed already: that
# would take a minute, and is the same for every commit.
PYTHON = f"""\
#!/bin/sh
'{sys.executable}' "$@" || exit
for folder in "$RUNNER_TEMP"/pmdocs/lib/python*/site-packages; do
  echo '{sysconfig.get_path("purelib")}' > "$folder/here.pth"
done
"""
# Keeps what it was called with, and answers with files, through a real jq.
GH = """\
#!{python}
import json, os, pathlib, sys
import jq

folder = pathlib.Path(os.environ["GH_FOLDER"])
words = sys.argv[1:]
with (folder / "calls.jsonl").open("a") as file:
    body = [pathlib.Path(w[6:]).read_text() for w in words if w.startswith("body=@")]
    call = {{"words": words, "token": os.environ["GH_TOKEN"], "body": body}}
    print(json.dumps(call), file=file)
answer = folder / ("comments.json" if "graphql" in words else "written.json")
if not answer.exists():
    sys.exit("gh: Resource not accessible by integration (HTTP 403)")
query = words[words.index("--jq") + 1]
for found in jq.compile(query).input_value(json.loads(answer.read_text())).all():
    print(found)
"""


@dataclass
class Run:
    """What came out of a run of the action."""

    codes: dict[str, int] = field(default_factory=dict)
    log: str = ""
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    summary: str = ""

    @property
    def code(self) -> int:
        """The exit code of the step that failed, or 0."""
        return max(self.codes.values(), default=0)


def program(path: Path, text: str) -> Path:
    """A script that can be called."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path


def install(script: str, folder: Path, **told: str) -> Path:
    """Run a script that installs this pmdocs into `folder`, and give the program that it made."""
    # A module of this name must not be taken for that of Python.
    (folder / "venv.py").write_text("raise SystemExit('pwned')")
    python = program(folder / "bin/python", PYTHON)
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONPATH"}
    path = f"{python.parent}:{kept['PATH']}"
    told |= {"PATH": path, "PYTHON": str(python), "RUNNER_TEMP": str(folder)}
    command = ["bash", "-eo", "pipefail", "-c", script]
    subprocess.run(command, cwd=folder, env={**kept, **told}, check=True)
    [file] = (folder / "pmdocs").rglob("site-packages/pmdocs/cli/check.py")
    assert file.read_bytes() == (ROOT / "pmdocs/cli/check.py").read_bytes()
    return folder / "pmdocs/bin/pmdocs"


def not_in_the_manual(inputs: dict[str, dict[str, Any]]) -> list[str]:
    """The inputs that the manual does not explain in their own words."""
    page = (ROOT / "content/manual/ci.md").read_text("utf-8")
    return [n for n, one in inputs.items() if f"| `{n}` | {one['description']} |" not in page]


def value(expression: str, facts: dict[str, str]) -> str:
    """The value of what stands in `${{ … }}`: names, `||`, `&&`, and `==` or `!=` with a word."""
    for option in expression.split("||"):
        values = [_part(part, facts) for part in option.split("&&")]
        if all(values):
            return values[-1]
    return ""


def _part(text: str, facts: dict[str, str]) -> str:
    name, sign, word = re.fullmatch(r"\s*(\S+)\s*(==|!=)?\s*(?:'(.*)')?\s*", text).groups()  # type: ignore[union-attr]
    found = facts.get(name, "")
    if not sign:
        return found
    return "true" if (found == word) is (sign == "==") else ""


def filled(text: str, facts: dict[str, str]) -> str:
    """A text with its expressions replaced."""
    return re.sub(r"\$\{\{(.*?)\}\}", lambda m: value(m[1].strip(), facts), text)


class Runner:
    """A machine with a checkout, on which the steps run one after another."""

    def __init__(self, workspace: Path, temp: Path, **facts: str) -> None:
        self.workspace, self.temp, self.commit = workspace, temp, "abc"
        defaults = {f"inputs.{n}": str(i["default"]) for n, i in ACTION["inputs"].items()}
        self.facts = {**defaults, "github.token": "t0ken", "runner.temp": str(temp)}
        self.facts["inputs.token"] = "t0ken"
        self.facts |= {name.replace("__", "."): text for name, text in facts.items()}
        program(temp / "pmdocs/bin/pmdocs", PROGRAM)
        program(temp / "bin/gh", GH.format(python=sys.executable))

    def run(self, **inputs: str) -> Run:
        """All steps but the installation; what other actions do is left out."""
        facts = self.facts | {f"inputs.{n.replace('_', '-')}": text for n, text in inputs.items()}
        done = Run()
        for step in STEPS:
            if "run" in step and step["name"] != "Install pmdocs" and self._wanted(step, facts):
                self._step(step, facts, done)
                if done.code:
                    break
        return done

    def _wanted(self, step: dict[str, Any], facts: dict[str, str]) -> bool:
        return "if" not in step or bool(value(step["if"], facts))

    def _step(self, step: dict[str, Any], facts: dict[str, str], done: Run) -> None:
        id = step.get("id", step["name"])
        files = {n: self.temp / n.lower() for n in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for path in files.values():
            path.write_text("")
        told = {name: filled(str(text), facts) for name, text in step.get("env", {}).items()}
        ended = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.workspace,
            env={**self._environment(), **{n: str(p) for n, p in files.items()}, **told},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        done.codes[id] = ended.returncode
        done.log += ended.stdout
        done.summary += files["GITHUB_STEP_SUMMARY"].read_text("utf-8")
        lines = files["GITHUB_OUTPUT"].read_text("utf-8").splitlines()
        done.outputs[id] = dict(line.split("=", 1) for line in lines)
        facts |= {f"steps.{id}.outputs.{name}": text for name, text in done.outputs[id].items()}

    def _environment(self) -> dict[str, str]:
        kept = {n: v for n, v in os.environ.items() if not n.startswith(("GITHUB_", "GIT_", "GH_"))}
        return {
            **kept,
            "PATH": f"{self.temp / 'bin'}:{kept['PATH']}",
            "GH_FOLDER": str(self.temp),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_REPOSITORY": "team/product",
            "GITHUB_SERVER_URL": "https://github.example",
            "GITHUB_SHA": self.commit,
        }
