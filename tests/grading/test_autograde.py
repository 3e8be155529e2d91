"""``nbgrader autograde``: who is graded, what is skipped, and how it ends."""

import json

import pytest

from tests.fixture import NAME


def hand_in(course, who, answers=None, moment=""):
    notebook = course.carrying(course.half() if answers is None else answers)
    (course.put(who) / f"{NAME}.ipynb").write_text(json.dumps(notebook))
    if moment:
        (course.put(who) / "timestamp.txt").write_text(moment)


def graded(course):
    return sorted(path.parent.parent.name for path in course.root.glob(f"autograded/*/{NAME}/{NAME}.ipynb"))


def test_one_alone_can_be_graded(course):
    for who in ("anna", "bas", "an[a]*"):
        hand_in(course, who)
    course.run("autograde", NAME, "--student=bas")
    assert graded(course) == ["bas"]


def test_all_but_some_can_be_graded(course):
    for who in ("anna", "bas", "cleo"):
        hand_in(course, who)
    course.run("autograde", NAME, "--CourseDirectory.student_id_exclude=anna,cleo")
    assert graded(course) == ["bas"]


@pytest.mark.parametrize(
    ("before", "after", "again"),
    [
        ("2026-03-01 12:00:00 UTC", "2026-03-01 12:00:00 UTC", False),
        ("2026-03-01 12:00:00 UTC", "2026-03-01 12:00:01 UTC", True),
        ("2026-03-01 12:00:00 UTC", "2026-03-01T12:30:00+01:00", False),
        ("2026-03-01T12:30:00+01:00", "2026-03-01 12:00:00 UTC", True),
        ("", "", False),
    ],
)
def test_only_what_is_newer_is_graded_again(course, before, after, again):
    hand_in(course, "anna", moment=before)
    course.run("autograde", NAME)
    first = course.automatic("anna")
    hand_in(course, "anna", course.perfect(), after)
    course.run("autograde", NAME)
    assert (course.automatic("anna") != first) is again


def test_force_grades_everything_again_and_keeps_points_by_hand(course):
    hand_in(course, "anna")
    course.run("autograde", NAME)
    given = course.give("anna", 1)
    hand_in(course, "anna", course.perfect())
    course.run("autograde", NAME, "--force")
    with course.gradebook() as book:
        assert book.find_submission(NAME, "anna").score > given
        kept = {one.name: one.manual_score for one in book.find_submission(NAME, "anna").notebooks[0].grades}
    assert kept["birthday-card-open"] == 2
    assert {"birthday-card", "door-poster"} <= course.waiting("anna")  # and somebody looks at them again


def test_who_is_refused_makes_the_command_fail_and_the_rest_is_graded(course, capfd):
    hand_in(course, "cleo")
    course.put("bas")
    hand_in(course, "anna")
    with pytest.raises(RuntimeError, match="ended with 1"):
        course.run("autograde", NAME)
    assert graded(course) == ["anna", "cleo"]
    told = capfd.readouterr().err
    assert "bas: Er zat geen 01-proef.ipynb bij." in told
    assert "Traceback" not in told


def test_what_nobody_thought_of_makes_the_command_fail_and_the_rest_is_graded(course, monkeypatch, capfd):
    from course.grading.one import grade_one

    def fails_for_bas(coursedir, student, assignment):
        if student == "bas":
            raise ZeroDivisionError
        grade_one(coursedir, student, assignment)

    monkeypatch.setattr("course.grading.autograde.grade_one", fails_for_bas)
    for who in ("anna", "bas", "cleo"):
        hand_in(course, who)
    with pytest.raises(RuntimeError, match="ended with 1"):
        course.run("autograde", NAME)
    assert graded(course) == ["anna", "cleo"]
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_nothing_handed_in_is_said(course, capfd):
    with pytest.raises(RuntimeError, match="ended with 1"):
        course.run("autograde", NAME)
    assert "niets ingeleverd" in capfd.readouterr().err


@pytest.mark.parametrize("gone", ["exercises/nl/01-proef/01-proef.ipynb", "gradebook.db"])
def test_an_assignment_that_was_not_generated_is_said_once(course, capfd, gone):
    for who in ("anna", "bas"):
        hand_in(course, who)
    (course.root / gone).unlink()
    with pytest.raises(RuntimeError, match="ended with 1"):
        course.run("autograde", NAME)
    told = capfd.readouterr().err
    assert told.count("nbgrader generate_assignment 01-proef") == 1
    assert "Traceback" not in told
