"""The notebook that is graded: always the instructor's own, with the participant's answers beside it.

Whatever a participant did to cells, none of it is run. Their answers are data and come from two places: the folder
``answers/`` in the submission and the copies inside the notebook. Of each, the newest counts.
"""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader import utils
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor

from course.answers import Answers, Record
from course.grading.instructor import instructor_notebook
from course.grading.readable import rubric_of
from course.view.static import inert

NBGRADER_FILES = ("timestamp.txt", "submission_secret.txt")


class InstructorNotebook(NbGraderPreprocessor):
    """Replaces the submitted notebook by the released one and puts the answers beside it."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """First step of autograding; ``nb`` was read by `SafeReading`."""
        name = resources["nbgrader"]["notebook"]
        assignment, student = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        coursedir = CourseDirectory(parent=self)
        release = _folder(coursedir, coursedir.release_directory, ".", assignment) / f"{name}.ipynb"
        graded = instructor_notebook(release, assignment, resources["nbgrader"]["db_url"])
        added = added_text(nb, graded)
        take_over(nb, graded)
        submitted = _folder(coursedir, coursedir.submitted_directory, student, assignment) / "answers"
        on_disk = {} if submitted.is_symlink() else Answers(submitted).all()
        carried = nb.metadata.get("overtuigen", {})
        records = newest(on_disk, carried.get("copies", {}))
        workplace = _folder(coursedir, coursedir.autograded_directory, student, assignment)
        clear(workplace, _folder(coursedir, coursedir.source_directory, ".", assignment))
        put(records, workplace / "answers")
        sign(workplace)
        if carried.get("note"):
            graded.cells.insert(0, new_markdown_cell(f"**{carried['note']}**"))
        if added:
            graded.cells.append(new_markdown_cell(added))
        return graded, resources


def _folder(coursedir: CourseDirectory, directory: str, student: str, assignment: str) -> Path:
    return Path(coursedir.root) / coursedir.format_path(directory, student, assignment)


def newest(on_disk: dict[str, Record], in_notebook: dict[str, dict]) -> dict[str, Record]:
    """The newest record of each exercise from both places."""
    merged = dict(on_disk)
    for name, data in in_notebook.items():
        record = Record.parse(data)
        if record and (name not in merged or record.moment > merged[name].moment):
            merged[name] = record
    return merged


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


def put(records: dict[str, Record], folder: Path) -> None:
    """Write `records` to `folder`, where nothing else is left: also no file that nbgrader copied there."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, record in records.items():
        Answers(folder).path(name).write_text(record.dumps(), "utf-8")


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


def take_over(submitted: NotebookNode, graded: NotebookNode) -> None:
    """Put in `graded` what the participant wrote in cells that are theirs to write in.

    Those are the code of an ordinary code exercise, and the answer cell of an open exercise for who typed there and
    not in the exercise. Text is made inert: the formgrader would run a script in it.
    """
    written: dict[str, str] = {}
    for cell in submitted.cells:
        written.setdefault(_grade_id(cell), cell.source)
    for cell in graded.cells:
        source = written.get(_grade_id(cell), "") if utils.is_solution(cell) else ""
        if cell.cell_type == "code" and source.strip():
            cell.source = source
        elif source:
            rubric = rubric_of(cell.source)
            typed = rubric_of(source).replace(rubric, "").strip()
            cell.source = f"{rubric}\n\n{inert(typed)}" if typed else cell.source


def _grade_id(cell: NotebookNode) -> str:
    """Nbgrader's name of a cell that anyone may have written; empty when it has none."""
    about = cell.metadata.get("nbgrader")
    name = about.get("grade_id") if isinstance(about, dict) else None
    return name if isinstance(name, str) else ""


def added_text(submitted: NotebookNode, released: NotebookNode) -> str:
    """The cells that the participant wrote, as plain text to read; empty when there are none."""
    known = {cell.source for cell in released.cells}
    theirs = {_grade_id(cell) for cell in released.cells if utils.is_solution(cell)}
    own = [
        cell.source
        for cell in submitted.cells
        if cell.source.strip() and cell.source not in known and _grade_id(cell) not in theirs
    ]
    if not own:
        return ""
    return "#### Eigen cellen van de deelnemer (niet uitgevoerd)\n\n" + "\n\n".join(
        f"<blockquote>{inert(source[:10_000])}</blockquote>" for source in own[:50]
    )
