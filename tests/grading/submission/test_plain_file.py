import os

import pytest

from course.grading.submission.plain_file import NotPlainError, is_folder, is_plain, kind_of, read_plain


def test_a_file_is_read_up_to_its_limit(tmp_path):
    (tmp_path / "a").write_bytes(b"12345")
    assert read_plain(tmp_path / "a", 3) == b"123"
    assert is_plain(tmp_path / "a")


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda path: path.symlink_to("/etc/passwd"), "link"),
        (lambda path: path.symlink_to(path), "link"),
        (lambda path: path.symlink_to(path.parent), "link"),
        (lambda path: path.symlink_to("/dev/zero"), "link"),
        (lambda path: path.mkdir(), "folder"),
        (os.mkfifo, "special"),
    ],
    ids=["file", "loop", "folder", "zero", "a folder", "a pipe"],
)
def test_nothing_else_is_opened(tmp_path, make, kind):
    path = tmp_path / "path"
    make(path)
    assert kind in str(kind_of(path))
    assert not is_plain(path)
    assert is_folder(path) is (kind == "folder")
    with pytest.raises(NotPlainError, match=kind):
        read_plain(path, 10)


def test_what_is_not_there_is_nothing(tmp_path):
    assert kind_of(tmp_path / "path") is None
    assert kind_of(tmp_path / ("a" * 5_000)) is None
    with pytest.raises(NotPlainError):
        read_plain(tmp_path / "path", 10)
