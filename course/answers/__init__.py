"""Answers: where they are kept, how they travel, and what is accepted as one."""

from course.answers.copy import MIME_TYPE, copies_in, own_copies
from course.answers.newest import newest
from course.answers.outbox import Outbox
from course.answers.reader import Reader
from course.answers.record import Checked, Record
from course.answers.store import Answers, SeenAnswers, UnkeptError

__all__ = [
    "MIME_TYPE",
    "Answers",
    "Checked",
    "Outbox",
    "Reader",
    "Record",
    "SeenAnswers",
    "UnkeptError",
    "copies_in",
    "newest",
    "own_copies",
]
