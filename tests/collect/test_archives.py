"""Archives that lie, explode or point elsewhere. Each of them really is what it says."""

import os
import stat
import struct
import unicodedata
import zipfile
from dataclasses import replace

import pytest

from course.collect.archives import OTHERS, Limits, Unpacking
from tests.zips import zipped

GOOD = ("goed.ipynb", b"{}")
LIMITS = Limits(file=400_000, total=2_000_000, entries=60, inner_archive=100_000, inner_total=800_000,
                inner_entries=20, depth=1, ratio=50, free=100_000)  # fmt: skip


@pytest.fixture
def unpacked(tmp_path):
    """Unpack one archive beside a good file; (what came out, {what did not: why})."""
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / GOOD[0]).write_bytes(GOOD[1])

    def unpack(name, content):
        (tmp_path / "archive" / name).write_bytes(content)
        work = Unpacking(LIMITS)
        work.folder(tmp_path / "archive", tmp_path / "out")
        outside = {path.name for path in tmp_path.iterdir()}
        assert outside == {"archive", "out"}
        out = {
            str(path.relative_to(tmp_path / "out"))
            for path in (tmp_path / "out").rglob("*")
            if path.is_file()
        }
        assert not [path for path in (tmp_path / "out").rglob("*") if path.is_symlink()]
        assert GOOD[0] in out
        return out - {GOOD[0]}, {one.shown: str(one.reason) for one in work.skipped}

    return unpack


@pytest.mark.parametrize("name", ["a.zip", "A.ZIP"])
def test_a_zip_is_unpacked(unpacked, name):
    assert unpacked(name, zipped(GOOD)) == ({f"{name[0]}/{GOOD[0]}"}, {})


@pytest.mark.parametrize("end", OTHERS)
def test_nothing_but_zip_is_read_and_what_to_do_is_said(unpacked, end):
    out, skipped = unpacked(f"klas{end.upper()}", zipped(GOOD))
    assert out == set()
    assert "Download it again as a zip" in skipped[f"klas{end.upper()}"]


def test_another_archive_in_a_zip_is_refused_and_the_rest_is_not(unpacked):
    made = zipped(("Anna/werk.tar.gz", os.urandom(500_000)), ("Bas/werk.zip", zipped(("x.rar", "x"), GOOD)))
    out, skipped = unpacked("a.zip", made)
    assert out == {"a/Bas/werk/goed.ipynb"}
    assert set(skipped) == {"a.zip/Anna/werk.tar.gz", "a.zip/Bas/werk.zip/x.rar"}
    assert all("only zip is read" in reason for reason in skipped.values())


def test_a_zip_in_a_zip_is_unpacked(unpacked):
    assert unpacked("a.zip", zipped(("b.zip", zipped(GOOD)))) == ({"a/b/goed.ipynb"}, {})


def test_what_computers_add_and_what_browsers_put_behind_a_name_does_not_matter(unpacked):
    made = zipped(("__MACOSX/._x.ipynb", "x"), (".DS_Store", "x"), ("x.ipynb.txt", "{}"), ("map/", ""))
    assert unpacked("a.zip", made) == ({"a/x.ipynb"}, {})


@pytest.mark.parametrize(
    "name", ["../weg", "/tmp/weg.ipynb", "a\\weg.ipynb", "C:weg.ipynb", "x/../../weg", "aux"]
)
def test_a_path_to_elsewhere_is_left_out_and_the_rest_is_not(unpacked, name):
    out, skipped = unpacked("a.zip", zipped((name, "x"), GOOD))
    assert out == {"a/goed.ipynb"}
    assert len(skipped) == 1


def test_a_name_with_a_nul_is_left_out(unpacked):
    out, skipped = unpacked("a.zip", zipped(("evilX.ipynb", "x"), GOOD).replace(b"evilX", b"evil\0"))
    assert out == {"a/goed.ipynb"}
    assert len(skipped) == 1


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK])
def test_a_link_or_device_in_a_zip_is_left_out(unpacked, kind):
    info = zipfile.ZipInfo("wachtwoorden.ipynb")
    info.create_system, info.external_attr = 3, (kind | 0o777) << 16
    out, skipped = unpacked("a.zip", zipped((info, "/etc/passwd"), GOOD))
    assert out == {"a/goed.ipynb"}
    assert "link" in skipped["a.zip/wachtwoorden.ipynb"]


def test_a_link_that_later_entries_go_through_leads_nowhere(unpacked):
    link = zipfile.ZipInfo("weg")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    out, skipped = unpacked("a.zip", zipped((link, "/tmp"), ("weg/goed.ipynb", b"{}")))
    assert out == {"a/weg/goed.ipynb"}
    assert list(skipped) == ["a.zip/weg"]


def test_a_bomb_is_stopped_while_reading_and_the_rest_goes_on(unpacked):
    out, skipped = unpacked("a.zip", zipped(("bom.ipynb", bytes(300_000)), GOOD))
    assert out == {"a/goed.ipynb"}
    assert "zip bomb" in skipped["a.zip/bom.ipynb"]


def test_a_bomb_that_lies_about_its_size_is_stopped_too(unpacked):
    made = bytearray(zipped(("bom.ipynb", bytes(300_000)), GOOD))
    told = struct.pack("<L", 300_000)
    assert made.count(told) == 2
    out, skipped = unpacked("a.zip", bytes(made).replace(told, struct.pack("<L", 10)))
    assert out == {"a/goed.ipynb"}
    assert list(skipped) == ["a.zip/bom.ipynb"]


def test_a_file_that_is_too_large_is_left_out(unpacked):
    out, skipped = unpacked("a.zip", zipped(("groot.ipynb", os.urandom(500_000)), GOOD))
    assert out == {"a/goed.ipynb"}
    assert "larger than" in skipped["a.zip/groot.ipynb"]


def test_files_that_lie_over_each_other_are_refused(unpacked):
    made = bytearray(zipped(("a.ipynb", os.urandom(5000)), ("b.ipynb", os.urandom(5000))))
    second = made.index(b"PK\1\2", made.index(b"PK\1\2") + 4)
    made[second + 42 : second + 46] = struct.pack("<L", 100)  # its header inside the first file
    out, skipped = unpacked("a.zip", bytes(made))
    assert out == set()
    assert "over each other" in skipped["a.zip"]


def test_two_files_of_one_name_are_both_left_out(unpacked):
    with pytest.warns(UserWarning, match="Duplicate"):
        made = zipped(("x.ipynb", "1"), ("x.ipynb", "2"), GOOD)
    out, skipped = unpacked("a.zip", made)
    assert out == {"a/goed.ipynb"}
    assert "two files" in skipped["a.zip/x.ipynb"]


def test_too_many_files_are_refused(unpacked):
    out, skipped = unpacked("a.zip", zipped(*((f"{n}.ipynb", "{}") for n in range(100))))
    assert out == set()
    assert "more than 60 files" in skipped["a.zip"]


def test_archives_in_archives_end_somewhere(unpacked):
    deep = zipped(("c.zip", zipped(GOOD)), ("x.ipynb", "{}"))
    out, skipped = unpacked("a.zip", zipped(("b.zip", deep), GOOD))
    assert out == {"a/goed.ipynb", "a/b/x.ipynb"}
    assert list(skipped) == ["a.zip/b.zip/c.zip"]


def test_one_participants_bomb_leaves_the_rest_of_the_class_alone(unpacked):
    many = zipped(*((f"{n}.ipynb", os.urandom(90_000)) for n in range(12)))
    small = zipped(*((f"{n}.txt", "") for n in range(50)))
    out, skipped = unpacked(
        "a.zip", zipped(("bas.zip", many[:99_000]), ("eva.zip", small), ("cas/x.ipynb", "{}"))
    )
    assert out == {"a/cas/x.ipynb"}
    assert set(skipped) == {"a.zip/bas.zip", "a.zip/eva.zip"}


def test_bombs_in_bombs_of_many_files_do_not_use_up_what_the_class_may_have(tmp_path):
    """What is thrown away again counts for whoever sent it, and all archives in their archive together."""
    bomb = zipped(*((f"{n}.ipynb", bytes(300_000)) for n in range(5)))
    nest = zipped(*((f"{n}.zip", bomb) for n in range(20)))
    eva = [(f"eva{n}.zip", nest) for n in range(4)]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(zipped(*eva, ("zoe.zip", zipped(GOOD))))
    work = Unpacking(replace(LIMITS, depth=2))
    work.folder(tmp_path / "in", tmp_path / "out")
    out = {
        path.relative_to(tmp_path / "out").as_posix() for path in tmp_path.glob("out/**/*") if path.is_file()
    }
    assert out == {"a/zoe/goed.ipynb"}
    assert work.written <= len(nest) * 4 + len(zipped(GOOD)) + 2
    refused = {one.shown for one in work.skipped if "Too much" in str(one.reason)}
    assert {f"a.zip/eva{n}.zip/19.zip" for n in range(4)} <= refused  # and are not even read any more


def test_a_password_is_said(unpacked):
    made = bytearray(zipped(("x.ipynb", "{}"), GOOD))
    made[6] |= 1
    made[made.index(b"PK\1\2") + 8] |= 1
    out, skipped = unpacked("a.zip", bytes(made))
    assert out == {"a/goed.ipynb"}
    assert "password" in skipped["a.zip/x.ipynb"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_python_would_unpack_in_one_piece_is_left_out(unpacked, method):
    out, skipped = unpacked("a.zip", zipped(("x.ipynb", bytes(10_000_000)), method=method))
    assert out == set()
    assert "not read" in skipped["a.zip/x.ipynb"]


@pytest.mark.parametrize("written", ["Anaïs.ipynb", "Ana\u0131\u0308s.ipynb"])
def test_a_name_without_the_mark_of_unicode_is_read_anyway(unpacked, written):
    made = bytearray(zipped((written, "{}")))
    made[7] &= ~0x08
    made[made.index(b"PK\1\2") + 9] &= ~0x08  # as macOS does
    assert unpacked("a.zip", bytes(made)) == ({f"a/{unicodedata.normalize('NFC', written)}"}, {})


def test_a_name_in_the_old_characters_is_read(unpacked):
    made = zipped(("Ana_s.ipynb", "{}")).replace(b"Ana_s", "Anaïs".encode("cp437"))
    assert unpacked("a.zip", made) == ({"a/Anaïs.ipynb"}, {})


@pytest.mark.parametrize(
    "content", [b"", b"geen archief", os.urandom(2000), zipped(GOOD)[:-9], zipped(GOOD)[9:]]
)
def test_what_is_no_zip_is_said_and_the_rest_goes_on(unpacked, content):
    out, skipped = unpacked("a.zip", content)
    assert out == set()
    assert "broken" in skipped["a.zip"]


def test_a_file_that_is_damaged_is_left_out(unpacked):
    made = zipped(("x.ipynb", "aaaa"), GOOD, method=zipfile.ZIP_STORED).replace(b"aaaa", b"aaab")
    out, skipped = unpacked("a.zip", made)
    assert out == {"a/goed.ipynb"}
    assert "broken" in skipped["a.zip/x.ipynb"]


def test_a_link_beside_the_archives_is_left_out(tmp_path):
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "x.ipynb").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "archive" / "y.ipynb")
    work = Unpacking()
    work.folder(tmp_path / "archive", tmp_path / "out")
    assert [one.shown for one in work.skipped] == ["x.ipynb", "y.ipynb"]
    assert not (tmp_path / "out").exists()


def test_a_name_is_shown_without_what_a_terminal_would_do_with_it(unpacked):
    _out, skipped = unpacked("a.zip", zipped(("\x1b[2Jx.ipynb", "x")))
    assert list(skipped) == ["a.zip/�[2Jx.ipynb"]
