"""Giving back on the exchange, under every name of file that somebody handed in."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from nbgrader.exchange.default import ExchangeReleaseFeedback
from nbgrader.utils import notebook_hash

from course.errors import cannot_write
from course.folders import write_at_once
from course.grading.language import language_of
from course.grading.places import folder_of
from course.grading.submission.parts import SECRET
from course.grading.submission.submitted import students
from course.i18n import Message, translator
from course.printable import printable

MAX_NAMES = 20


class ReleaseFeedback(ExchangeReleaseFeedback):
    """nbgrader's step, except that tolerance goes both ways.

    nbgrader's list looks for a page for each notebook in what was handed in, by the name that it has there. Who renamed
    the notebook, or kept a copy beside it, would never find one. Names of folders are names here, and no patterns.
    """

    def copy_files(self) -> None:
        """Put the page of each participant where their own list looks for it."""
        try:
            self._copy()
        except OSError as error:
            self.fail(translator(language_of(self.coursedir))(cannot_write(error)))

    def _copy(self) -> None:
        coursedir, assignment = self.coursedir, self.coursedir.assignment_id
        t = translator(language_of(coursedir))
        excluded = set(filter(None, (coursedir.student_id_exclude or "").split(",")))
        found = False
        for student in students(coursedir, assignment, coursedir.student_id, step="feedback_directory"):
            folder = folder_of(coursedir, "feedback_directory", student, assignment)
            page = folder / f"{assignment}.html"
            if student in excluded or not page.is_file():
                continue
            found = True
            secret = (folder / SECRET).read_text("ascii")
            shown, mode = page.read_bytes(), page.stat().st_mode
            handed_in = self._handed_in(student)
            for name in {assignment, *handed_in}:
                target = Path(self.dest_path, f"{notebook_hash(secret=secret, notebook_id=name)}.html")
                write_at_once(target, shown, mode)
            if handed_in:
                self.log.info(
                    t(Message("{student}: the feedback can be fetched.", student=printable(student)))
                )
            else:
                self.log.warning(t(_unlisted(student, page.relative_to(coursedir.root))))
        if not found:
            told = Message(
                "There is no feedback for {assignment} yet. Run 'course grade {assignment}' first.",
                assignment=assignment,
            )
            self.log.warning(t(told))

    def _handed_in(self, student: str) -> list[str]:
        """The names of the notebooks that nbgrader's list shows this participant; it cannot show half a character."""
        folder = folder_of(self.coursedir, "submitted_directory", student, self.coursedir.assignment_id)
        names = (path.stem for path in sorted(folder.glob("[!.]*.ipynb")))
        whole = (name for name in names if name == name.encode("utf-8", "ignore").decode())
        return [*islice(whole, MAX_NAMES)]


def _unlisted(student: str, page: Path) -> Message:
    return Message(
        "{student}: nbgrader's list shows no feedback to this participant, for no file at the top of the hand-in ends "
        "in .ipynb. Mail the page: {page}.",
        student=printable(student),
        page=printable(page),
    )
