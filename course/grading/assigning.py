"""What is looked at when an assignment is made."""

from __future__ import annotations

from nbformat import NotebookNode
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import NbGraderPreprocessor

from course.assignment import OtherCodeError, assignment_in
from course.i18n import Message, translator


class VerifyAssignment(NbGraderPreprocessor):
    """Refuses an assignment that holds other code than the course's own exercises: it could not be graded safely."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        """First step of ``generate_assignment``."""
        try:
            assignment_in(nb)
        except OtherCodeError as error:
            told = Message(
                "This assignment holds other code than exercises of the course: {code}. Ordinary code cannot be graded "
                "here: write the exercise as a block in the text, or use a course of its own with nbgrader alone.",
                code=error.code.splitlines()[0] if error.code else "",
            )
            message = translator(nb.metadata.get("course", {}).get("language", "nl"))(told)
            self.log.error(message)
            raise NbGraderException(message) from error
        return nb, resources
