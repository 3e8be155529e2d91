"""One command for a class: what it does, what it leaves, and what it does again."""

import json
import os
import random
import shutil
import signal
import time
from datetime import datetime
from io import StringIO
from multiprocessing import get_context

import nbformat
import pytest
from rich.console import Console

from course.assignment import grade_id, is_by_hand
from course.command_error import CommandError
from course.grading.run import summary
from course.grading.run.group import grade_class
from course.grading.site import Site
from course.i18n import translator
from course.report.scores import class_scores
from tests.command import command
from tests.fixture import NAME
from tests.grading.run.conftest import GOOD, ODD, contents, hand_in


def statuses(run):
    return {one.student: one.status for one in run.done}


def test_a_class_is_graded_as_nbgrader_does_it(klas, site, tmp_path):
    run = grade_class(site(), NAME)
    assert statuses(run) == dict.fromkeys(GOOD, "graded")
    ours = contents(f"sqlite:///{klas.root}/gradebook.db")
    pages = {who: klas.feedback(who) for who in GOOD}
    for step in ("autograded", "feedback"):
        shutil.rmtree(klas.root / step)
    (klas.root / "gradebook.db").unlink()
    klas.run("generate_assignment", NAME, "--force")
    klas.run("autograde", NAME)
    klas.run("generate_feedback", NAME)
    assert ours == contents(f"sqlite:///{klas.root}/gradebook.db")
    assert pages == {who: klas.feedback(who) for who in GOOD}


def test_only_what_changed_is_done_again(klas, site):
    grade_class(site(), NAME)
    released = site().release(NAME).stat().st_mtime_ns
    assert statuses(grade_class(site(), NAME)) == dict.fromkeys(GOOD, "unchanged")
    assert site().release(NAME).stat().st_mtime_ns == released
    (klas.put("bas") / f"{NAME}.ipynb").write_text(json.dumps(klas.carrying(klas.perfect())), "utf-8")
    assert statuses(grade_class(site(), NAME)) == {**dict.fromkeys(GOOD, "unchanged"), "bas": "graded"}
    assert klas.automatic("bas") == klas.automatic("anna")


def test_points_by_hand_give_new_feedback_and_nothing_else(klas, site):
    before = grade_class(site(), NAME)
    assert set(before.waiting) == set(GOOD)
    klas.give("cleo", 0.5)
    run = grade_class(site(), NAME)
    assert statuses(run) == {**dict.fromkeys(GOOD, "unchanged"), "cleo": "feedback"}
    assert set(run.waiting) == set(GOOD) - {"cleo"}


def test_a_corrected_key_grades_everyone_again_and_keeps_points_by_hand(klas, site):
    grade_class(site(), NAME)
    total = klas.give("anna", 1)
    path = klas.root / "solutions" / "nl" / NAME / f"{NAME}.ipynb"
    text = path.read_text("utf-8")
    corrected = text.replace("'mill': 'fact'", "'mill': 'opinion'")
    assert corrected != text
    path.write_text(corrected, "utf-8")
    run = grade_class(site(), NAME)
    assert statuses(run) == dict.fromkeys(GOOD, "graded")
    with klas.gradebook() as book:
        assert total - 1 < book.find_submission(NAME, "anna").score < total


def test_marked_answers_wait_again_only_when_they_changed(klas, site):
    """A file manager looked in, the same work came again, a word of a reason was mended, or all was done again."""
    grade_class(site(), NAME)
    for who in GOOD:
        klas.give(who, 1)
    grade_class(site(), NAME)
    (klas.put("anna") / ".DS_Store").write_bytes(b"finder")
    assert statuses(grade_class(site(), NAME)) == dict.fromkeys(GOOD, "unchanged")
    (klas.put("bas") / "timestamp.txt").write_text("2026-03-02 10:00:00.000000 UTC")
    assert statuses(grade_class(site(), NAME)) == {**dict.fromkeys(GOOD, "unchanged"), "bas": "graded"}
    path = klas.root / "solutions" / "nl" / NAME / f"{NAME}.ipynb"
    text = path.read_text("utf-8")
    reason = next(iter(klas.checks[klas.of_kind("sort")].reasons.values()))
    assert reason in text
    path.write_text(text.replace(reason, f"{reason} Echt."), "utf-8")
    run = grade_class(site(), NAME)
    assert statuses(run) == dict.fromkeys(GOOD, "graded")
    assert not run.waiting
    assert not grade_class(site(), NAME, force=True).waiting
    (klas.put("cleo") / f"{NAME}.ipynb").write_text(json.dumps(klas.carrying(klas.half())), "utf-8")
    assert set(grade_class(site(), NAME).waiting) == {"cleo"}


def test_another_rubric_lets_its_own_answers_wait_and_hides_none(klas, site):
    grade_class(site(), NAME)
    for who in GOOD:
        klas.give(who, 1)
    before = {grade_id(cell): cell for cell in klas.graded("anna").cells}
    path = klas.root / "solutions" / "nl" / NAME / f"{NAME}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    cell = next(one for one in notebook.cells if is_by_hand(one))
    name = grade_id(cell)
    cell.source = cell.source.replace("punt", "heel punt", 1)
    nbformat.write(notebook, path)
    grade_class(site(), NAME)
    assert {who: klas.waiting(who) for who in GOOD} == {who: {name.removesuffix("-open")} for who in GOOD}
    after = next(one for one in klas.graded("anna").cells if grade_id(one) == name)
    assert after.metadata["overtuigen"]["answer"] == before[name].metadata["overtuigen"]["answer"]


def zero_when_late(klas, **given):
    """A course where who is late gets nothing, with the deadline or extension that was `given`."""
    config = klas.root / "nbgrader_config.py"
    line = '\nget_config().LateSubmissionPlugin.penalty_method = "zero"\n'
    if line not in config.read_text():
        config.write_text(config.read_text() + line)
    with klas.gradebook() as book:
        if "deadline" in given:
            book.find_assignment(NAME).duedate = datetime(2026, 3, given["deadline"], 12)
        if "extension" in given:
            book.grant_extension(NAME, "anna", days=given["extension"])
        book.db.commit()


def test_deadline_extension_and_late_policy_count_without_a_new_hand_in(klas, site):
    (klas.put("anna") / "timestamp.txt").write_text("2026-03-02 10:00:00.000000 UTC")

    def late():
        run = grade_class(site(), NAME)
        return statuses(run)["anna"], "omdat je te laat inleverde" in klas.feedback("anna")

    assert late() == ("graded", False)
    zero_when_late(klas, deadline=1)
    assert late() == ("feedback", True)
    assert late() == ("unchanged", True)
    zero_when_late(klas, extension=1)
    assert late() == ("feedback", False)
    zero_when_late(klas, extension=0)
    assert late() == ("feedback", True)
    zero_when_late(klas, deadline=3)
    assert late() == ("feedback", False)


def test_who_is_late_is_told_with_or_without_a_penalty(klas, site):
    (klas.put("anna") / "timestamp.txt").write_text("2026-03-02 10:00:00.000000 UTC")
    grade_class(site(), NAME)
    with klas.gradebook() as book:
        book.find_assignment(NAME).duedate = datetime(2026, 3, 2, 9, 59)
        book.db.commit()
    run = grade_class(site(), NAME)
    assert run.late == {"anna": 60}
    console = Console(width=200, record=True, file=StringIO())
    summary.show(console, run, 1, translator("nl"))
    assert "1 minuut na de inleverdatum" in console.export_text()


def test_late_policy_holds_for_points_by_hand(klas, site):
    (klas.put("anna") / "timestamp.txt").write_text("2026-03-02 10:00:00.000000 UTC")
    zero_when_late(klas, deadline=1)
    grade_class(site(), NAME)
    klas.give("anna", 1)
    grade_class(site(), NAME)
    with klas.gradebook() as book:
        assert [one.total for one in class_scores(book, NAME).participants if one.id == "anna"] == [0]


def test_one_that_fails_does_not_stop_the_class(klas, site):
    (klas.put("eva") / f"{NAME}.ipynb").mkdir()
    run = grade_class(site(), NAME)
    assert statuses(run) == {**dict.fromkeys(GOOD, "graded"), "eva": statuses(run)["eva"]}
    assert statuses(run)["eva"] in ("refused", "failed")
    assert not run.is_complete
    assert next(one.reason for one in run.done if one.student == "eva")
    assert not klas.knows("eva")  # in the gradebook it would count as zero points
    assert "eva" not in run.waiting


def test_a_name_may_have_accents_and_spaces(course):
    hand_in(course, ["anna", ODD])
    run = grade_class(Site(course.root), NAME)
    assert statuses(run) == {"anna": "graded", ODD: "graded"}
    assert course.automatic(ODD) != course.automatic("anna")


def test_the_path_of_a_course_is_a_path_and_no_pattern(generated, tmp_path):
    course = hand_in(
        generated.copied(tmp_path / "a b'c\"d;e&f@g#h%(i)s \u017b\u0142\u0416\u5f20 e\u0301"), ["anna", ODD]
    )
    assert grade_class(Site(course.root), NAME).is_complete
    assert course.feedback(ODD)
    assert (course.root / "gradebook.db").is_file()


@pytest.mark.parametrize("name", ["a[1]", "a*", "a?b", "{a}", "a%41"])
def test_a_path_that_nbgrader_takes_for_a_pattern_is_refused_at_the_start(course, name):
    course.folder = course.folder.rename(course.folder.with_name(name))
    course.root = course.folder / "course"
    before = sorted(course.root.rglob("*"))
    with pytest.raises(CommandError, match="another name"):
        Site(course.root)
    with pytest.raises(RuntimeError, match="ended with"):
        course.run("generate_assignment", NAME, "--force")
    assert [path for path in sorted(course.root.rglob("*")) if path.suffix != ".log"] == before


def test_the_gradebook_learns_the_assignment_by_itself(klas, site):
    (klas.root / "gradebook.db").unlink()
    assert grade_class(site(), NAME).is_complete


def test_a_gradebook_that_was_lost_is_filled_again(klas):
    # As commands: a process that has the gradebook open keeps the file that is gone.
    assert command("course", "grade", NAME, cwd=klas.root).returncode == 0
    before = contents(f"sqlite:///{klas.root}/gradebook.db")
    (klas.root / "gradebook.db").unlink()
    again = command("course", "grade", NAME, cwd=klas.root)
    assert again.returncode == 0, again.stdout
    assert contents(f"sqlite:///{klas.root}/gradebook.db") == before


@pytest.mark.parametrize("name", ["99-bestaat-niet", "../elders", ""])
def test_an_unknown_assignment_is_named_and_nothing_is_left(klas, site, name):
    before = sorted(klas.root.iterdir())
    with pytest.raises(CommandError, match=NAME):
        grade_class(site(), name)
    assert sorted(klas.root.iterdir()) == before


def test_two_runs_at_once_do_not_meet(klas, site):
    def second(done, _total):
        if done == 1:
            with pytest.raises(CommandError, match="being graded"):
                grade_class(Site(klas.root), NAME)

    assert grade_class(site(), NAME, progress=second).is_complete


def run_in_child(root):
    """Start grading in a process of its own."""
    child = get_context("fork").Process(target=lambda: grade_class(Site(root), NAME))
    child.start()
    return child


@pytest.mark.parametrize("kills", [5, pytest.param(500, marks=pytest.mark.slow)])
def test_a_kill_at_any_moment_loses_nothing_and_doubles_nothing(course, kills):
    people = [f"p{number}" for number in range(6)]
    hand_in(course, people)
    began = time.monotonic()
    grade_class(Site(course.root), NAME)
    takes = time.monotonic() - began
    whole = contents(f"sqlite:///{course.root}/gradebook.db")
    pages = {who: course.feedback(who) for who in people}

    moments = random.Random(7)
    for kill in range(kills):
        if kill % 5 == 0:  # from nothing, or the last ones would find everything done
            for step in ("autograded", "feedback"):
                shutil.rmtree(course.root / step, ignore_errors=True)
            (course.root / "gradebook.db").unlink()
            course.run("generate_assignment", NAME, "--force")
        child = run_in_child(course.root)
        time.sleep(moments.uniform(0.05, takes / 2))
        os.kill(child.pid, signal.SIGKILL)
        child.join()
    run = grade_class(Site(course.root), NAME)
    assert run.is_complete
    assert contents(f"sqlite:///{course.root}/gradebook.db") == whole
    assert {who: course.feedback(who) for who in people} == pages
