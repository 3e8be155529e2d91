"""The sections of the report, in the order of the page."""

from course.report.sections.confusion import confusion
from course.report.sections.exercises import exercises
from course.report.sections.growth import growth
from course.report.sections.left_open import left_open
from course.report.sections.reliability import reliability
from course.report.sections.scores import scores
from course.report.sections.summary import summary

SECTIONS = (summary, scores, exercises, reliability, confusion, left_open, growth)

__all__ = ["SECTIONS"]
