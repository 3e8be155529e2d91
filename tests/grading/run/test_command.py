"""The command line, started as an instructor starts it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time

import pytest

from tests.command import command
from tests.fixture import NAME
from tests.grading.course import Course
from tests.grading.run.conftest import GOOD, hand_in


def course_grade(*arguments, cwd):
    return command("course", "grade", *arguments, cwd=cwd)


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
    for verb, sentence in (
        ("grade", "There is no assignment 99-unknown."),
        ("close", "There is no assignment 99-unknown."),
        ("report", "Assignment “99-unknown” is not in the gradebook."),
    ):
        done = command("course", verb, "99-unknown", cwd=course.root)
        assert done.returncode == 2
        assert sentence in " ".join(done.stderr.split())
    (course.root / "reports").write_text("no folder")
    done = command("course", "report", cwd=course.root)
    assert "reports cannot be written to: something else stands there." in done.stderr


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


@pytest.mark.parametrize("verb", ["grade", "report"])
def test_a_command_works_without_an_activated_environment_and_from_elsewhere(klas, tmp_path, verb):
    """As cron does it: hardly any environment, another folder, a relative path to the course."""
    (klas.root / "gradebook.db").unlink()
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C"}
    if "PYTHONPATH" in os.environ:
        bare["PYTHONPATH"] = os.environ["PYTHONPATH"]
    path = os.path.relpath(klas.root, tmp_path)
    for name in dict.fromkeys(["grade", verb]):
        done = subprocess.run(
            [sys.executable, "-m", "course", name, "--course-dir", path],
            cwd=tmp_path,
            env=bare,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert klas.feedback("anna")
    assert (klas.root / "reports" / f"{NAME}.html").is_file() is (verb == "report")


def no_database(root):
    (root / "gradebook.db").write_text("geen database, en wel langer dan een kop")


def no_such_database(root):
    config(root, 'get_config().CourseDirectory.db_url = "mysql://x/y"')


def no_address(root):
    config(root, 'get_config().CourseDirectory.db_url = "onzin"')


def no_python(root):
    config(root, "x = (")


def no_list(root):
    (root / "people.csv").write_text("naam\nanna\n")
    archive = root / "downloaded" / NAME / "archive"
    archive.mkdir(parents=True)
    (archive / "x.ipynb").write_text("{}")


def nothing_to_grade(root):
    shutil.rmtree(root / "solutions")


def no_source(root):
    (root / "solutions" / "nl" / NAME / f"{NAME}.ipynb").write_text("{")


def config(root, line):
    with (root / "nbgrader_config.py").open("a") as file:
        file.write(f"\n{line}\n")


@pytest.mark.parametrize(
    "broken",
    [no_database, no_such_database, no_address, no_python, no_list, nothing_to_grade, no_source],
)
def test_no_command_shows_a_traceback(klas, broken):
    broken(klas.root)
    done = course_grade(cwd=klas.root)
    assert done.returncode == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.stdout + done.stderr
    assert 'File "' not in done.stderr


def test_outside_a_course_folder(tmp_path):
    done = course_grade(cwd=tmp_path)
    assert done.returncode == 2
    assert "nbgrader_config.py" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_says_that_nothing_is_lost(klas):
    for number in range(30):
        folder = klas.put(f"p{number}")
        (folder / f"{NAME}.ipynb").write_text(json.dumps(klas.carrying(klas.half())), "utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "course", "grade", NAME],
        cwd=klas.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    while not (klas.root / "autograded").exists() and running.poll() is None:
        time.sleep(0.05)
    running.send_signal(signal.SIGINT)
    told, complaints = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Met hetzelfde commando ga je verder" in " ".join(told.split())
    assert "Traceback" not in complaints
    assert course_grade(NAME, cwd=klas.root).returncode == 0


PRESSED_WHILE_CLEARING_AWAY = """
import signal
from course.grading.run.command import CtrlC

class Cleared:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)

stop = CtrlC()
Cleared()
try:
    stop.verify()
except KeyboardInterrupt:
    print("counts")
"""


def test_ctrl_c_while_an_object_is_cleared_away_counts_without_a_traceback():
    done = subprocess.run(
        [sys.executable, "-c", PRESSED_WHILE_CLEARING_AWAY], capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("counts", "")
