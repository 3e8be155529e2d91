"""The same class, graded by stock nbgrader and by this course, in one run; every score is compared.

Peers: nbgrader as it is installed, with no settings but its folders; and ``otter run`` on an equal notebook, when
``--otter`` names the ``otter`` of an environment that has it (``pip install otter-grader ipykernel``; it does not
install beside the course).
Run: ``python -m benchmarks.grading [--people 60] [--otter PATH]``
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
from nbformat import v4

from course.answers import Answers
from course.grading import one
from course.grading.run import changes
from course.grading.run import one as run_one
from course.grading.run.group import grade_class
from course.grading.site import Site
from tests.fixture import NAME
from tests.grading.course import Course
from tests.model_answers import ROOT

STOCK = """
c = get_config()
c.CourseDirectory.course_id = "overtuigen"
c.CourseDirectory.source_directory = "solutions/nl"
c.CourseDirectory.release_directory = "exercises/nl"
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "*.md"]
"""
GRADING, CLASS = "autograde, a notebook", "whole command, a class"


def hand_in(course: Course, who: str, seed: int) -> None:
    """A notebook with the answers of somebody who did a part of the work, the same for each `seed`."""
    chance = random.Random(seed)
    whole, half = course.perfect(), course.half()
    answers = {name: chance.choice([whole[name], half[name]]) for name in whole if chance.random() < 0.9}
    folder = course.put(who)
    (folder / f"{NAME}.ipynb").write_text(json.dumps(course.carrying(answers)), "utf-8")
    for name, answer in answers.items():  # stock nbgrader finds them only here
        Answers(folder / "answers").save(name, course.checks[name].exercise.kind, answer)


def make(folder: Path, people: int, settings: str | None) -> Course:
    """A course folder with a class that handed in; `settings` in place of the course's own."""
    course = Course(folder)
    shutil.rmtree(course.root / "solutions" / "nl" / NAME / "answers")  # stock nbgrader would grade these
    if settings:
        (course.root / "nbgrader_config.py").write_text(settings)
    course.run("generate_assignment", NAME)
    for number in range(people):
        hand_in(course, f"p{number:03}", number)
    return course


def scores(course: Course, people: int) -> dict[str, dict[str, float]]:
    """{participant: {cell: automatic points}}."""
    with course.gradebook() as book:
        found = {}
        for number in range(people):
            grades = book.find_submission(NAME, f"p{number:03}").notebooks[0].grades
            found[f"p{number:03}"] = {one.name: one.auto_score or 0.0 for one in grades}
    return found


TIMED = """
import sys, time
from nbgrader.apps.baseapp import NbGrader
from nbgrader.apps.nbgraderapp import NbGraderApp
name, people = sys.argv[1], int(sys.argv[2])
for given in (["--student=p000"], []):
    began = time.perf_counter()
    NbGraderApp.launch_instance(["autograde", name, *given])
    type(NbGrader.instance()).clear_instance()  # it would keep the options
print((time.perf_counter() - began) / (people - 1))
"""


def autograde(course: Course, people: int) -> float:
    """Seconds for each notebook in one process, after one that warms it up; a process of its own for each side."""
    command = [sys.executable, "-c", TIMED, NAME, str(people)]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return float(done.stdout.splitlines()[-1])


def commands(course: Course, *lines: str) -> float:
    """Seconds for commands as an instructor types them, start-up included."""
    began = time.perf_counter()
    for line in lines:
        command = [sys.executable, "-m", *line.split()]
        subprocess.run(command, cwd=course.root, check=True, capture_output=True)
    return time.perf_counter() - began


# Where the time goes ----------------------------------------------------------------------------------------

PARTS: dict[str, list[tuple[Any, str]]] = {
    "reading": [(one, "read_hand_in")],
    "checking": [(one, "grade")],
    "notebook": [(one, "graded_notebook")],
    "database": [(one, "save")],
    "files": [
        (one, "same_as"),
        (one, "_copy_files"),
        (one, "_put_answers"),
        (one, "_sign"),
        (one, "_take_place"),
    ],
    "feedback": [(run_one, "_make_feedback")],
    "what changed": [
        (changes, "hand_ins_part"),
        (changes, "scores"),
        (changes, "write_mark"),
        (run_one, "remarks_on"),
    ],
}


@contextmanager
def clocks() -> Iterator[dict[str, float]]:
    """Seconds in each part while the block runs; what one part does inside another counts for the inner one."""
    spent: dict[str, float] = defaultdict(float)
    stack: list[list[Any]] = []

    def timed(part: str, function: Callable) -> Callable:
        def run(*given: Any, **named: Any) -> Any:
            name = "feedback" if stack and stack[0][0] == "feedback" else part
            stack.append([name, 0.0])
            began = time.perf_counter()
            try:
                return function(*given, **named)
            finally:
                took = time.perf_counter() - began
                spent[name] += took - stack.pop()[1]
                if stack:
                    stack[-1][1] += took

        return run

    before = [(owner, name, owner.__dict__.get(name)) for parts in PARTS.values() for owner, name in parts]
    for part, places in PARTS.items():
        for owner, name in places:
            setattr(owner, name, timed(part, getattr(owner, name)))
    try:
        yield spent
    finally:
        for owner, name, function in before:
            if function is None:
                delattr(owner, name)
            else:
                setattr(owner, name, function)


# Otter ------------------------------------------------------------------------------------------------------


def otter_run(course: Course, otter: Path, folder: Path) -> float:
    """Seconds of ``otter run`` on a notebook with the same exercises, answers and checks."""
    kept = f"from course.answers import Answers\nkept = Answers({str(folder / 'answers')!r})"  # otter runs elsewhere
    cells = [v4.new_code_cell(f"import otter\ngrader = otter.Notebook()\n{kept}")]
    tests = folder / "tests"
    tests.mkdir(parents=True)
    (folder / "out").mkdir()
    shown = iter(course.checks.items())
    for cell in course.source.cells:
        if cell.cell_type != "code":
            continue
        if ".check(" not in cell.source:
            cells.append(v4.new_code_cell(cell.source))
            continue
        name, check = next(shown)
        question = name.replace("-", "_")
        given = f"key={check.key!r}, points={check.points}, answers=kept"
        code = f">>> {question}.check({given}).score > 0\nTrue"
        test = {"name": question, "points": check.points, "suites": [{"cases": [{"code": code}]}]}
        (tests / f"{question}.py").write_text(f"OK_FORMAT = True\ntest = {test!r}\n")
        cells.append(v4.new_code_cell(f"grader.check({question!r})"))
    notebook = v4.new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "x"}})
    nbformat.write(notebook, folder / "work.ipynb")
    for name, answer in course.perfect().items():
        Answers(folder / "answers").save(name, course.checks[name].exercise.kind, answer)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NBGRADER_EXECUTION": "autograde"}
    environment["PATH"] = f"{otter.parent}:{environment['PATH']}"

    def run(*command: str) -> None:
        done = subprocess.run(
            [str(otter), *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])

    run(
        "generate",
        "-t",
        "tests",
        "-o",
        "autograder.zip",
        "--no-config",
        "--no-environment",
        "--no-requirements",
    )
    began = time.perf_counter()
    run("run", "work.ipynb", "-a", "autograder.zip", "-o", "out")
    took = time.perf_counter() - began
    graded = json.loads((folder / "out" / "results.json").read_text())
    earned = sum(one.get("score", 0) for one in graded["tests"])
    print(f"otter gave {earned:g} points for model answers")
    return took


# The run ----------------------------------------------------------------------------------------------------


def row(name: str, stock: float, ours: float, aim: str) -> None:
    """One line of the table."""
    print(f"{name:28} {stock * 1000:9.0f} ms {ours * 1000:9.0f} ms   {stock / ours:6.1f} x   (aim {aim})")


def main() -> None:
    """Print the comparison."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--people", type=int, default=60)
    arguments.add_argument("--otter", type=Path)
    given = arguments.parse_args()
    people, half = given.people, given.people // 2
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        stock, ours = make(folder / "stock", people, STOCK), make(folder / "ours", people, None)
        slow, fast = autograde(stock, people), autograde(ours, people)
        expected, found = scores(stock, people), scores(ours, people)
        same = sum(expected[who] == found[who] for who in expected)
        cells = sum(len(one) for one in expected.values())
        print(f"\n{people} hand-ins, {cells} scores: {same} of {people} hand-ins have the same scores")
        if same < people:
            print("DIFFERENT:", *[who for who in expected if expected[who] != found[who]])
        print(f"{'':28} {'nbgrader':>12} {'course':>12}")
        row(GRADING, slow, fast, "60")

        stock, ours = make(folder / "stock2", half, STOCK), make(folder / "ours2", half, None)
        slow = commands(stock, f"nbgrader autograde {NAME}", f"nbgrader generate_feedback {NAME}")
        fast = commands(ours, f"course grade {NAME}")
        row(f"{CLASS} of {half}", slow, fast, "15")

        began = time.perf_counter()
        with clocks() as spent:
            grade_class(Site(ours.root), NAME, force=True)
        total = time.perf_counter() - began
        print(f"\nwhere the time goes, of {total / half * 1000:.0f} ms a hand-in with its feedback:")
        for part, seconds in spent.items():
            print(f"  {part:12} {seconds / half * 1000:6.1f} ms   {seconds / total:5.0%}")
        print(f"  {'the rest':12} {(total - sum(spent.values())) / half * 1000:6.1f} ms")
        if given.otter:
            took = otter_run(ours, given.otter.absolute(), folder / "otter")
            print(
                f"\notter run, an equal notebook: {took * 1000:.0f} ms, {took / fast * half:.1f} x the course"
            )


if __name__ == "__main__":
    main()
