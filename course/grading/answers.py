"""The notebook that is graded: always the instructor's own, with the participant's answers beside it.

Whatever a participant did to cells, none of it is run. Their answers are data and come from two places: the folder
``answers/`` in the submission and the copies inside the notebook. Of each, the newest counts.
"""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor

from course.answers import Answers, Record
from course.view.static import inert

NBGRADER_FILES = ("timestamp.txt", "submission_secret.txt")


class InstructorNotebook(NbGraderPreprocessor):
    """Replaces the submitted notebook by the released one and puts the answers beside it."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """First step of autograding; ``nb`` was read by `SafeReading`."""
        name = resources["nbgrader"]["notebook"]
        assignment, student = resources["nbgrader"]["assignment"], resources["nbgrader"]["student"]
        coursedir = CourseDirectory(parent=self)
        release = _folder(coursedir, coursedir.release_directory, ".", assignment)
        if not (release / f"{name}.ipynb").is_file():
            raise FileNotFoundError(
                f"{release / name}.ipynb ontbreekt. Maak de opdracht eerst met "
                f"'nbgrader generate_assignment {assignment}'."
            )
        graded = nbformat.read(release / f"{name}.ipynb", as_version=4)
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
        if added := added_text(nb, graded):
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


def added_text(submitted: NotebookNode, released: NotebookNode) -> str:
    """The cells that the participant wrote, as plain text to read; empty when there are none."""
    known = {cell.source for cell in released.cells}
    own = [cell.source for cell in submitted.cells if cell.source.strip() and cell.source not in known]
    if not own:
        return ""
    return "#### Eigen cellen van de deelnemer (niet uitgevoerd)\n\n" + "\n\n".join(
        f"<blockquote>{inert(source[:10_000])}</blockquote>" for source in own[:50]
    )
