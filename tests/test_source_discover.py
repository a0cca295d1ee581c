from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pmdocs.diagnostics import Finding
from pmdocs.source.discover import Discovery, discover
from pmdocs.source.place import Disk


@pytest.fixture
def root(tmp_path: Path) -> Path:
    project = tmp_path / "project"
    (project / "docs").mkdir(parents=True)
    (project / "roadmap").mkdir()
    return project


def put(path: Path, data: bytes = b"x\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def look(root: Path) -> Discovery:
    return discover(root, "docs", "roadmap")


def paths(found: Discovery) -> list[str]:
    return [source.path for source in found.sources]


def only(found: Discovery) -> Finding:
    assert len(found.findings) == 1, found.findings
    return found.findings[0]


def test_the_files_of_both_folders_come_in_the_order_of_their_paths(root: Path) -> None:
    names = ("docs/b.md", "docs/a/z.md", "roadmap/x.yaml", "roadmap/y.yml", "docs/C.MD")
    others = ("docs/a.png", "docs/a.yaml", "roadmap/a.md", "docs/.hidden.md", "docs/.git/x.md")
    for name in (*names, *others, "other/x.md"):
        put(root / name)
    found = look(root)
    assert paths(found) == sorted(names)
    assert (found.findings, found.refused) == ((), frozenset())
    assert {source.text for source in found.sources} == {"x\n"}


def test_missing_folders_are_empty(tmp_path: Path) -> None:
    assert look(tmp_path) == Discovery((), (), frozenset())
    assert discover(tmp_path / "nowhere", "docs", "roadmap") == Discovery((), (), frozenset())


def test_one_folder_may_stand_in_the_other(root: Path) -> None:
    put(root / "docs/a.md")
    put(root / "docs/plan/b.yaml")
    (root / "docs/out.png").symlink_to("/etc/hostname")
    found = discover(root, "docs", "docs/plan")
    assert paths(found) == ["docs/a.md", "docs/plan/b.yaml"]
    assert paths(discover(root, ".", "docs/../docs/plan/")) == paths(found)
    assert len(discover(root, "docs", "docs").findings) == 1


def test_a_byte_order_mark_is_dropped_and_windows_line_ends_are_kept(root: Path) -> None:
    put(root / "docs/a.md", b"\xef\xbb\xbf# \xc3\xa9\r\nx\r\n")
    (source,) = look(root).sources
    assert source.text == "# é\r\nx\r\n"


@pytest.mark.parametrize(
    ("data", "message", "where"),
    [
        (b"a\nb: caf\xe9 x\n", "a sign, perhaps `é`, is not saved as UTF-8", (2, 7)),
        (b"\xef\xbb\xbfcaf\xe9", "a sign, perhaps `é`, is not saved as UTF-8", (1, 4)),
        (b"a \xed\xa0\x80", "a sign, perhaps `í`, is not saved as UTF-8", (1, 3)),
        ("abc".encode("utf-16"), "the file is saved as UTF-16, not as UTF-8", (1, 1)),
        ("abcdef".encode("utf-16-le"), "the file is saved as UTF-16, not as UTF-8", (1, 1)),
        ("abcdef".encode("utf-16-be"), "the file is saved as UTF-16, not as UTF-8", (1, 1)),
        (b"a\nbc\x00d and more\n", "a NUL character stands where text should be", (2, 3)),
        (b"a\x1b[31mb", "the control character U+001B stands where text should be", (1, 2)),
        (b"a\xc2\x92b", "the control character U+0092 stands where text should be", (1, 2)),
    ],
)
def test_what_is_no_utf8_is_told_at_its_place(
    root: Path, data: bytes, message: str, where: tuple[int, int]
) -> None:
    put(root / "docs/a.md", data)
    found = look(root)
    finding = only(found)
    assert (finding.code, finding.message) == ("PM003", message)
    assert finding.hint
    assert "save the file as UTF-8" in finding.hint
    assert (finding.span.path, finding.span.start) == ("docs/a.md", where)
    assert not found.sources


def test_a_file_of_over_a_megabyte_is_not_read(root: Path) -> None:
    put(root / "docs/a.md", b"x" * 1_000_001)
    put(root / "docs/b.md", b"x" * 1_000_000)
    found = look(root)
    assert paths(found) == ["docs/b.md"]
    assert only(found).code == "PM004"
    assert only(found).message == "the file is larger than the 1,000,000 bytes that are read"


def test_a_folder_named_like_a_file_is_an_error(root: Path) -> None:
    put(root / "roadmap/x.yaml/y.yaml")
    found = look(root)
    assert (only(found).code, only(found).span.path) == ("PM002", "roadmap/x.yaml")
    assert only(found).message == "this is a folder, where a file should be"
    assert paths(found) == ["roadmap/x.yaml/y.yaml"]


def test_a_file_in_the_place_of_a_folder_is_an_error(tmp_path: Path) -> None:
    put(tmp_path / "docs")
    assert only(look(tmp_path)).message == "this is a file, where a folder should be"


def test_a_file_that_cannot_be_read_is_an_error(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Disk, path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    put(root / "docs/a.md")
    monkeypatch.setattr(Disk, "read", refuse)
    finding = only(look(root))
    assert (finding.code, finding.message) == ("PM002", "this cannot be read: permission denied")


def test_a_file_that_vanishes_meanwhile_is_an_error(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Disk.read

    def vanish(disk: Disk, path: Path) -> bytes:
        path.unlink()
        return read(disk, path)

    put(root / "docs/a.md")
    monkeypatch.setattr(Disk, "read", vanish)
    assert only(look(root)).message == "this cannot be read: no such file or directory"


@pytest.mark.parametrize("name", ["a.md", "a.png", "folder"])
def test_a_link_that_leaves_the_project_is_refused(root: Path, tmp_path: Path, name: str) -> None:
    outside = put(tmp_path / "secret/x.md")
    target = outside.parent if name == "folder" else outside
    (root / "docs" / name).symlink_to(target)
    found = look(root)
    assert only(found).code == "PM011"
    assert only(found).message == "this leads out of the project, and is neither read nor published"
    assert found.refused == {f"docs/{name}"}
    assert not found.sources


@pytest.mark.parametrize("target", ["../../nowhere.md", "/nowhere/x.png"])
def test_a_link_to_nothing_outside_is_refused(root: Path, target: str) -> None:
    (root / "docs/a.md").symlink_to(target)
    found = look(root)
    assert (only(found).code, found.refused) == ("PM011", frozenset({"docs/a.md"}))


def test_a_link_to_nothing_inside_is_refused(root: Path) -> None:
    (root / "docs/a.md").symlink_to("gone.md")
    found = look(root)
    assert (only(found).code, only(found).message) == ("PM002", "this link leads to nothing")
    assert found.refused == {"docs/a.md"}


def test_links_in_a_circle_are_refused(root: Path) -> None:
    (root / "docs/a.md").symlink_to("b.md")
    (root / "docs/b.md").symlink_to("a.md")
    (root / "docs/self").symlink_to("self")
    found = look(root)
    assert {finding.code for finding in found.findings} == {"PM011"}
    assert found.refused == {"docs/a.md", "docs/b.md", "docs/self"}


@pytest.mark.parametrize("target", [".", "..", "../.."])
def test_a_link_to_a_folder_around_it_is_refused(root: Path, target: str) -> None:
    put(root / "docs/deep/a.md")
    (root / "docs/deep/loop").symlink_to(target)
    found = look(root)
    assert only(found).code == "PM011"
    assert only(found).message == "this link leads to a folder that it stands in itself"
    assert found.refused == {"docs/deep/loop"}
    assert paths(found) == ["docs/deep/a.md"]


@pytest.mark.parametrize("target", [".git", ".git/config"])
def test_a_link_to_what_is_hidden_is_refused(root: Path, target: str) -> None:
    put(root / ".git/config")
    (root / "docs/a.txt").symlink_to(root / target)
    found = look(root)
    assert (only(found).code, found.refused) == ("PM011", frozenset({"docs/a.txt"}))


def test_a_link_within_the_project_is_followed_once(root: Path) -> None:
    put(root / "shared/a.md")
    put(root / "docs/real.md")
    (root / "docs/one").symlink_to("../shared")
    (root / "docs/two").symlink_to("../shared")
    (root / "docs/again.md").symlink_to("real.md")
    (root / "docs/b.md").symlink_to("../shared/a.md")
    found = look(root)
    assert not found.findings
    assert len(found.sources) == 2
    assert "docs/real.md" in paths(found)


def test_a_content_folder_that_leaves_the_project_is_refused(root: Path, tmp_path: Path) -> None:
    put(tmp_path / "secret/x.md")
    (root / "link").symlink_to(tmp_path / "secret")
    for folder in ("link", "../secret", str(tmp_path / "secret")):
        found = discover(root, folder, "roadmap")
        assert only(found).code == "PM011"
        assert not found.sources


def test_names_with_odd_characters_work(root: Path) -> None:
    names = ["a b.md", "a#b.md", "it's.md", 'q"q.md', "é\u202f%20.md", "-x.md"]
    for name in names:
        put(root / "docs" / name)
    assert sorted(paths(look(root))) == sorted(f"docs/{name}" for name in names)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system allows no such names")
def test_names_that_cannot_be_shown_are_an_error(root: Path) -> None:
    put(root / "docs/new\nline.md")
    put(Path(os.fsdecode(os.fsencode(root) + b"/docs/caf\xe9.png")))
    found = look(root)
    assert {finding.code for finding in found.findings} == {"PM013"}
    assert [finding.message for finding in found.findings] == [
        "the file name `caf\\xe9.png` holds characters that cannot be shown",
        "the file name `new\\nline.md` holds characters that cannot be shown",
    ]
    assert [finding.span.path for finding in found.findings] == [
        "docs/caf\\xe9.png",
        "docs/new\\nline.md",
    ]
    assert len(found.refused) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_a_pipe_is_refused_and_not_opened(root: Path) -> None:
    for name in ("docs/a.md", "docs/b.png"):
        os.mkfifo(root / name)
    program = (
        "import sys, pathlib; from pmdocs.source.discover import discover;"
        "found = discover(pathlib.Path(sys.argv[1]), 'docs', 'roadmap');"
        "print(*sorted(found.refused), *(f.code for f in found.findings))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(root)],
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
    )
    assert done.stdout.split() == ["docs/a.md", "docs/b.png", "PM002", "PM002"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_a_pipe_that_takes_the_place_of_a_file_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(OSError, match="not a file"):
        Disk(tmp_path).read(tmp_path / "a.md")
