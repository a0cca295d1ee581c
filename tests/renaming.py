"""A small product in which one story is named in every way there is."""

from __future__ import annotations

from pathlib import Path

NAMED = {
    "mkdocs.yml": """\
site_name: Test
docs_dir: content
plugins: [search, pmdocs]
theme: {name: material, font: false}
nav:
  - Home: index.md
  - stories/US-12-export.md
  - Old: https://example.org/US-12
""",
    "content/index.md": """\
# Home

See [[US-12]], [[US-12|the story]] and [[US-12.AC-1]]; US-12 alone, (US-12), **US-12**, not US-12x or XUS-12.

[page](items/US-12/) [anchor](items/US-12/#pm-ac-1) [file](stories/US-12-export.md) [photo](US-12-photo.png)
[elsewhere](https://example.org/browse/US-12) https://example.org/US-12 `US-12`

```pmdocs table
where: id:US-12
```

    US-12 indented

```sh
pmdocs show US-12
```
""",
    "content/stories/US-12-export.md": """\
---
title: Export
status: ready
as_a: PER-1
i_want: the plan as a file
so_that: I can send it
---

# Export

## Acceptance criteria

```gherkin
@US-12.AC-1
Scenario: The file
  Given a plan
  When I export it as US-12 says
  Then there is a file
```
""",
    "roadmap/all.yaml": """\
# US-12 is a page.
- {id: PER-1, title: Kim, role: planner, goals: [a plan], pains: [none]}
- id: US-13
  title: "After US-12"   # told in US-12
  as_a: PER-1
  i_want: what follows
  so_that: it goes on
  depends_on: [US-12, 'US-14']
  notes: |
    US-12 comes first, `US-12` is code.
  criteria:
    - {id: AC-1, text: as in US-12.AC-1}
- id: US-14
  title: Third
  as_a: PER-1
  i_want: more
  so_that: it goes on
  depends_on: US-12
  criteria:
    - {id: AC-1, text: more}
""",
    "tests/test_export.py": """\
@pytest.mark.verifies("US-12.AC-1")
def test_US_12_AC_1_is_a_file(): ...


def test_us_12_ac_1_small(): ...


def test_us_12(): ...  # [US-12], https://example.org/US-12
""",
    "features/export.feature": "@US-12.AC-1\nScenario: The file\n",
    "src/code.py": "US_12 = 'US-12'\n",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files as they are, line ends included."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def read(folder: Path) -> dict[str, bytes]:
    """The bytes of all files, but those of git."""
    paths = [path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}
