"""Closing an assignment and opening it again, in real nbgrader: what feedback tells at each moment."""

from __future__ import annotations

import shutil

import pytest

from tests.command import command
from tests.grading.course import Course, Text, plain
from tests.model_answers import keep, strings_in

WHO = ["anna", "cleo"]
"""One answers everything as the model does, the other half of it and part of that wrong."""


@pytest.fixture(scope="module")
def klas(generated: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A class whose open answers are marked."""
    course = generated.copied(tmp_path_factory.mktemp("closing") / "course")
    for who, answers in zip(WHO, (course.perfect(), course.half()), strict=True):
        keep(answers, course.checks, course.put(who) / "answers")
    command("course", "grade", course.name, cwd=course.root)
    course.totals = {who: course.give(who, 1) for who in WHO}
    return course


def made_by_nbgrader(course: Course) -> dict[str, str]:
    """What everybody reads after ``nbgrader generate_feedback``, without spaces."""
    course.run("generate_feedback", course.name, "--force")
    return read(course)


def read(course: Course) -> dict[str, str]:
    return {who: Text(course.feedback(who)).text for who in WHO}


def told_by(course: Course, seen: str, who: str) -> dict[str, bool]:
    """Whether a page tells the reasons, the parts that were missed, and the texts of the models."""
    answers = course.perfect() if who == "anna" else course.half()
    results = [check.result(answers[name]) for name, check in course.checks.items() if check.points]
    items = [item for result in results for item in result.items]
    models = [words for check in course.checks.values() for words in strings_in(check.model) if " " in words]
    whys = {reason for check in course.checks.values() for reason in (check.reasons or {}).values()}
    missed = [item.label for item in items if item.verdict == "missed"]
    assert missed or who == "anna"
    return {
        "reasons": _all_or_none(whys, seen),
        "missed": _all_or_none(missed, seen) if missed else False,
        "models": _all_or_none(models, seen),
    }


def _all_or_none(texts, seen: str) -> bool:
    found = {plain(text) in seen for text in texts}
    assert len(found) == 1, [text for text in texts if plain(text) not in seen]
    return found.pop()


OPEN = {"reasons": False, "missed": False, "models": False}
CLOSED = {"reasons": True, "missed": True, "models": True}


def test_an_assignment_is_closed_and_opened_again(klas):
    before = made_by_nbgrader(klas)
    assert told_by(klas, before["cleo"], "cleo") == OPEN
    assert plain("Redenen en modelantwoorden komen als je begeleider de opdracht sluit.") in before["cleo"]
    assert plain("Er ontbreekt nog") in before["cleo"] or plain("Er ontbreken nog") in before["cleo"]

    done = command("course", "close", klas.name, cwd=klas.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Gesloten: feedback geeft nu alle redenen" in done.stdout
    assert [path.name for path in klas.root.glob(".closed*")] == [f".closed-overtuigen-{klas.name}"]
    closed = read(klas)
    assert told_by(klas, closed["cleo"], "cleo") == CLOSED
    assert told_by(klas, closed["anna"], "anna") == {**CLOSED, "missed": False}
    assert made_by_nbgrader(klas) == closed

    done = command("course", "reopen", klas.name, cwd=klas.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Weer open" in done.stdout
    assert list(klas.root.glob(".closed*")) == []
    assert read(klas) == before
    with klas.gradebook() as book:
        found = {who: book.find_submission(klas.name, who) for who in WHO}
        assert {who: one.score for who, one in found.items()} == klas.totals
        assert not any(one.needs_manual_grade for one in found.values())


def test_closing_makes_new_feedback_and_grades_nothing_anew(klas):
    command("course", "grade", klas.name, cwd=klas.root)
    told = " ".join(command("course", "close", klas.name, cwd=klas.root).stdout.split())
    assert f"{klas.name}: 2 deelnemers, 2 alleen nieuwe feedback" in told
    told = " ".join(command("course", "close", klas.name, cwd=klas.root).stdout.split())
    assert "2 ongewijzigd" in told
    command("course", "reopen", klas.name, cwd=klas.root)


def test_a_copy_of_the_course_with_its_hidden_file_is_closed_too(klas, tmp_path):
    command("course", "close", klas.name, cwd=klas.root)
    there = tmp_path / "course"
    shutil.copytree(klas.root, there, ignore=shutil.ignore_patterns("feedback"))
    assert (there / f".closed-overtuigen-{klas.name}").exists()
    command("course", "reopen", klas.name, cwd=klas.root)
    command("course", "grade", klas.name, cwd=there)
    page = (there / "feedback" / "cleo" / klas.name / f"{klas.name}.html").read_text("utf-8")
    assert told_by(klas, Text(page).text, "cleo") == CLOSED


def test_an_assignment_that_does_not_exist_is_not_closed(klas):
    done = command("course", "close", "99-bestaat-niet", cwd=klas.root)
    assert done.returncode == 2
    assert "bestaat niet" in done.stderr
    assert list(klas.root.glob(".closed*")) == []
