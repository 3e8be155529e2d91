"""When something was handed in: what the course saw for itself, and what a participant may have written."""

import os
import shutil
from contextlib import chdir
from datetime import UTC, datetime

import pytest

from course.grading.one import grade_one
from course.grading.site import Site
from course.grading.submission.moment import is_noted
from tests.fixture import NAME

CLAIM = "2021-01-01 12:00:00.000000 UTC"


def now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f} UTC"


def by_hand(course, who, moment=CLAIM):
    (course.put(who) / f"{NAME}.ipynb").write_bytes(course.notebook)
    (course.put(who) / "timestamp.txt").write_text(moment)


def is_told(course, who):
    """Whether the instructor reads in the graded notebook that the moment is not the course's own."""
    with chdir(course.root):
        grade_one(Site(course.root).coursedir, who, NAME)
    remarks = course.graded(who).metadata["overtuigen"]["remarks"]
    return any(
        "niet zelf gezien" in one and course.text(who, "timestamp.txt").decode()[:19] in one
        for one in remarks
    )


def test_a_claimed_moment_in_a_folder_that_was_put_there_is_told(course):
    by_hand(course, "anna")
    assert is_told(course, "anna")
    assert "niet zelf gezien" in course.graded("anna").cells[0].source
    assert course.graded("anna").cells[0].metadata["overtuigen"]["private"]  # and not the participant


def test_the_moment_of_what_the_course_collected_is_believed(course):
    course.hand_in("bas", now())
    course.download("a.zip", {f"1-2 - Anna - 3 mrt. 2026 1345/{NAME}.ipynb": course.notebook})
    course.collect()
    assert not is_told(course, "bas")
    assert not is_told(course, "Anna-1")
    course.collect()  # nothing changes the second time
    assert not is_told(course, "bas")


def test_a_claimed_moment_on_the_exchange_is_told_at_every_run(course):
    course.hand_in("bas", CLAIM)
    course.collect()
    assert is_told(course, "bas")


def test_a_moment_goes_with_the_work_that_it_was_given_for(course):
    """Who handed in on time has the files of that, and may mail them with other work later."""
    course.hand_in("bas", now())
    course.collect()
    (course.submitted / "bas" / NAME / f"{NAME}.ipynb").write_bytes(course.notebook + b" ")
    assert is_told(course, "bas")


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: os.symlink("/dev/zero", path)])
def test_whatever_stands_in_the_place_of_a_note_is_none(course, make):
    course.hand_in("bas", now())
    course.collect()
    note = course.submitted / ".collected" / "moments" / NAME / "bas"
    note.unlink()
    make(note)
    assert not is_noted(course.submitted, "bas", NAME)
    shutil.rmtree(note.parent)
