"""What the course panel is told: of the participant's own folder, and of nothing else."""

import json
from datetime import date

import pytest
from nbformat import v4, write

from course.answers import Answers, Record
from course.answers.copy import MIME_TYPE
from course.folders import HAND_INS
from course.server.course_page import GUIDE, Given, course_page
from course.server.files import START_PAGE, CourseFiles

TODAY = date(2026, 11, 30)
LESSON, ASSIGNMENT = (
    "modules/nl/01-wederkerigheid.ipynb",
    "exercises/nl/01-wederkerigheid/01-wederkerigheid.ipynb",
)
CHOICE = "Choose('{0}', 'Welke?', options={{'a': 'A', 'b': 'B'}}, confidence=False)"
CARDS = "Flashcards('{0}', 'Wat?', cards={{'one': ('a', 'b'), 'two': ('c', 'd'), 'three': ('e', 'f')}})"
CHOSEN = {"chosen": ["a"]}


def cells(text, **exercises):
    """A heading, and an exercise for each name."""
    shown = [
        v4.new_code_cell(f"# Oefening\n{code.format(name)}", id=name) for name, code in exercises.items()
    ]
    return [v4.new_markdown_cell(text), *shown]


def put(place, *parts, title="Les"):
    place.parent.mkdir(parents=True, exist_ok=True)
    made = v4.new_notebook(cells=[cell for part in parts for cell in part])
    made.metadata["course"] = {"title": title, "language": "nl", "minutes": {"reading": 3, "exercises": 7}}
    write(made, place)
    return place


def fill_course(folder):
    """A course with a start page, one lesson with its assignment, and the first test."""
    put(folder / START_PAGE, cells("# Welkom", hello=CHOICE), title="Start")
    put(
        folder / LESSON,
        cells("# Wederkerigheid"),
        cells("## Deel 1 · Zie het · 27 minuten\n\n### Kijk", see=CHOICE, seen=CHOICE),
        cells("## Deel 2 · Doe het · 28 minuten", do=CHOICE),
        cells("## Meer oefenen", deck=CARDS),
        cells("## Bronnen"),
        title="Wederkerigheid",
    )
    put(folder / ASSIGNMENT, cells("### Opdracht 1 · Kies (3 punten)", own=CHOICE))
    put(folder / "exercises/nl/00-begintoets/00-begintoets.ipynb", cells("## De vragen", asked=CHOICE))
    return folder


@pytest.fixture
def root(tmp_path):
    return fill_course(tmp_path / "overtuigen")


def page(root, everything=False, today=TODAY):
    return course_page(Given(CourseFiles(root_dir=str(root), everything=everything)), today)


def answer(root, name, given=CHOSEN, kind="choose", place=LESSON):
    Answers((root / place).parent / "answers").save(name, kind, given)


def counts(told, at=1):
    return [(part["title"], part["done"], part["total"]) for part in told["lessons"][at]["parts"]]


def test_the_parts_of_a_lesson_are_counted_as_they_are_done(root):
    first = page(root)
    assert [one["path"] for one in first["lessons"]] == [START_PAGE, LESSON]
    assert counts(first) == [("Deel 1 · Zie het", 0, 2), ("Deel 2 · Doe het", 0, 1), ("Meer oefenen", 0, 1)]
    assert [part["minutes"] for part in first["lessons"][1]["parts"]] == [27, 28, 0]
    assert first["next"] is None
    answer(root, "see")
    told = page(root)
    assert counts(told)[0] == ("Deel 1 · Zie het", 1, 2)
    assert (told["next"]["path"], told["next"]["cell"]) == (LESSON, "seen")


def test_what_is_passed_over_comes_after_the_end_of_the_course_and_extra_practice_never(root):
    put(root / "modules/nl/02-commitment.ipynb", cells("## Deel 1 · Zie het · 27 minuten", then=CHOICE))
    for name in ("seen", "do"):
        answer(root, name)
    assert page(root)["next"]["cell"] == "then"
    answer(root, "then")
    assert page(root)["next"]["path"] == START_PAGE
    answer(root, "hello")
    assert page(root)["next"]["cell"] == "see"
    answer(root, "see")
    assert page(root)["next"] is None


def test_after_an_assignment_comes_the_lesson_that_follows_its_own(root):
    put(root / "modules/nl/02-commitment.ipynb", cells("## Deel 1 · Zie het · 27 minuten", then=CHOICE))
    put(root / ASSIGNMENT, cells("### Opdracht 1", own=CHOICE), cells("### Opdracht 2", other=CHOICE))
    answer(root, "see")
    answer(root, "other", place=ASSIGNMENT)
    assert page(root)["next"]["cell"] == "own"  # it is handed in
    answer(root, "own", place=ASSIGNMENT)
    assert page(root)["next"]["cell"] == "then"


def test_a_test_that_stands_in_two_places_is_done_once(root):
    """The first test stands on the start page, and in an assignment for a class."""
    put(root / START_PAGE, cells("# Welkom", asked=CHOICE), title="Start")
    answer(root, "asked", place=START_PAGE)
    told = page(root)
    assert counts(told, at=0) == [("Welkom", 1, 1)]
    first, own = told["assignments"]
    assert [(task["id"], task["state"]) for task in first["tasks"]] == [("asked", "open")]  # not handed in
    assert (first["in_lesson"], own["in_lesson"]) == (1, 0)


def test_cards_come_back_on_their_day(root):
    boxes = {
        "one": {"box": 2, "due": "2026-11-29"},
        "two": {"box": 3, "due": "2026-11-30"},
        "three": {"box": 3, "due": "2026-12-01"},
    }
    answer(root, "deck", {"boxes": boxes}, "flashcards")
    lesson = page(root)["lessons"][1]
    assert (lesson["due"], lesson["cards"]) == (2, "deck")
    assert page(root, today=date(2026, 11, 1))["lessons"][1]["due"] == 0


def test_of_an_assignment_it_says_what_is_open(root):
    (_test, one) = page(root)["assignments"]
    assert [(task["title"], task["state"]) for task in one["tasks"]] == [("Opdracht 1 · Kies", "open")]
    answer(root, "own", place=ASSIGNMENT)
    assert page(root)["assignments"][1]["tasks"][0]["state"] == "done"


def test_an_assignment_that_was_fetched_goes_before_the_one_in_the_course(root):
    """In a home folder, say, with the course in a folder of its own."""
    put(root.parent / "01-wederkerigheid/01-wederkerigheid.ipynb", cells("### Opdracht 1", own=CHOICE))
    answer(root.parent, "own", place="01-wederkerigheid/01-wederkerigheid.ipynb")
    one = page(root.parent)["assignments"][1]
    assert (one["path"], one["tasks"][0]["state"]) == (
        "01-wederkerigheid/01-wederkerigheid.ipynb",
        "done",
    )


def test_the_newest_of_disk_and_copy_counts(root):
    notebook = json.loads((root / LESSON).read_text())
    cell = next(cell for cell in notebook["cells"] if cell["id"] == "see")
    copy = Record.made("see", "choose", CHOSEN).data()
    cell["outputs"] = [{"output_type": "display_data", "data": {MIME_TYPE: copy}, "metadata": {}}]
    (root / LESSON).write_text(json.dumps(notebook))
    assert counts(page(root))[0][1] == 1


@pytest.mark.parametrize("content", ["", "[", "5", '{"exercise": "other"}', "[" * 100_000, "\0"])
def test_an_answer_that_cannot_be_read_is_open_and_stays_where_it_is(root, content):
    answer(root, "see")
    file = root / "modules/nl/answers/see.json"
    file.write_text(content)
    assert counts(page(root))[0][1] == 0
    assert [path.name for path in file.parent.iterdir()] == ["see.json"]
    assert file.read_text() == content


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[]", '{"metadata": 5, "cells": 5}', '{"metadata": {}, "cells": [5]}', "[" * 100_000],
)
def test_a_notebook_that_cannot_be_read_is_left_out(root, content):
    (root / LESSON).write_text(content)
    assert [one["path"] for one in page(root)["lessons"]] == [START_PAGE]


def test_nothing_is_run_and_other_code_is_no_exercise(root, tmp_path):
    ran = tmp_path / "ran"
    put(root / LESSON, cells("## Deel", see=f"open({str(ran)!r}, 'w') or Choose('{{0}}')"))
    answer(root, "see")
    assert counts(page(root)) == [("Deel", 0, 1)]
    assert not ran.exists()


def test_what_lies_elsewhere_is_not_told(root, tmp_path):
    """A link is followed by nobody: not to a notebook or to answers outside, nor to a file of answers."""
    other = fill_course(tmp_path / "elsewhere")
    answer(other, "see")
    (root / "modules/nl/answers").symlink_to(other / "modules/nl/answers")
    assert [one["path"] for one in page(root)["lessons"]] == []
    (root / "modules/nl/answers").unlink()
    (root / "modules/nl/answers").mkdir()
    (root / "modules/nl/answers/see.json").symlink_to(other / "modules/nl/answers/see.json")
    assert counts(page(root))[0][1] == 0
    (root / LESSON).unlink()
    (root / LESSON).symlink_to(other / LESSON)
    assert [one["path"] for one in page(root)["lessons"]] == [START_PAGE]


@pytest.mark.parametrize("folder", [*sorted(HAND_INS), ".hidden", "Submitted"])
def test_a_folder_with_hand_ins_or_a_hidden_one_is_no_course(tmp_path, folder):
    fill_course(tmp_path / folder)
    assert page(tmp_path) == {}
    (tmp_path / "link").symlink_to(tmp_path / folder)
    assert page(tmp_path) == {}


def test_a_hand_in_linked_into_the_course_is_not_told(root):
    place = put(root / "submitted/anna/01-wederkerigheid/01-wederkerigheid.ipynb", cells("# Les", own=CHOICE))
    (root / "modules/nl/02-commitment.ipynb").symlink_to(place)
    (root / "02-x").symlink_to(place.parent)
    assert [one["path"] for one in page(root)["lessons"]] == [START_PAGE, LESSON]


def test_the_course_may_stand_in_a_folder_of_what_is_opened(root):
    told = page(root.parent)
    assert told["lessons"][1]["path"] == f"overtuigen/{LESSON}"
    assert told["assignments"][1]["path"] == f"overtuigen/{ASSIGNMENT}"


def test_where_no_course_is_nothing_is_told(tmp_path):
    assert page(tmp_path) == {}


def test_the_guide_is_for_instructors_alone(root):
    (root / GUIDE).parent.mkdir()
    (root / GUIDE).write_text("# Voor begeleiders")
    participant, instructor = page(root), page(root, everything=True)
    assert (participant["instructor"], participant["guide"]) == (False, "")
    assert (instructor["instructor"], instructor["guide"]) == (True, GUIDE)
