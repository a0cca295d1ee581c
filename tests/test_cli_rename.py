"""`pmdocs rename` changes an id with all its references, in real projects and repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmdocs.project.load import load
from pmdocs.rules.catalogue import check
from tests.renaming import NAMED, read, write
from tests.site import build
from tests.test_cli_check import program, run
from tests.test_history_branches import commit, git

PAGE = "content/stories/US-12-export.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The product in a repository of its own."""
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path, {**NAMED})
    return tmp_path


def texts(root: Path) -> dict[str, str]:
    return {path: data.decode() for path, data in read(root).items()}


@pytest.mark.verifies("US-111.AC-1")
def test_each_reference_changes_and_nothing_else(root: Path) -> None:
    done = run(root, "rename", "US-12", "US-99")
    assert (done.returncode, done.stderr) == (0, "")
    after = texts(root)
    assert after["roadmap/all.yaml"] == NAMED["roadmap/all.yaml"].replace("US-12", "US-99").replace(
        "`US-99` is code", "`US-12` is code"
    )
    index = after["content/index.md"].splitlines()
    assert index[2].count("US-99") == 6
    assert "not US-12x or XUS-12." in index[2]
    assert index[4] == (
        "[page](items/US-99/) [anchor](items/US-99/#pm-ac-1) "
        "[file](stories/US-99-export.md) [photo](US-12-photo.png)"
    )
    assert index[5] == NAMED["content/index.md"].splitlines()[5]
    assert "where: id:US-99" in index
    assert "    US-12 indented" in index
    assert "pmdocs show US-12" in index
    assert after["src/code.py"] == NAMED["src/code.py"]


@pytest.mark.verifies("US-111.AC-2")
def test_tests_change_in_each_spelling(root: Path) -> None:
    run(root, "rename", "US-12", "US-99")
    after = texts(root)
    assert after["features/export.feature"].startswith("@US-99.AC-1\n")
    assert after["tests/test_export.py"].splitlines() == [
        NAMED["tests/test_export.py"].splitlines()[0].replace("US-12", "US-99"),
        "def test_US_99_AC_1_is_a_file(): ...",
        *("", "", "def test_us_99_ac_1_small(): ...", "", ""),
        "def test_us_12(): ...  # [US-99], https://example.org/US-12",
    ]


@pytest.mark.verifies("US-111.AC-3")
def test_the_file_gets_the_new_name_and_links_to_it_follow(root: Path) -> None:
    run(root, "rename", "US-12", "US-99")
    after = texts(root)
    assert PAGE not in after
    assert after["content/stories/US-99-export.md"].splitlines()[:4] == [
        *("---", "title: Export", "aliases: [US-12]", "status: ready"),
    ]
    assert "  - stories/US-99-export.md\n" in after["mkdocs.yml"]
    assert "https://example.org/US-12" in after["mkdocs.yml"]


@pytest.mark.verifies("US-111.AC-6")
def test_a_dry_run_shows_what_git_can_apply_and_writes_nothing(root: Path) -> None:
    before = read(root)
    shown = run(root, "rename", "US-12", "US-99", "--dry-run")
    assert read(root) == before
    assert shown.stderr.splitlines()[:2] == [
        "`US-12` would become `US-99`",
        "26 places in 6 files:",
    ]
    patch = root.parent / f"{root.name}.diff"
    patch.write_bytes(shown.stdout.encode())
    git(root, "apply", str(patch))
    applied = read(root)
    git(root, "reset", "-q", "--hard")
    git(root, "clean", "-qfd")
    run(root, "rename", "US-12", "US-99")
    assert read(root) == applied != before


@pytest.mark.verifies("US-111.AC-7")
def test_what_was_done_and_what_was_left_is_told(root: Path) -> None:
    done = run(root, "rename", "US-12", "US-99")
    assert done.stdout.splitlines() == [
        "`US-12` is now `US-99`",
        "26 places in 6 files:",
        "  content/index.md                 10 places",
        "  content/stories/US-12-export.md  3 places  → content/stories/US-99-export.md",
        "  features/export.feature          1 place",
        "  mkdocs.yml                       1 place",
        "  roadmap/all.yaml                 7 places",
        "  tests/test_export.py             4 places",
        "Left as it is, please look at it yourself:",
        "  content/index.md:5:93  part of another word or address",
        "  content/index.md:6:40  part of another word or address",
        "  content/index.md:6:67  part of another word or address",
        "  content/index.md:6:74  in code or a comment",
        "  content/index.md:12:5  in code or a comment",
        "  content/index.md:15:13  in code or a comment",
        "  mkdocs.yml:8:30  part of another word or address",
        "  roadmap/all.yaml:10:25  in code or a comment",
        "  tests/test_export.py:8:10  part of another word or address",
        "  tests/test_export.py:8:55  part of another word or address",
        "a file has a new name: run `git add --all` before you commit, or git leaves the file out",
    ]


@pytest.mark.verifies("US-111.AC-5")
def test_the_check_says_the_same_before_and_after(root: Path) -> None:
    assert check(load(root)) == []
    run(root, "rename", "US-12", "US-99")
    assert check(load(root)) == []
    assert load(root).aliases == {"US-12": "US-99"}


@pytest.mark.verifies("US-111.AC-5")
def test_there_and_back_gives_the_same_bytes(root: Path) -> None:
    before = read(root)
    run(root, "rename", "US-13", "US-98", "--no-alias")
    assert load(root).aliases == {}
    # Its number is that of an item on the main branch, which is the same item.
    back = run(root, "rename", "US-98", "US-13", "--no-alias")
    assert (back.stderr, back.returncode) == ("", 0)
    run(root, "rename", "US-12", "US-99")
    run(root, "rename", "US-99", "US-12", "--no-alias")
    assert read(root) == before


def test_an_item_that_is_renamed_back_remembers_the_other_id(root: Path) -> None:
    run(root, "rename", "US-12", "US-99")
    run(root, "rename", "US-99", "US-12")
    assert load(root).aliases == {"US-99": "US-12"}
    assert check(load(root)) == []


def test_former_ids_still_lead_to_the_item_and_so_do_those_of_its_parts(root: Path) -> None:
    old = {"roadmap/old.yaml": "- {id: IDEA-1, title: An idea, notes: 'see US-12.AC-1'}\n"}
    run(root, "rename", "US-12", "US-99")
    run(root, "rename", "US-99", "US-100")
    commit(root, {**old})
    project = load(root)
    assert project.aliases == {"US-12": "US-100", "US-99": "US-100"}
    assert project.present("US-12.AC-1") == "US-100.AC-1"
    assert check(project) == []


def test_a_renamed_id_is_never_given_again(root: Path) -> None:
    run(root, "rename", "US-14", "US-9")
    done = run(root, "new", "story", "Another")
    assert done.stdout.startswith("wrote roadmap/stories/US-15-")


@pytest.mark.verifies("US-111.AC-4")
@pytest.mark.parametrize("audience", ["internal", "public"])
def test_the_site_leads_from_the_old_addresses_to_the_new_one(root: Path, audience: str) -> None:
    run(root, "rename", "US-12", "US-99")
    run(root, "rename", "US-14", "US-97")
    settings = (root / "mkdocs.yml").read_text()
    settings = settings.replace("search, pmdocs", f"search, {{pmdocs: {{audience: {audience}}}}}")
    (root / "mkdocs.yml").write_text(settings)
    for path in ("roadmap/all.yaml", "content/stories/US-99-export.md"):
        text = (root / path).read_text()
        text = text.replace("status: ready", "status: ready\naudience: public")
        (root / path).write_text(
            text.replace("  title: Third", "  title: Third\n  audience: public")
        )
    site = build(root)
    redirects = {
        "items/US-12/index.html": "../../stories/US-99-export/",
        "stories/US-12-export/index.html": "../../stories/US-99-export/",
        "items/US-99/index.html": "../../stories/US-99-export/",
        "items/US-14/index.html": "../../items/US-97/",
    }
    for page, target in redirects.items():
        text = (site / page).read_text()
        assert f'<a href="{target}">' in text
        assert (site / page).parent.joinpath(target, "index.html").is_file()


@pytest.mark.verifies("US-111.AC-6")
def test_a_diff_of_a_file_with_a_byte_order_mark_can_be_applied(root: Path) -> None:
    commit(root, {"roadmap/i.yaml": "\ufeff- {id: IDEA-1, title: an idea}\n"})
    shown = run(root, "rename", "IDEA-1", "IDEA-5", "--dry-run").stdout
    patch = root.parent / f"{root.name}.diff"
    patch.write_bytes(shown.encode())
    git(root, "apply", str(patch))
    assert read(root)["roadmap/i.yaml"].startswith(b"\xef\xbb\xbf- {id: IDEA-5")


def test_line_ends_and_the_byte_order_mark_stay(tmp_path: Path) -> None:
    crlf = {path: text.replace("\n", "\r\n") for path, text in NAMED.items()}
    root = write(tmp_path, {**crlf, "roadmap/all.yaml": "\ufeff" + crlf["roadmap/all.yaml"]})
    run(root, "rename", "US-12", "US-99")
    after = texts(root)
    assert all("\n" not in text.replace("\r\n", "") for text in after.values())
    assert after["roadmap/all.yaml"].startswith("\ufeff# US-99 is a page.\r\n")
    assert "title: Export\r\naliases: [US-12]\r\n" in after["content/stories/US-99-export.md"]


@pytest.mark.verifies("US-111.AC-2")
def test_the_settings_say_where_tests_are_and_what_git_ignores_is_none(root: Path) -> None:
    files = {
        "src/code.py": "def proof(): ...  # US-12\n",
        "mkdocs.yml": NAMED["mkdocs.yml"].replace("pmdocs]", "{pmdocs: {tests: src/}}]"),
        "src/ignored/a.py": "# US-12\n",
        "src/inner/mkdocs.yml": "plugins: [pmdocs]\n",
        "src/inner/a.py": "# US-12 of another product\n",
        ".gitignore": "ignored\n",
    }
    commit(root, {**files})
    before = texts(root)
    run(root, "rename", "US-12", "US-99")
    after = texts(root)
    changed = {path for path in after if "test" in path or "src" in path}
    assert {path for path in changed if after[path] != before[path]} == {"src/code.py"}


def test_a_product_in_a_folder_finds_the_tests_of_its_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    inner = {f"docs/{path}": text for path, text in NAMED.items() if not path.startswith("tests")}
    commit(tmp_path, {**inner, "tests/test_a.py": "# US-12\n"})
    run(tmp_path / "docs", "rename", "US-12", "US-99")
    assert (tmp_path / "tests/test_a.py").read_text() == "# US-99\n"
    # With a second product there, nobody can tell whose tests these are.
    commit(tmp_path, {"other/mkdocs.yml": "plugins: [pmdocs]\n"})
    run(tmp_path / "docs", "rename", "US-99", "US-101")
    assert (tmp_path / "tests/test_a.py").read_text() == "# US-99\n"


def test_it_needs_no_git(tmp_path: Path) -> None:
    root = write(tmp_path, {**NAMED})
    done = program(root, "rename", "US-12", "US-99", PATH=str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert '("US-99.AC-1")\n' in (root / "tests/test_export.py").read_text()
    assert check(load(root)) == []


@pytest.mark.verifies("US-111.AC-5")
@pytest.mark.parametrize(
    "ids", [("US-12", "US-99"), ("US-13", "US-98"), ("US-13.AC-1", "US-13.AC-5")]
)
def test_findings_that_are_known_stay_known(root: Path, ids: tuple[str, str]) -> None:
    story = "# Export\n\nSee [[US-40]].\n"
    text = (root / PAGE).read_text().replace("# Export\n", story)
    (root / PAGE).write_text(
        text.replace("status: ready", "status: ready\nprd: US-13\ncolour: red")
    )
    rows = (root / "roadmap/all.yaml").read_text().replace("as in US-12.AC-1", "it is fast")
    (root / "roadmap/all.yaml").write_text(
        rows.replace("title: Third", "title: Third\n  prd: US-12")
    )
    assert run(root, "check", "--write-baseline").stdout[0] in "56789"
    assert "0 errors, 0 warnings" in run(root, "check").stdout
    before = read(root)
    run(root, "rename", *ids)
    assert "0 errors, 0 warnings" in run(root, "check").stdout
    run(root, "rename", *reversed(ids), "--no-alias")
    assert read(root) == before
