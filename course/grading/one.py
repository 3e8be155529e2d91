"""One hand-in graded, from its folder in ``submitted`` to its folder in ``autograded`` and the gradebook."""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from secrets import token_hex

import nbformat
from nbformat import NotebookNode
from nbgrader.coursedir import CourseDirectory

from course.answers import Answers, Record
from course.assignment import grade_id
from course.folders import put_in_place
from course.grading.apart import Apart
from course.grading.grade import grade
from course.grading.graded_notebook import basis_of, graded_notebook, tell_instructor
from course.grading.language import language_of
from course.grading.places import folder_of
from course.grading.released import Released, released
from course.grading.saving import save
from course.grading.submission.hand_in import read_hand_in
from course.grading.submission.moment import is_noted
from course.grading.submission.parts import SECRET, TIMESTAMP, secret_in
from course.grading.submission.same_answers import making, same_as
from course.grading.submission.submitted import read_timestamp, root_of, verify_place
from course.i18n import Message, Translator, translator
from course.result import Result

NOT_GIVEN = (".ipynb", ".md")
"""Kinds of files beside the instructor's notebook that a graded notebook does not need."""


def grade_one(coursedir: CourseDirectory, student: str, assignment: str) -> None:
    """Grade what `student` handed in. What was there before stays as it is until the new result is whole.

    Raises:
        RefusedError: when it cannot be graded; then nothing has changed.
        CourseError: when the assignment itself is not there to grade with.
    """
    verify_place(coursedir, student, assignment)
    folder = folder_of(coursedir, "submitted_directory", student, assignment)
    asked = released(coursedir, assignment)
    t = translator(language_of(coursedir))
    read = reader(asked, t)(folder)
    place = folder_of(coursedir, "autograded_directory", student, assignment)
    timestamp = read_timestamp(folder)
    private = []
    if os.path.lexists(folder / TIMESTAMP) and not timestamp:
        private.append(
            Message("There is no valid moment in timestamp.txt; when it was handed in is not known.")
        )
    if failed := [name for name, result in read.results.items() if result is None]:
        private.append(
            Message(
                "The check of {names} went wrong and gave no points. Mend it in the text of the assignment.",
                names=", ".join(f"‘{asked.assignment.titles[name]}’" for name in failed),
            )
        )
    if timestamp and not is_noted(root_of(coursedir), student, assignment):
        private.append(
            Message(
                "The course did not see for itself that this was handed in at {moment} (timestamp.txt), which decides "
                "whether it is late. If that is not right, put the right moment in that file.",
                moment=timestamp,
            )
        )
    made = making(place)
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    try:
        _put_answers(read.answers, made / "answers")
        private += same_as(read.answers, place.parents[1], student, assignment)
        tell_instructor(read.notebook, private, t)
        _copy_files(folder_of(coursedir, "source_directory", ".", assignment), made)
        _sign(made, folder, timestamp)
        (made / f"{assignment}.ipynb").write_text(json.dumps(read.notebook, ensure_ascii=False), "utf-8")
        before = _bases(place / f"{assignment}.ipynb")
        save(coursedir, assignment, student, timestamp, read.notebook, read.results, before)
        _take_place(made, place)
    finally:
        shutil.rmtree(made, ignore_errors=True)


@dataclass(frozen=True)
class _Read:
    """What came of one hand-in: the answers that count, the result of each check, and the graded notebook."""

    answers: list[Record]
    results: Mapping[str, Result | None]
    notebook: NotebookNode


@lru_cache(maxsize=1)
def reader(asked: Released, t: Translator) -> Apart[Path, _Read]:
    """The process that reads the hand-ins of one assignment; forgetting it ends it."""
    return Apart(lambda folder: _read(folder, asked, t))


def _read(folder: Path, asked: Released, t: Translator) -> _Read:
    hand_in = read_hand_in(folder, asked)
    results = grade(hand_in, asked.assignment)
    # Here too, for an answer may ask for counting: the rounds of an experiment are done anew.
    return _Read([*hand_in.answers.values()], results, graded_notebook(asked, hand_in, results, (), t))


def _bases(graded: Path) -> dict[str, str]:
    """What the points of each cell were given for, in the notebook that was `graded` before."""
    if not graded.is_file():
        return {}
    notebook = nbformat.from_dict(json.loads(graded.read_text("utf-8")))
    return {grade_id(cell): basis_of(cell) for cell in notebook.cells if grade_id(cell)}


def shown_beside(source: Path) -> Iterator[Path]:
    """What the instructor's notebook in `source` shows: pictures and the like, and nobody's answers."""
    for path in sorted(source.rglob("*")):
        hidden = any(part.startswith(".") or part == "answers" for part in path.relative_to(source).parts)
        if path.is_file() and path.suffix not in NOT_GIVEN and not hidden:
            yield path


def _copy_files(source: Path, made: Path) -> None:
    for path in shown_beside(source):
        inner = path.relative_to(source)
        (made / inner).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, made / inner)


def _put_answers(records: Iterable[Record], folder: Path) -> None:
    folder.mkdir()
    for record in records:
        Answers(folder).path(record.exercise).write_text(record.dumps(), "utf-8")


def _sign(made: Path, submitted: Path, timestamp: str) -> None:
    """Give a hand-in nbgrader's own two files, also one that was mailed.

    Without them, or with something else in them, ``release_feedback`` would stop at it, and with it for the class.
    """
    (made / SECRET).write_bytes(secret_in(submitted) or token_hex(64).encode())
    (made / TIMESTAMP).write_text(timestamp or f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f} UTC", "ascii")


def _take_place(made: Path, place: Path) -> None:
    """Put what was `made` in the place of an earlier result."""
    for path in made.rglob("*"):
        if path.is_file():
            path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    put_in_place(made, place)
