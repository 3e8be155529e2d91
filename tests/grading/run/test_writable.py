"""What may not be written to is said in one sentence, with its path and what to do, before anything is done."""

import ctypes
import json
import shutil
import sys

import pytest

from course.grading.run.group import grade_class
from course.grading.site import Site
from tests.command import command
from tests.fixture import NAME
from tests.grading.run.conftest import contents

CAPABILITIES, DAC_OVERRIDE = 0x20080522, 1
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="takes a right from root as Linux does")


def without_rights():
    """Permissions hold for root too from here on; for anybody else they already did (`man 2 capset`)."""
    about, held, system = (ctypes.c_uint32 * 2)(CAPABILITIES, 0), (ctypes.c_uint32 * 6)(), ctypes.CDLL(None)
    assert system.capget(about, held) == 0
    held[0] &= ~(1 << DAC_OVERRIDE)  # what is in effect
    assert system.capset(about, held) == 0


def read_only(path):
    path.chmod(0o555 if path.is_dir() else 0o444)


def file_in_its_place(path):
    shutil.rmtree(path)
    path.write_text("no folder")


def kept(root):
    """All files but the log and locks, with what is in them."""
    return {
        path.relative_to(root): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.name != ".nbgrader.log" and path.suffix != ".lock"
    }


@pytest.fixture(scope="module")
def once(handed_in, tmp_path_factory):
    """A class that was graded, with one hand-in that is new."""
    once = handed_in.copied(tmp_path_factory.mktemp("graded") / "class")
    grade_class(Site(once.root), NAME)
    shutil.copytree(once.put("anna"), once.root / "submitted" / "eva" / NAME)
    (once.root / ".nbgrader.log").touch()
    return once


@pytest.fixture
def graded(once, tmp_path):
    graded = once.copied(tmp_path / "class")
    yield graded
    for path in (graded.root, *graded.root.rglob("*")):
        path.chmod(path.stat().st_mode | 0o600)


@pytest.mark.parametrize(
    ("verb", "name"),
    [
        *(
            ("grade", name)
            for name in ("submitted", "autograded", "feedback", "gradebook.db", ".nbgrader.log")
        ),
        ("close", "feedback"),
        ("close", "."),
    ],
)
def test_a_run_that_could_keep_nothing_does_not_begin(graded, verb, name):
    before = kept(graded.root)
    read_only(graded.root / name)
    done = command("course", verb, NAME, cwd=graded.root, before=without_rights)
    assert (done.returncode, done.stdout.strip()) == (2, "")
    assert done.stderr.count("\n") == 1
    assert f"{graded.root / name} is niet te schrijven: er zijn geen rechten voor. Zorg dat" in done.stderr
    assert kept(graded.root) == before


@pytest.mark.parametrize("name", ["autograded", "feedback"])
def test_a_file_where_a_folder_should_be_is_named(graded, name):
    file_in_its_place(graded.root / name)
    done = command("course", "grade", NAME, cwd=graded.root, before=without_rights)
    assert done.returncode == 2
    assert (
        f"{graded.root / name} is niet te schrijven: er staat een bestand waar een map hoort." in done.stderr
    )


@pytest.mark.parametrize("name", ["autograded", "feedback"])
def test_one_participant_whose_folder_is_closed_is_named_and_the_rest_goes_on(graded, name):
    work = graded.carrying(graded.half())
    for who in ("anna", "cleo"):
        (graded.put(who) / f"{NAME}.ipynb").write_text(json.dumps(work))
    before = contents(f"sqlite:///{graded.root}/gradebook.db")
    page = graded.feedback("anna")
    for place in (graded.root / name / "anna" / NAME, graded.root / name / "anna"):
        read_only(place)
    done = command("course", "grade", NAME, cwd=graded.root, before=without_rights)
    told = " ".join(done.stdout.split())
    assert (done.returncode, done.stderr) == (1, "")
    assert "Niet nagekeken: anna" in told
    assert f"{name}/anna/{NAME} is niet te schrijven" in told
    assert "er zijn geen rechten voor" in told
    after = contents(f"sqlite:///{graded.root}/gradebook.db")
    assert after["cleo"] != before["cleo"]
    if name == "autograded":
        assert after["anna"] == before["anna"]
    assert graded.feedback("anna") == page


def test_a_report_needs_no_more_than_its_own_folder(graded):
    read_only(graded.root / "gradebook.db")
    done = command("course", "report", NAME, cwd=graded.root, before=without_rights)
    assert (done.returncode, done.stderr) == (0, "")
    shutil.rmtree(graded.root / "reports")
    read_only(graded.root)
    done = command("course", "report", NAME, cwd=graded.root, before=without_rights)
    assert (done.returncode, done.stdout) == (2, "")
    assert "reports is niet te schrijven: er zijn geen rechten voor." in done.stderr


def test_an_export_that_cannot_be_kept_says_so(graded):
    (graded.root / "grades.csv").write_text("of before")
    for to, why in ((".", "er zijn geen rechten voor"), ("nergens", "de map is er niet")):
        read_only(graded.root)
        done = command("nbgrader", "export", f"--to={to}/grades.csv", cwd=graded.root, before=without_rights)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert f"grades.csv is niet te schrijven: {why}." in done.stderr
    assert (graded.root / "grades.csv").read_text() == "of before"
