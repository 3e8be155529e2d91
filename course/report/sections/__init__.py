"""The sections of the report, in the order of the page. Each yields its elements; one without any is left out."""

from collections.abc import Callable, Iterator

from course.i18n import Message
from course.report.elements import Element, ReportSection
from course.report.facts import Facts
from course.report.sections.confusion import confusion
from course.report.sections.exercises import exercises
from course.report.sections.growth import growth
from course.report.sections.left_open import left_open
from course.report.sections.reliability import reliability
from course.report.sections.scores import scores
from course.report.sections.summary import summary

SECTIONS: tuple[tuple[str, Message, Callable[[Facts], Iterator[Element]]], ...] = (
    ("summary", Message("In short"), summary),
    ("scores", Message("Scores"), scores),
    ("exercises", Message("The exercises"), exercises),
    ("reliability", Message("How reliable is the total?"), reliability),
    ("confusion", Message("What is taken for what?"), confusion),
    ("open", Message("What was left open?"), left_open),
    ("growth", Message("From start to end"), growth),
)


def sections_of(facts: Facts) -> list[ReportSection]:
    """The sections that have something to tell."""
    made = (ReportSection(id, facts.t(title), list(tell(facts))) for id, title, tell in SECTIONS)
    return [section for section in made if section.elements]
