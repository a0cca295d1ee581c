"""mkdocs.yml and what it stands on, as `load` reads them from a folder."""

from __future__ import annotations

from pathlib import Path

from pmdocs.project.load import load

STORY = "id: US-1\ntitle: t\nas_a: a\ni_want: b\nso_that: c\n"


def lay(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def told(root: Path) -> list[str]:
    return [f"{f.span} {f.code} {f.message} | {f.hint}" for f in load(root).problems]


def test_settings_are_inherited_from_a_file_of_the_project(tmp_path: Path) -> None:
    lay(tmp_path, {"mkdocs.yml": "INHERIT: base/all.yml\nsite_name: x\n"})
    base = "docs_dir: pages\nsite_name: y\nplugins:\n  - pmdocs: {roadmap_dir: plan, navv: true}\n"
    lay(tmp_path, {"base/all.yml": base, "plan/a.yaml": STORY, "pages/index.md": "# x\n"})
    project = load(tmp_path)
    assert list(project.items) == ["US-1"]
    assert (project.settings.docs_dir, project.settings.site_name) == ("pages", "x")
    assert told(tmp_path) == [
        "base/all.yml:4:33 PM110 there is no setting `navv` | did you mean `nav`?"
    ]


def test_what_is_inherited_from_elsewhere_is_not_read_and_nothing_is_blamed(
    tmp_path: Path,
) -> None:
    lay(tmp_path, {"base.yml": "docs_dir: pages\n", "x/mkdocs.yml": "INHERIT: ../base.yml\n"})
    lay(tmp_path, {"x/roadmap/a.yaml": STORY + "prd: PRD-1\n", "x/content/index.md": "# x\n"})
    assert told(tmp_path / "x") == []


def test_a_tag_in_the_settings_is_not_obeyed(tmp_path: Path) -> None:
    lay(tmp_path, {"mkdocs.yml": "plugins:\n  - pmdocs:\n      fail_on: !ENV LEVEL\n"})
    assert told(tmp_path) == [
        "mkdocs.yml:3:16 PM110 `!ENV` is not read here | write the value itself"
    ]


def test_pages_in_a_folder_that_nobody_named_are_missed(tmp_path: Path) -> None:
    lay(tmp_path, {"mkdocs.yml": "site_name: x\n", "content/index.md": "# x\n"})
    assert told(tmp_path) == [
        (
            "mkdocs.yml:1:1 PM110 the folder of the pages is `docs`, and there is none"
            " | write `docs_dir: content`"
        )
    ]


def test_a_folder_outside_the_project_is_told_once(tmp_path: Path) -> None:
    lay(tmp_path, {"mkdocs.yml": "plugins:\n  - pmdocs: {roadmap_dir: ../nowhere}\n"})
    assert [line.split(" ")[1] for line in told(tmp_path)] == ["PM110"]


def test_an_item_in_the_wrong_folder_is_told(tmp_path: Path) -> None:
    lay(tmp_path, {"mkdocs.yml": "docs_dir: content\n", "content/a.yaml": STORY})
    lay(tmp_path, {"roadmap/b.md": "---\nid: US-2\n---\n# B\n", "roadmap/README.md": "id: US-3\n"})
    assert told(tmp_path) == [
        (
            "content/a.yaml:1:5 PM112 `US-1` is not read here: YAML files are read in `roadmap/`"
            " | move the file to `roadmap/`"
        ),
        (
            "roadmap/b.md:2:5 PM112 `US-2` is not read here: Markdown pages are read in `content/`"
            " | move the file to `content/`"
        ),
    ]
