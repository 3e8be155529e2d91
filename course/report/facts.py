"""Everything a report is about, read once; its sections only choose and tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from nbgrader.api import Gradebook

from course.grading.site import Site
from course.report.answers import ClassAnswers, Completeness, answers_of, completeness
from course.report.choices import Choices, choices_in
from course.report.growth import Comparison, compare
from course.report.scores import Basis, ClassScores, assignments_in, scores_of
from course.report.source import Source, source_of
from course.report.text import count

SMALL = 5
"""With fewer people a figure to show in class would say what one of them has."""
MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Facts:
    """One assignment of one class."""

    scores: ClassScores
    source: Source
    answers: ClassAnswers
    moment: datetime
    comparison: Comparison | None = None
    no_comparison: str = ""
    """Why start and end cannot be compared, where the author asked for it."""
    not_graded: int = 0
    """Hand-ins in the folder that are not in the gradebook."""
    all_choices: Mapping[str, Choices] = field(default_factory=dict)
    anonymous: bool = False

    @property
    def basis(self) -> Basis:
        """What the measures are about."""
        return self.scores.basis

    @property
    def people(self) -> int:
        """How many handed in."""
        return len(self.scores.participants)

    def may_show(self, people: int) -> bool:
        """Whether numbers about so many people may be shown."""
        return people > 0 and (people >= SMALL or not self.anonymous)

    @cached_property
    def choices(self) -> dict[str, Choices]:
        """The choices per exercise, as far as they may be shown."""
        return {name: one for name, one in self.all_choices.items() if self.may_show(one.people)}

    @cached_property
    def open(self) -> dict[str, Completeness]:
        """How complete each exercise is, as far as that may be shown."""
        found = {
            name: completeness(exercise, self.answers.of[name])
            for name, exercise in self.source.exercises.items()
            if name in self.answers.of
        }
        return {name: one for name, one in found.items() if self.may_show(one.people)}

    @property
    def day(self) -> str:
        """The day of the report."""
        return f"{self.moment.day} {MONTHS[self.moment.month - 1]} {self.moment.year}"

    def from_scores(self) -> str:
        """The source line of a figure about scores."""
        n = len(self.basis.participants)
        part = "" if self.basis.whole else ", alleen wat bij iedereen is nagekeken"
        return f"Bron: cijferboek van de cursus, {count(n, 'inlevering', 'inleveringen')}{part}, {self.day}."

    def from_answers(self, people: int) -> str:
        """The source line of a figure about answers."""
        return f"Bron: bewaarde antwoorden van {count(people, 'deelnemer', 'deelnemers')}, {self.day}."


def facts_of(site: Site, book: Gradebook, assignment: str) -> Facts:
    """Read what there is to know about an assignment with hand-ins."""
    source = source_of(site, assignment)
    scores = scores_of(book, assignment, source.order)
    comparison, problem = _comparison(site, book, scores, source)
    answers = answers_of(site, assignment, source.exercises, scores.participants)
    choices = {name: choices_in(check, answers.of[name]) for name, check in source.checks.items()}
    return Facts(
        scores,
        source,
        answers,
        datetime.now().astimezone(),
        comparison,
        problem,
        _not_graded(site, assignment, {one.id for one in scores.participants}),
        {name: one for name, one in choices.items() if one},
    )


def _comparison(
    site: Site, book: Gradebook, end: ClassScores, source: Source
) -> tuple[Comparison | None, str]:
    name = source.compare_with
    if not name:
        return None, ""
    if not assignments_in(book).get(name):
        return None, f"De begintoets “{name}” staat niet in het cijferboek, of niemand leverde hem in."
    before = source_of(site, name)
    found = compare(scores_of(book, name, before.order), before, end, source)
    if found:
        return found, ""
    return None, "Nog niemand heeft zowel een nagekeken begintoets als een nagekeken eindtoets."


def _not_graded(site: Site, assignment: str, graded: set[str]) -> int:
    return len(set(site.hand_ins(assignment)) - graded)
