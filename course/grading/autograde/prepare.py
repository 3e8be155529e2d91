"""The notebook that is graded: always the instructor's own, with the participant's answers beside it.

Whatever a participant did to cells, none of it is run. Their answers are data and come from two places: the folder
``answers/`` in the submission and the copies inside the notebook. Of each, the newest counts.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor

from course.answers import Answers, Record
from course.errors import told_in
from course.grading.autograde.instructor import instructor_notebook
from course.grading.submission.answer_files import read_answers
from course.grading.submission.found import Found, exercises_in
from course.grading.submission.own_cells import added_text, take_over
from course.grading.submission.remarks import put_remarks
from course.grading.submission.same_answers import same_as
from course.grading.submission.submitted import read_timestamp
from course.i18n import translator

NBGRADER_FILES = ("timestamp.txt", "submission_secret.txt")
NO_TIME = "In timestamp.txt staat geen geldig moment; het moment van inleveren is onbekend."


class InstructorNotebook(NbGraderPreprocessor):
    """Replaces the submitted notebook by the released one and puts the answers beside it."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """First step of autograding; ``nb`` was read by `SafeReading`.

        Raises:
            RefusedError: when there is nothing of this assignment to grade.
        """
        name = resources["nbgrader"]["notebook"]
        assignment, student = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        coursedir = CourseDirectory(parent=self)
        release = _folder(coursedir, coursedir.release_directory, ".", assignment) / f"{name}.ipynb"
        graded = instructor_notebook(release, assignment, resources["nbgrader"]["db_url"])
        exercises = exercises_in(graded)
        submitted = _folder(coursedir, coursedir.submitted_directory, student, assignment)
        on_disk, remarks = read_answers(submitted / "answers", exercises)
        found = Found(nb, graded, exercises, on_disk, assignment)
        with told_in(translator("nl")):
            found.verify()
        added = added_text(nb, graded)
        take_over(nb, graded)
        workplace = _folder(coursedir, coursedir.autograded_directory, student, assignment)
        clear(workplace, _folder(coursedir, coursedir.source_directory, ".", assignment))
        put(found.records, workplace / "answers")
        sign(workplace)
        same = same_as(found.records.values(), workplace.parents[1], student, assignment)
        put_remarks(graded, [*found.remarks(), *remarks], [*filter(None, [same]), *when(submitted)])
        if added:
            graded.cells.append(new_markdown_cell(added))
        return graded, resources


def _folder(coursedir: CourseDirectory, directory: str, student: str, assignment: str) -> Path:
    return Path(coursedir.root) / coursedir.format_path(directory, student, assignment)


def when(submitted: Path) -> list[str]:
    """A remark when the moment of handing in is not what nbgrader writes."""
    return [NO_TIME] if os.path.lexists(submitted / "timestamp.txt") and not read_timestamp(submitted) else []


def clear(workplace: Path, source: Path) -> None:
    """Leave in `workplace` only what the instructor's `source` has too, and nbgrader's own files.

    nbgrader copies every file that was handed in to the folder where the notebook will run. A ``course.py`` among
    them would be imported there in place of the course.
    """
    for path in sorted(workplace.rglob("*"), reverse=True):  # what is in a folder comes before the folder
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.name not in NBGRADER_FILES and not (source / path.relative_to(workplace)).is_file():
            path.unlink()


def put(records: Mapping[str, Record], folder: Path) -> None:
    """Write `records` to `folder`, where nothing else is left: also no file that nbgrader copied there."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, record in records.items():
        # Half a character, which JSON can hold and a file cannot, becomes a question mark.
        Answers(folder).path(name).write_bytes(record.dumps().encode("utf-8", "replace"))


def sign(workplace: Path) -> None:
    """Give a hand-in that was mailed the files of one that nbgrader collected.

    Without them ``release_feedback`` would stop at it, and with it for the rest of the class.
    """
    signs = {
        "timestamp.txt": f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f} UTC",
        "submission_secret.txt": token_hex(64),
    }
    for name in NBGRADER_FILES:
        if not (workplace / name).is_file():
            (workplace / name).write_text(signs[name], "utf-8")
