"""One hand-in: it is graded whole or not at all, whatever happens."""

import json
from contextlib import chdir
from multiprocessing import get_context

import pytest

from course.errors import CourseError, RefusedError
from course.grading import one
from course.grading.one import grade_one
from course.grading.run.group import grade_class
from course.grading.site import Site
from tests.fixture import NAME
from tests.grading.run.conftest import contents

STEPS = [
    "released",
    "reader",
    "read_timestamp",
    "_put_answers",
    "same_as",
    "_copy_files",
    "_sign",
    "save",
    "_take_place",
    "put_in_place",
]


def hand_in(course, who, answers, day=1):
    folder = course.put(who)
    (folder / f"{NAME}.ipynb").write_text(json.dumps(course.carrying(answers)))
    (folder / "timestamp.txt").write_text(f"2026-03-{day:02} 12:00:00.000000 UTC")
    (folder / "submission_secret.txt").write_text("a1" * 64)


def grade(course, who="anna"):
    with chdir(course.root):
        grade_one(Site(course.root).coursedir, who, NAME)


def files(course, *steps):
    """Everything that grading left in folders."""
    places = [path for step in steps for path in (course.root / step).rglob("*") if path.is_file()]
    return {str(path.relative_to(course.root)): path.read_bytes() for path in places if path.name[:2] != ".s"}


def state(course):
    return files(course, "autograded", "feedback"), contents(f"sqlite:///{course.root}/gradebook.db")


def test_the_graded_folder_holds_the_answers_and_nothing_else_of_the_hand_in(course):
    hand_in(course, "anna", course.half())
    for file in ("course.py", "course/__init__.py", "data/evil.py", "answers/evil.json", "a/b/c.py"):
        (course.put("anna") / file).parent.mkdir(parents=True, exist_ok=True)
        (course.put("anna") / file).write_text("{}")
    (course.put("anna") / "link.py").symlink_to("/etc/passwd")
    grade(course)
    folder = course.root / "autograded" / "anna" / NAME
    assert {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} == {
        f"{NAME}.ipynb",
        "timestamp.txt",
        "submission_secret.txt",
        *(f"answers/{name}.json" for name in course.half()),
    }


def test_what_the_instructors_notebook_shows_comes_along(course):
    source = course.root / "solutions" / "nl" / NAME
    for file in ("pictures/oven.png", ".hidden/x.png", "notes.md"):
        (source / file).parent.mkdir(exist_ok=True)
        (source / file).write_text("x")
    hand_in(course, "anna", course.half())
    grade(course)
    graded = course.root / "autograded" / "anna" / NAME
    assert (graded / "pictures" / "oven.png").is_file()
    assert not list(graded.rglob("notes.md")) + list(graded.rglob(".hidden"))
    assert course.automatic("anna")["counter-signs"] < 3  # and the author's own answers do not


def test_a_place_that_is_a_link_is_replaced_and_its_target_stays(course):
    target = course.make("elsewhere", "target")
    (target / "kept.txt").write_text("van een ander")
    place = course.make("course", "autograded", "anna") / NAME
    place.symlink_to(target)
    hand_in(course, "anna", course.half())
    grade(course)
    assert not place.is_symlink()
    assert [path.name for path in target.iterdir()] == ["kept.txt"]


def test_who_mailed_gets_what_nbgrader_needs_to_release_feedback(course):
    (course.put("anna") / f"{NAME}.ipynb").write_text(json.dumps(course.carrying(course.half())))
    grade(course)
    folder = course.root / "autograded" / "anna" / NAME
    assert len((folder / "submission_secret.txt").read_text()) == 128
    assert (folder / "timestamp.txt").read_text().endswith(" UTC")


def test_a_check_that_fails_is_told_to_the_instructor_alone(course, monkeypatch):
    monkeypatch.setattr("course.exercise.Exercise.check_record", lambda *_a, **_k: 1 / 0)
    hand_in(course, "anna", course.half())
    assert grade_class(Site(course.root), NAME).is_complete
    assert "ging mis" in course.graded("anna").cells[0].source
    assert "ging mis en leverde" not in course.feedback("anna")
    assert set(course.automatic("anna").values()) == {0}


# A refusal changes nothing ------------------------------------------------------------------------------------


def break_into_a_folder(course):
    (course.put("anna") / f"{NAME}.ipynb").unlink()
    (course.put("anna") / f"{NAME}.ipynb").mkdir()


def break_into_nothing(course):
    (course.put("anna") / f"{NAME}.ipynb").unlink()


def break_into_other_work(course):
    notebook = course.carrying({})
    for cell in notebook.cells:
        cell.source = f"# {cell.source}"
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader["grade_id"] = f"x-{cell.metadata.nbgrader['grade_id']}"
    (course.put("anna") / f"{NAME}.ipynb").write_text(json.dumps(notebook))


@pytest.mark.parametrize("broken", [break_into_a_folder, break_into_nothing, break_into_other_work])
@pytest.mark.parametrize("command", ["course grade", "nbgrader autograde"])
def test_a_refusal_leaves_what_was_graded_before_as_it_was(course, broken, command):
    hand_in(course, "anna", course.half())
    grade_class(Site(course.root), NAME)
    course.give("anna", 0.5)
    grade_class(Site(course.root), NAME)
    before = state(course)
    broken(course)
    if command == "course grade":
        assert [one.status for one in grade_class(Site(course.root), NAME).done] == ["refused"]
    else:
        with pytest.raises(RuntimeError, match="ended with"):
            course.run("autograde", NAME, "--force")
    assert state(course) == before


def test_a_refusal_of_who_is_new_leaves_nothing(course):
    course.put("anna")
    with pytest.raises(RefusedError):
        grade(course)
    assert not (course.root / "autograded").exists()
    assert not course.knows("anna")


def test_without_a_release_the_instructor_hears_what_to_do(course):
    hand_in(course, "anna", course.half())
    (course.root / "exercises" / "nl" / NAME / f"{NAME}.ipynb").unlink()
    with pytest.raises(CourseError, match="nbgrader generate_assignment 01-proef"):
        grade(course)


# A stop at any moment -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def graded_once(generated, tmp_path_factory):
    """Anna's first hand-in is graded; her second is there."""
    course = generated.copied(tmp_path_factory.mktemp("once") / "course")
    hand_in(course, "anna", course.half())
    grade_class(Site(course.root), NAME)
    course.old = state(course)
    hand_in(course, "anna", course.perfect(), day=2)
    after = course.copied(tmp_path_factory.mktemp("twice") / "course")
    grade_class(Site(after.root), NAME)
    course.new = state(after)
    return course


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_a_stop_between_two_steps_leaves_the_old_whole_or_is_made_good(
    graded_once, tmp_path, monkeypatch, step, moment
):
    course = graded_once.copied(tmp_path / "course")
    real = getattr(one, step)

    def stopped(*given, **named):
        if moment == "after":
            real(*given, **named)
        raise KeyboardInterrupt(step)

    with monkeypatch.context() as patched:
        patched.setattr(one, step, stopped)
        with pytest.raises(KeyboardInterrupt, match=step):
            grade(course)
    folders, rows = state(course)
    assert whole(folders) in (whole(graded_once.old[0]), whole(graded_once.new[0]))
    assert rows in (graded_once.old[1], graded_once.new[1])
    assert grade_class(Site(course.root), NAME).is_complete
    assert state(course) == graded_once.new


def whole(folders):
    """The graded work itself; marks say whether a run has finished with it."""
    return {
        name: text for name, text in folders.items() if name.startswith("autograded") and ".made" not in name
    }


def test_what_a_killed_run_was_making_is_thrown_away(course):
    hand_in(course, "anna", course.half())
    left = course.make("course", "autograded", "anna", f".making-{NAME}", "answers")
    (left / "old.json").write_text("{}")
    grade(course)
    assert [path.name for path in (course.root / "autograded" / "anna").iterdir()] == [NAME]
    assert not list((course.root / "autograded").rglob("old.json"))


# Two equal hand-ins at the same moment --------------------------------------------------------------------------


def is_remarked(course, who):
    return any("zelfde moment" in remark for remark in course.graded(who).metadata["overtuigen"]["remarks"])


@pytest.mark.parametrize("moment", ["before", "after"])
@pytest.mark.parametrize("step", [step for step in STEPS if step != "released"])
def test_of_two_equal_hand_ins_at_least_one_is_remarked(course, monkeypatch, step, moment):
    """The second is graded while the first is at this step."""
    hand_in(course, "anna", course.half())
    (course.put("bas") / f"{NAME}.ipynb").write_bytes((course.put("anna") / f"{NAME}.ipynb").read_bytes())
    real = getattr(one, step)
    began = []

    def interrupted(*given, **named):
        found = real(*given, **named) if moment == "after" else None
        if not began:
            began.append(step)
            grade(course, "bas")
        return found if moment == "after" else real(*given, **named)

    monkeypatch.setattr(one, step, interrupted)
    grade(course)
    assert is_remarked(course, "anna") or is_remarked(course, "bas")


def test_of_two_equal_hand_ins_in_two_processes_at_least_one_is_remarked(course):
    fork = get_context("fork")
    for number in range(6):
        pair = [f"{number}-a", f"{number}-b"]
        for who in pair:
            hand_in(course, who, {})
            keep_same(course, who, number)
        barrier = fork.Barrier(2)

        def at_once(who, barrier=barrier):
            barrier.wait()
            grade(course, who)

        children = [fork.Process(target=at_once, args=(who,)) for who in pair]
        for child in children:
            child.start()
        for child in children:
            child.join()
        assert any(is_remarked(course, who) for who in pair)


def keep_same(course, who, number):
    record = {
        "exercise": "birthday-card",
        "kind": "reflect",
        "saved": f"2026-03-01T12:00:00.{number:06}+01:00",
        "answer": {"text": "hetzelfde"},
    }
    folder = course.put(who) / "answers"
    folder.mkdir(exist_ok=True)
    (folder / "birthday-card.json").write_text(json.dumps(record))
