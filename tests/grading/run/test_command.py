"""The command line, started as an instructor starts it."""

import json
import signal
import subprocess
import sys
import time

import pytest

from tests.fixture import NAME
from tests.grading.course import Course
from tests.grading.run.conftest import GOOD, hand_in


def course_grade(*arguments, cwd):
    command = [sys.executable, "-m", "course", "grade", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=None, check=False)


def test_what_a_run_tells_and_how_it_ends(klas):
    (klas.put("zoë") / f"{NAME}.ipynb").mkdir()
    done = course_grade(NAME, cwd=klas.root)
    assert done.stderr == ""
    assert done.returncode == 1
    told = " ".join(done.stdout.split())
    assert f"{NAME}: 5 deelnemers, 4 nagekeken" in told
    assert "Niet nagekeken: zoë" in told
    assert "open antwoorden van 4 deelnemers" in told
    (klas.put("zoë") / f"{NAME}.ipynb").rmdir()
    (klas.put("zoë") / f"{NAME}.ipynb").write_text(json.dumps(klas.carrying(klas.half())), "utf-8")
    again = course_grade(cwd=klas.root)
    assert again.returncode == 0
    assert "1 nagekeken, 4 ongewijzigd" in " ".join(again.stdout.split())


def test_an_english_course_is_told_of_in_english(tmp_path):
    course = Course(tmp_path, "en")
    course.run("generate_assignment", NAME)
    hand_in(course, ["anna", "bas"])
    course.put("zoë")
    done = course_grade(NAME, cwd=course.root)
    assert (done.returncode, done.stderr) == (1, "")
    told = " ".join(done.stdout.split())
    assert f"{NAME}: 3 participants, 2 graded, 1 refused" in told
    assert "What is left for you to do Not graded: zoë There was no 01-proef.ipynb in it." in told
    assert "open answers of 2 participants" in told
    again = course_grade("99-unknown", cwd=course.root)
    assert again.returncode == 2
    assert "There is no assignment 99-unknown." in " ".join(again.stderr.split())


def test_when_nothing_waits_feedback_can_be_released(klas):
    course_grade(cwd=klas.root)
    for who in GOOD:
        klas.give(who, 1)
    told = " ".join(course_grade(cwd=klas.root).stdout.split())
    assert "4 alleen nieuwe feedback" in told
    assert f"nbgrader release_feedback {NAME}" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["99-bestaat-niet"], "bestaat niet"),
        (["--scheduler", "tcp://127.0.0.1:1"], "PostgreSQL"),
    ],
)
def test_what_cannot_begin_ends_with_a_sentence(klas, arguments, told):
    done = course_grade(*arguments, cwd=klas.root)
    assert done.returncode == 2
    assert told in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_outside_a_course_folder(tmp_path):
    done = course_grade(cwd=tmp_path)
    assert done.returncode == 2
    assert "nbgrader_config.py" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_says_that_nothing_is_lost(klas):
    for number in range(30):
        folder = klas.put(f"p{number}")
        (folder / f"{NAME}.ipynb").write_text(json.dumps(klas.carrying(klas.half())), "utf-8")
    command = [sys.executable, "-m", "course", "grade", NAME]
    running = subprocess.Popen(
        command, cwd=klas.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while not (klas.root / "feedback").exists() and running.poll() is None:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    told, complaints = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Met hetzelfde commando ga je verder" in " ".join(told.split())
    assert "Traceback" not in complaints
    assert course_grade(NAME, cwd=klas.root).returncode == 0
