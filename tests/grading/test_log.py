"""No command writes a character that a terminal acts on, wherever it came from."""

import json
import re

import pytest

from course.grading.site import LOG
from tests.command import command
from tests.fixture import NAME

ACTS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")
"""All of these but the end of a line."""
EVIL = "an\x1b[2J\x07\u202ena"


def told(course, *arguments):
    done = command(*arguments, cwd=course.root)
    return done.stdout + done.stderr


@pytest.fixture
def attacked(course):
    """Names of people, of notebooks and in the class list that do something to a terminal."""
    (course.put("anna") / f"{EVIL}.ipynb").write_text(json.dumps(course.released()))
    (course.put(EVIL) / f"{NAME}.ipynb").write_text("{")
    (course.put("bea") / "timestamp.txt").write_text(f"2026-03-01 {EVIL}")
    misplaced = course.root / "submitted" / f"m{EVIL}"
    misplaced.mkdir()
    (misplaced / f"{NAME}.ipynb").write_text("{")
    return course


@pytest.mark.parametrize(
    "arguments",
    [
        ("course", "grade", NAME),
        ("nbgrader", "autograde", NAME),
        ("nbgrader", "generate_feedback", NAME),
        ("nbgrader", "db", "student", "add", EVIL),
        ("nbgrader", "db", "student", "add", "cleo", f"--first-name={EVIL}"),
    ],
    ids=["grade", "autograde", "feedback", "add", "first-name"],
)
def test_a_command_writes_nothing_that_a_terminal_acts_on(attacked, arguments):
    said = told(attacked, *arguments)
    assert ACTS.search(said) is None
    assert "Logging error" not in said
    assert arguments[0] == "course" or re.search(r"\[\w+ \| (INFO|ERROR|WARNING)\] \S", said)


def test_neither_does_the_log_nor_a_mistake_in_the_class_list(attacked):
    (attacked.root / "people.csv").write_text(f"id,name\nanna,{EVIL}\n")
    (attacked.root / "downloaded" / NAME / "archive").mkdir(parents=True)
    (attacked.root / "downloaded" / NAME / "archive" / "x.ipynb").write_text("{}")
    assert ACTS.search(told(attacked, "course", "grade", NAME)) is None
    (attacked.root / "people.csv").unlink()
    told(attacked, "course", "grade", NAME)
    assert ACTS.search((attacked.root / LOG).read_text("utf-8")) is None
