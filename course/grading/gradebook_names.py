"""Names come into the gradebook from imports and forms; what is no name stays out, and the rest of a class comes in."""

from __future__ import annotations

from functools import partialmethod
from typing import Any

from nbgrader.api import Gradebook, Student
from traitlets.log import get_logger

from course.i18n import Message, translator
from course.names import why_no_name

NAMED = ("first_name", "last_name", "email")

_update_or_create = Gradebook.update_or_create_student


def update_or_create_student(
    self: Gradebook, student_id: str, *, language: str, **about: Any
) -> Student | None:
    """As nbgrader does it; a participant without a sensible id is left out, a name that is none left empty."""
    t, log = translator(language), get_logger()
    if why := why_no_name(student_id):
        told = Message("The participant {id} was left out: the id {why}.", id=ascii(student_id), why=why)
        log.error(t(told))
        return None
    for field in NAMED:
        if why := why_no_name(about.get(field) or ""):
            told = Message("{field} of {id} was left empty: it {why}.", field=field, id=student_id, why=why)
            log.error(t(told))
            about[field] = None
    return _update_or_create(self, student_id, **about)


def refuse_what_is_no_name(language: str) -> None:
    """Let nbgrader's gradebook take no other names; what is left out is told in this `language`."""
    Gradebook.update_or_create_student = partialmethod(update_or_create_student, language=language)
