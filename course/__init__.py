"""Seven principles of persuasion, learned by doing: what a notebook of the course imports."""

from course import kinds
from course.kinds import *  # noqa: F403  (every kind of exercise, from the one list of them)
from course.overview import Overview
from course.seven import Seven
from course.statement_filter import StatementFilter

__all__ = [*kinds.__all__, "Overview", "Seven", "StatementFilter"]
