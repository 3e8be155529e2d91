"""Answers: where they are kept, how they travel, and what is accepted as one."""

from course.answers.copy import MIME_TYPE, copies_in, newest_of
from course.answers.reader import Reader
from course.answers.store import Answers, Record, UnkeptError

__all__ = ["MIME_TYPE", "Answers", "Reader", "Record", "UnkeptError", "copies_in", "newest_of"]
