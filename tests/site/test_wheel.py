import io
import zipfile

from course.site.wheel import Wheel, entry_of


def test_equal_files_make_equal_bytes_in_any_order():
    one = Wheel("a-package", "1.2", {"a/b.pyc": b"1", "a/c.txt": b"2"})
    other = Wheel("a-package", "1.2", {"a/c.txt": b"2", "a/b.pyc": b"1"})
    assert one.packed() == other.packed()
    assert one.file_name == "a_package-1.2-py3-none-any.whl"


def test_what_a_package_says_of_itself_stays():
    wheel = Wheel("p", "1", {"p-1.dist-info/METADATA": b"its own"})
    with zipfile.ZipFile(io.BytesIO(wheel.packed())) as archive:
        assert archive.read("p-1.dist-info/METADATA") == b"its own"
        assert "p-1.dist-info/WHEEL" in archive.namelist()


def test_the_lock_names_the_wheel_by_its_bytes():
    wheel = Wheel("p", "1", {})
    entry = entry_of(wheel, wheel.packed(), "../p.whl")
    assert (entry["name"], entry["file_name"]) == ("p", "../p.whl")
    assert len(str(entry["sha256"])) == 64
