"""The stored answers of a class, per exercise, and what was left open in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from course.answers import Answers
from course.exercise import Answer, Exercise
from course.grading.site import Site
from course.report.choices import tally_of
from course.report.scores import Participant


@dataclass(frozen=True)
class Completeness:
    """How many people filled in an exercise entirely, in part and not at all."""

    whole: int
    partly: int
    empty: int

    @property
    def people(self) -> int:
        """How many there are together."""
        return self.whole + self.partly + self.empty

    @property
    def unfinished(self) -> int:
        """How many left something open."""
        return self.partly + self.empty

    @property
    def shares(self) -> tuple[float, float, float]:
        """The three as shares of all, 0 to 1."""
        return self.whole / self.people, self.partly / self.people, self.empty / self.people


@dataclass(frozen=True)
class ClassAnswers:
    """Clean answers: ``of[exercise id]`` has one for every hand-in that could be read."""

    of: Mapping[str, Sequence[Answer]] = field(default_factory=dict)
    missing: Sequence[str] = ()
    """Names of participants whose graded folder is not there."""

    @property
    def people(self) -> int:
        """How many hand-ins were read."""
        return max((len(answers) for answers in self.of.values()), default=0)


def answers_of(
    site: Site,
    assignment: str,
    exercises: Mapping[str, Exercise],
    participants: Sequence[Participant],
) -> ClassAnswers:
    """The answers beside the graded notebooks."""
    graded = {one.id: site.folder("autograded_directory", one.id, assignment) for one in participants}
    kept = [Answers(folder / "answers") for folder in graded.values() if folder.is_dir()]
    found = {name: [exercise.stored(one)[1] for one in kept] for name, exercise in exercises.items()}
    return ClassAnswers(found, [one.name for one in participants if not graded[one.id].is_dir()])


def completeness(exercise: Exercise, answers: Sequence[Answer]) -> Completeness:
    """How much of an exercise people filled in, as far as its kind counts that."""
    progress = getattr(tally_of(exercise), "progress", type(exercise).progress)
    steps = [progress(exercise, answer) for answer in answers]
    empty = sum(not exercise.progress(answer)[0] for answer in answers)
    whole = sum(0 < total <= done for done, total in steps)
    return Completeness(whole, len(steps) - whole - empty, empty)
