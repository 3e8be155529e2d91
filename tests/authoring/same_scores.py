"""``python -m tests.authoring.same_scores 044fea9``: answers of today open and score as they did at an earlier commit.

Makes 200 plausible answers to every exercise of module 1, lets the package of that commit and that of today read and
check each, and compares. Exit status 1 when one differs. A rewrite is left out: the coach gives no points any more.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
from importlib import import_module
from io import BytesIO
from pathlib import Path
from random import Random

import nbformat

from course.assignment import assignment_in

ASSIGNMENT = Path("solutions/nl/01-wederkerigheid/01-wederkerigheid.ipynb")
EARLIER = """
import json, sys, nbformat
from course.answers import Reader
from course.grading.autograde.assignment import assignment_in
checks = assignment_in(nbformat.read(sys.argv[1], 4)).checks
asked = json.load(sys.stdin)
read = lambda check, one: [check.exercise.clean(one, Reader()), check.result(one).score]
print(json.dumps({name: [read(checks[name], one) for one in answers] for name, answers in asked.items()}))
"""


def samples() -> dict[str, list]:
    """200 answers to each exercise, from guessing to knowing."""
    found = {}
    for name, check in assignment_in(nbformat.read(ASSIGNMENT, 4)).checks.items():
        if check.exercise.kind != "rewrite":
            sample = import_module(f"course.kinds.{check.exercise.kind}.sample").sample
            random = Random(name)
            found[name] = [sample(check.exercise, check.key, at / 200, random) for at in range(200)]
    return found


def main(commit: str) -> int:
    """Compare with the package at `commit`."""
    asked = samples()
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(["git", "archive", commit], capture_output=True, check=True).stdout
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        command = [sys.executable, "-c", EARLIER, str(ASSIGNMENT)]
        told = subprocess.run(
            command,
            input=json.dumps(asked),
            capture_output=True,
            text=True,
            check=True,
            cwd=folder,
            env={"PYTHONPATH": folder},
        )
    before, checks = json.loads(told.stdout), assignment_in(nbformat.read(ASSIGNMENT, 4)).checks
    different = 0
    for name, answers in asked.items():
        exercise = checks[name].exercise
        for answer, (opened, score) in zip(answers, before[name], strict=True):
            same = exercise.check(answer, key=checks[name].key, points=checks[name].points).score == score
            different += not (same and answer == opened)
    print(
        f"{sum(map(len, asked.values()))} answers to {len(asked)} exercises, {different} open or score differently"
    )
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
