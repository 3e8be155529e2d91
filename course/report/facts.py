"""Everything a report is about, read once; its sections only choose and tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

import nbformat
from babel.dates import format_date
from nbgrader.api import Gradebook

from course.assignment import Assignment, OtherCodeError, assignment_in
from course.grading.language import language_of
from course.grading.site import Site
from course.i18n import Message, Translator, translator
from course.report import wording
from course.report.answers import ClassAnswers, Completeness, answers_of, completeness
from course.report.choices import Choices, choices_in
from course.report.growth import Comparison, compare
from course.report.measures import Estimate, item_rest
from course.report.scores import ClassScores, assignments_in, class_scores

SMALL = 5
"""With fewer people a figure to show in class would say what one of them has."""


@dataclass(frozen=True)
class Facts:
    """One assignment of one class."""

    assignment: Assignment
    """As its author wrote it; empty but for its title when its notebook cannot be read."""
    scores: ClassScores
    answers: ClassAnswers
    moment: datetime
    no_answers: Message | None = None
    """Why the answers cannot be read."""
    comparison: Comparison | Message | None = None
    """Start against end, or why they cannot be compared, where the author asked for it."""
    not_graded: int = 0
    """Hand-ins in the folder that are not in the gradebook."""
    anonymous: bool = False

    @property
    def t(self) -> Translator:
        """Words in the language of the assignment."""
        return self.assignment.t

    @property
    def title(self) -> str:
        """What the report is about."""
        return self.assignment.title or self.scores.assignment

    @property
    def basis(self) -> ClassScores:
        """What the measures are about."""
        return self.scores.basis

    @property
    def people(self) -> int:
        """How many handed in."""
        return len(self.scores.participants)

    @property
    def measured(self) -> int:
        """How many hand-ins the measures are about."""
        return len(self.basis.participants)

    def label(self, exercise: str) -> str:
        """What to call an exercise."""
        return self.assignment.titles.get(exercise, exercise)

    def in_sentence(self, exercise: str) -> str:
        """What to call an exercise within a sentence."""
        return wording.in_sentence(self.label(exercise))

    def may_show(self, people: int) -> bool:
        """Whether numbers about so many people may be shown."""
        return people > 0 and (people >= SMALL or not self.anonymous)

    @cached_property
    def choices(self) -> dict[str, Choices]:
        """The choices per exercise, as far as they may be shown."""
        found = {
            name: choices_in(check, self.answers.of.get(name, ()), self.t)
            for name, check in self.assignment.checks.items()
        }
        return {name: one for name, one in found.items() if one and self.may_show(one.people)}

    @cached_property
    def open(self) -> dict[str, Completeness]:
        """How complete each exercise is, as far as that may be shown."""
        found = {
            name: completeness(exercise, self.answers.of.get(name, ()))
            for name, exercise in self.assignment.exercises.items()
        }
        return {name: one for name, one in found.items() if self.may_show(one.people)}

    @cached_property
    def shares(self) -> dict[str, list[float]]:
        """Share of the points per exercise, one number for each participant."""
        return {
            name: [one.share(cells) for one in self.basis.participants]
            for name, cells in self.basis.exercises.items()
        }

    @cached_property
    def relations(self) -> dict[str, Estimate | None]:
        """How each exercise goes with the rest; None where points do not differ."""
        totals = [sum(row) for row in self.basis.items]
        return {
            name: item_rest([row[at] for row in self.basis.items], totals)
            for at, name in enumerate(self.basis.exercises)
        }

    @property
    def day(self) -> str:
        """The day of the report: ``25 november 2026``."""
        return format_date(self.moment, "d MMMM y", self.t.language)

    def from_scores(self) -> str:
        """The source line of a figure about scores."""
        t = self.t
        told = t("Source: gradebook of the course, {handins}, {day}.")
        if not self.basis.whole:
            told = t("Source: gradebook of the course, {handins}, only what is marked for everyone, {day}.")
        return told.format(handins=wording.hand_ins(self.measured, t), day=self.day)

    def from_answers(self, people: int) -> str:
        """The source line of a figure about answers."""
        told = self.t("Source: stored answers of {people}, {day}.")
        return told.format(people=wording.participants(people, self.t), day=self.day)


def facts_of(site: Site, book: Gradebook, name: str) -> Facts:
    """Read what there is to know about an assignment with hand-ins."""
    assignment, no_answers = assignment_of(site, name)
    scores = class_scores(book, name, assignment.cells)
    return Facts(
        assignment,
        scores,
        answers_of(site, name, assignment.exercises, scores.participants),
        datetime.now().astimezone(),
        no_answers,
        _comparison(site, book, scores, assignment),
        len(set(site.hand_ins(name)) - {one.id for one in scores.participants}),
    )


def assignment_of(site: Site, name: str) -> tuple[Assignment, Message | None]:
    """The assignment that the instructor's notebook is, and why its answers cannot be read."""
    path = site.folder("source_directory", ".", name) / f"{name}.ipynb"
    return read_assignment(path, name, language_of(site.coursedir))


def read_assignment(path: Path, name: str, language: str) -> tuple[Assignment, Message | None]:
    """The assignment at `path`, or an empty one with its name and why: the scores are worth a report without it."""
    try:
        found = assignment_in(nbformat.read(path, as_version=4))
        translator(found.language)
        return found, None
    except FileNotFoundError:
        why = Message("The notebook {file} of the assignment is not there.", file=path.name)
    except OtherCodeError:
        why = Message("The notebook {file} holds other code than exercises of the course.", file=path.name)
    except Exception:  # no JSON, no notebook, no language of the course
        why = Message("The notebook {file} of the assignment cannot be read.", file=path.name)
    return Assignment({"title": name, "language": language}, (), ()), why


def _comparison(
    site: Site, book: Gradebook, end: ClassScores, last: Assignment
) -> Comparison | Message | None:
    name = last.about.get("compare-with")
    if not name:
        return None
    if not assignments_in(book).get(name):
        return Message("The start test “{name}” is not in the gradebook, or nobody handed it in.", name=name)
    first, _no_answers = assignment_of(site, name)
    found = compare(class_scores(book, name, first.cells), end, first, last)
    return found or Message("Nobody has both a marked start test and a marked end test yet.")
