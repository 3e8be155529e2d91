"""What is read of a hand-in; here its secret, with which a participant's list finds the feedback."""

import os

import pytest

from course.grading.submission.parts import MAX_SECRET, SECRET, secret_in


@pytest.mark.parametrize(
    ("content", "is_kept"),
    [
        (b"a1" * 64, True),
        (b"Zm9v+/bar_-=\n", True),  # an exchange of another make
        (b"", False),
        (b"a1", False),
        (b"\xff\xfe" * 100, False),
        (b"../../x and more", False),
        (b"a" * MAX_SECRET, False),
        (b"a1" * 64 + b" " * 1_000_000, False),
    ],
)
def test_a_secret_stays_as_it_is_or_is_none(tmp_path, content, is_kept):
    (tmp_path / SECRET).write_bytes(content)
    assert secret_in(tmp_path) == (content if is_kept else b"")


@pytest.mark.parametrize(
    "make", [os.mkdir, os.mkfifo, lambda path: os.symlink("/dev/zero", path), lambda _path: None]
)
def test_what_is_no_file_is_no_secret(tmp_path, make):
    make(tmp_path / SECRET)
    assert secret_in(tmp_path) == b""
