"""Files are rewritten wholly or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmdocs.cli.files import rewrite
from pmdocs.errors import PmdocsError


def test_line_ends_the_byte_order_mark_and_the_mode_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfid: US-1\r\n")
    path.chmod(0o640)
    rewrite(tmp_path, {"a.yaml": "id: US-2\r\n"})
    assert path.read_bytes() == b"\xef\xbb\xbfid: US-2\r\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("old")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    rewrite(tmp_path, {"b.yaml": "new"})
    assert (tmp_path / "b.yaml").is_symlink()
    assert (tmp_path / "a.yaml").read_text() == "new"


def test_nothing_is_written_when_one_file_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("old")
    with pytest.raises(PmdocsError, match="cannot be written"):
        rewrite(tmp_path, {"a.yaml": "new", "gone/b.yaml": "new"})
    assert (tmp_path / "a.yaml").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]
