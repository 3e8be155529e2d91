"""What of an assignment was found in a hand-in, whether that can be graded, and what an instructor should know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils

from course.answers import Reader, Record
from course.answers.store import MAX_BYTES
from course.errors import RefusedError
from course.exercise import Exercise
from course.grading.autograde.assignment import Check, NotOnlyExercisesError, assignment_in
from course.grading.cells import grade_id
from course.grading.pages.questions import questions_in
from course.grading.submission.own_cells import chosen, own_texts
from course.i18n import Message

UNREADABLE = "Dit notebook is niet te lezen: {why}. {rest}"
SOME = "De antwoorden die nog heel waren, tellen mee. Mist er iets, dan moet het notebook opnieuw worden ingeleverd."
FILES = "De antwoorden uit de map answers tellen mee. Mist er iets, dan moet het notebook opnieuw worden ingeleverd."
NONE = "Er stond ook geen heel antwoord in. Het notebook moet opnieuw worden ingeleverd."
ONLY_FILES = "{missing} Nagekeken zijn de antwoorden uit de map answers."
NO_ANSWERS = (
    "Er zit geen enkel antwoord in. Is er wel gewerkt, dan moet het notebook opnieuw worden "
    "ingeleverd, na Bestand > Notebook opslaan."
)
ONLY_TEXT = (
    "Er staan alleen eigen cellen in, niets van de opdracht. Ze staan onderaan het nagekeken notebook."
)
GONE = "Antwoorden op oefeningen die niet in deze opdracht staan, tellen niet mee: {names}."
OTHER_KIND = "Het antwoord op {name} hoort bij een ander soort oefening en telt niet mee."
PARTLY = "Het antwoord op {name} telt niet helemaal mee. {why}"
TOO_LARGE = "Het antwoord op {name} is groter dan 1 MB en telt niet mee."
CLOCK = (
    "Van {names} zijn er twee versies: in het notebook en in de map answers. Bij één stond de klok verkeerd "
    "({saved}); de andere telt. "
    "Klopt dat niet, dan moet alleen de goede versie opnieuw worden ingeleverd."
)


def exercises_in(graded: NotebookNode) -> dict[str, Exercise] | None:
    """The exercises of an assignment by id; None when it holds ordinary code as well, so they are not known."""
    try:
        shown = assignment_in(graded).shown
    except NotOnlyExercisesError:
        return None
    checked = {one.exercise.id: one.exercise for one in shown if isinstance(one, Check)}
    return checked | {one.id: one for one in shown if isinstance(one, Exercise)}


def newest(on_disk: Mapping[str, Record], in_notebook: Mapping[str, Any]) -> dict[str, Record]:
    """The newest record of each exercise from both places; of equals the file."""
    merged = dict(on_disk)
    for name, data in in_notebook.items():
        record = Record.parse(data)
        if record and (name not in merged or record.rank > merged[name].rank):
            merged[name] = record
    return merged


class Found:
    """What was handed in, beside what was asked.

    Args:
        submitted: the notebook as `read_notebook` gives it.
        graded: the instructor's notebook.
        exercises: the exercises of the assignment by id; None when they are not known.
        on_disk: the records in the folder ``answers``.
        assignment: its name.
    """

    def __init__(
        self,
        submitted: NotebookNode,
        graded: NotebookNode,
        exercises: Mapping[str, Exercise] | None,
        on_disk: Mapping[str, Record],
        assignment: str,
    ) -> None:
        about = submitted.metadata.get("overtuigen", {})
        self.submitted, self.assignment, self.exercises = submitted, assignment, exercises
        self.missing: str = about.get("missing", "")
        self.unreadable: str = about.get("unreadable", "")
        self.remark: str = about.get("remark", "")
        self.graded = graded
        self._titles: dict[str, str] = {}
        self.on_disk, self.copies = on_disk, about.get("copies", {})
        merged = newest(on_disk, self.copies)
        asked = {name: record for name, record in merged.items() if exercises is None or name in exercises}
        self.gone = sorted(set(merged) - set(asked))
        self.large = [name for name, record in asked.items() if _size(record) > MAX_BYTES]
        self.records = {name: record for name, record in asked.items() if name not in self.large}
        self.written = chosen(submitted, graded)
        self.own = own_texts(submitted, graded)
        released = {grade_id(cell) for cell in graded.cells} - {""}
        sources = {cell.source for cell in graded.cells if cell.source.strip() and not utils.is_grade(cell)}
        self.recognised = any(
            grade_id(cell) in released or cell.source in sources for cell in submitted.cells
        )
        self.foreign = any(grade_id(cell) and grade_id(cell) not in released for cell in submitted.cells)

    def verify(self) -> None:
        """See to it that there is something to grade.

        Raises:
            RefusedError: when there is nothing, or nothing but another assignment.
        """
        if self.records or self.large:
            return
        if self.missing and not self.gone:
            raise RefusedError(
                Message("{missing} The folder answers holds no answers either.", missing=self.missing)
            )
        if self.recognised:
            return
        if self.gone:
            raise self._other_work(Message("the answers belong to {names}", names=_listed(self.gone)))
        if self.foreign:
            raise self._other_work(Message("the cells are those of another notebook"))

    def _other_work(self, what: Message) -> RefusedError:
        return RefusedError(
            Message(
                "This is no work for {assignment}: {what}. Ask for the right notebook. If it belongs to another "
                "assignment, put it in the folder of that one.",
                assignment=self.assignment,
                what=what,
            )
        )

    def remarks(self) -> list[str]:
        """What an instructor should know of a hand-in that is graded."""
        return list(self._remarks())

    def _remarks(self) -> Iterator[str]:
        if self.unreadable:
            rest = SOME if self.copies else FILES if self.on_disk else NONE
            yield UNREADABLE.format(why=self.unreadable, rest=rest)
        if self.remark:
            yield self.remark
        if self.missing:
            yield ONLY_FILES.format(missing=self.missing)
        if not self.records and not self.written and not self.large:
            if self.own and not self.recognised:
                yield ONLY_TEXT
            elif not self.unreadable:
                yield NO_ANSWERS
        if self.gone:
            yield GONE.format(names=_listed(self.gone))
        for name in self.large:
            yield TOO_LARGE.format(name=self.title(name))
        yield from self._clock()
        for name, record in self.records.items():
            yield from self._about(name, record)

    def _clock(self) -> Iterator[str]:
        wrong = {}
        for name in self.records:
            copy, file = Record.parse(self.copies.get(name)), self.on_disk.get(name)
            if copy and file and copy.answer != file.answer and copy.has_right_clock != file.has_right_clock:
                wrong[name] = (file if copy.has_right_clock else copy).saved
        if wrong:
            names = f"{len(wrong)} oefeningen" if len(wrong) > 1 else self.title(next(iter(wrong)))
            yield CLOCK.format(names=names, saved=next(iter(wrong.values()))[:10])

    def _about(self, name: str, record: Record) -> Iterator[str]:
        exercise = (self.exercises or {}).get(name)
        if exercise is None:
            return
        if record.kind != exercise.kind:
            yield OTHER_KIND.format(name=self.title(name))
            return
        reader = Reader()
        exercise.clean(record.answer, reader)
        if reader.problems:
            yield PARTLY.format(name=self.title(name), why=" ".join(reader.problems))

    def title(self, name: str) -> str:
        """The heading above an exercise, which an instructor knows, in place of its id."""
        if not self._titles:
            for question in questions_in(self.graded):
                told = question.title.partition(" (")[0]
                self._titles.update(
                    {grade_id(cell).removesuffix("-check"): f"‘{told}’" for cell in question.graded}
                )
        return self._titles.get(name, name)


def _size(record: Record) -> int:
    return len(record.dumps().encode("utf-8", "replace"))


def _listed(names: list[str]) -> str:
    more = f" en nog {len(names) - 5}" if len(names) > 5 else ""
    return ", ".join(names[:5]) + more
