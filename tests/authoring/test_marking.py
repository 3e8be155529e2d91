"""The page to mark by, and the page with the minutes: they say what the texts say."""

import re
from pathlib import Path

import pytest

from course.authoring import marking, timetable
from course.authoring.block import Line
from course.authoring.rubric import ladder
from tests.texts import TEXTS

ROOT = Path(__file__).parents[2]
LINES = [
    (one.exercise.id, line)
    for text in TEXTS
    if text.is_assignment
    for one in text.exercises
    if one.block.by_hand
    for line in one.block.by_hand.rubric
]


@pytest.mark.parametrize(("exercise", "line"), LINES, ids=lambda one: one if isinstance(one, str) else "")
def test_each_line_that_a_person_marks_says_what_nothing_and_all_look_like(exercise, line):
    _, _, steps = ladder(line)
    told = [points for points, _ in steps if points]
    rungs = ["0", "½", "1"] if line.points == 1 else ["0", "1", "2"]
    assert told == rungs * (len(told) // 3)
    assert told


def test_a_line_with_two_ladders_keeps_what_stands_between_them():
    line = Line(
        points=1,
        text="de grens. Een grens: 0: geen. Half: iets. 1: een ware. Geen grens telt ook: 0: niets. Half: wat. 1: x.",
    )
    title, note, steps = ladder(line)
    assert (title, note) == ("de grens", "Een grens:")
    assert [points for points, _ in steps] == ["0", "½", "1", "", "0", "½", "1"]
    assert steps[2:4] == [("1", "een ware."), ("", "Geen grens telt ook:")]


def test_a_participant_reads_each_step_on_a_line_of_its_own():
    (one,) = (one for text in TEXTS for one in text.exercises if one.exercise.id == "w-refuse")
    for line in one.exercise.content()["rubric"]:
        assert [step.partition(":")[0] for step in line.split("\n")] == ["1 punt", "0", "½", "1"]


def test_what_the_page_adds_up_is_what_an_assignment_is_worth():
    page = marking.marking(TEXTS)
    for text in TEXTS:
        if text.is_assignment and not text.header.test:
            part = page.split(f"## {text.path.stem}\n")[1].split("\n## ")[0]
            (both,) = re.findall(r"\| \*\*Samen\*\* \| \*\*(\d+)\*\* \| \*\*(\d+)\*\* \|", part)
            assert sum(map(int, both)) == text.points == 20


def test_the_minutes_of_a_part_are_those_in_its_lesson():
    page = timetable.timetable(TEXTS)
    (lesson,) = (text for text in TEXTS if text.path.stem == "01-wederkerigheid" and not text.is_assignment)
    told = page.split("## 01-wederkerigheid\n")[1].split("\n## ")[0]
    minutes = [int(n) for n in re.findall(r"\| \*\*Deel \d · [^|]*\| \| \*\*(\d+)\*\* \|", told)]
    assert minutes == [round(part.minutes) for part in lesson.core]
