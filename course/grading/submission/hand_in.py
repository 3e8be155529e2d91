"""What somebody handed in, as data: the answers that count, and what an instructor should know of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from course.answers import Record, newest
from course.assignment import OPEN, exercise_of
from course.errors import RefusedError
from course.grading.released import Released
from course.grading.submission.answer_files import read_answers
from course.grading.submission.notebook_file import ReadNotebook, handed_in
from course.i18n import Message

MAX_NAMES = 5
NOTHING = Message(
    "There is not a single answer in it. If work was done, the notebook has to be handed in again, after File > Save "
    "Notebook."
)


@dataclass(frozen=True)
class HandIn:
    """Everything in a hand-in that grading uses.

    Attributes:
        answers: the answer that counts for each exercise of the assignment.
        typed: what was typed in the cell for an open answer, by exercise.
        own: the text of each cell that the participant added.
        remarks: what an instructor should look at, and the participant may read too.
    """

    answers: Mapping[str, Record]
    typed: Mapping[str, str]
    own: Sequence[str]
    remarks: Sequence[Message]


def read_hand_in(folder: Path, released: Released) -> HandIn:
    """What stands in `folder` of the assignment that was `released`.

    Raises:
        RefusedError: when there is nothing in it, or nothing but another assignment.
    """
    notebook = handed_in(folder / f"{released.name}.ipynb")
    files = read_answers(folder / "answers", released.assignment.exercises)
    found = Found(notebook, files.records, released, files.others)
    found.verify()
    return HandIn(found.answers, found.typed, found.own, [*found.remarks(), *files.remarks])


class Found:
    """What was handed in, beside what was asked."""

    def __init__(
        self,
        notebook: ReadNotebook,
        on_disk: Mapping[str, Record],
        released: Released,
        others: Collection[str] = (),
    ) -> None:
        self.notebook, self.on_disk, self.released = notebook, on_disk, released
        exercises = released.assignment.exercises
        every = newest([*on_disk.values(), *notebook.copies.values()])
        self.gone = sorted({*every, *others} - set(exercises))
        self.large: list[str] = []
        self.answers: dict[str, Record] = {}
        for name in (one for one in every if one in exercises):
            # Half a character, which JSON can hold and a file cannot, becomes a question mark.
            text = every[name].dumps().encode("utf-8", "replace")
            if (record := Record.loads(text)) is None:
                self.large.append(name)
            else:
                self.answers[name] = record
        self.typed: dict[str, str] = {}
        for cell in notebook.cells:
            name = exercise_of(cell.name) if cell.name.endswith(OPEN) else ""
            given = released.open_cells.get(name)
            if given is not None and cell.source.strip() and cell.source != given:
                self.typed.setdefault(name, cell.source)
        known = released.given | set(self.typed.values())
        self.own = [
            cell.source for cell in notebook.cells if cell.source.strip() and cell.source not in known
        ]
        self.recognised = any(released.has(cell.name, cell.source) for cell in notebook.cells)
        self.foreign = any(cell.name and cell.name not in released.names for cell in notebook.cells)

    def verify(self) -> None:
        """See to it that there is something to grade.

        Raises:
            RefusedError: when there is nothing, or nothing but another assignment.
        """
        if self.answers or self.large:
            return
        if self.notebook.missing and not self.gone:
            nothing = Message(
                "{missing} There are no answers in the folder answers either.", missing=self.notebook.missing
            )
            raise RefusedError(nothing)
        if self.recognised:
            return
        what = None
        if self.gone:
            names = self.released.others_with(self.gone) or self.gone
            what = Message("the answers belong to {names}", names=listed(names))
        elif self.foreign:
            what = Message("the cells are those of another notebook")
        if what is None and not self.own:
            raise RefusedError(self._unreadable() or NOTHING)
        if what:
            raise RefusedError(
                Message(
                    "This is no work of {assignment}: {what}. Ask for the right notebook. If it is of another "
                    "assignment, put it in the folder of that assignment.",
                    assignment=self.released.name,
                    what=what,
                )
            )

    def remarks(self) -> Iterator[Message]:
        """What an instructor should know of a hand-in that is graded."""
        notebook = self.notebook
        if unreadable := self._unreadable():
            yield unreadable
        if notebook.remark:
            yield notebook.remark
        if notebook.missing:
            yield Message("{missing} Graded are the answers in the folder answers.", missing=notebook.missing)
        if not self.answers and not self.typed and not self.large:
            if self.own and not self.recognised:
                yield Message(
                    "There are only cells of their own in it, nothing of the assignment. They stand at the end of the "
                    "graded notebook."
                )
            elif not notebook.unreadable:
                yield NOTHING
        if self.gone:
            yield Message(
                "Answers to exercises that are not in this assignment do not count: {names}.",
                names=listed(self.gone),
            )
        for name in self.large:
            yield Message(
                "The answer to {name} is larger than 1 MB and does not count.", name=self.title(name)
            )
        yield from self._clock()
        for name, record in self.answers.items():
            yield from self._about(name, record)

    def _unreadable(self) -> Message | None:
        if why := self.notebook.unreadable:
            return Message("This notebook cannot be read: {why}. {rest}", why=why, rest=self._rest())
        return None

    def _rest(self) -> Message:
        if self.notebook.copies:
            return Message(
                "The answers that were still whole count. If something is missing, the notebook has to be handed in "
                "again."
            )
        if self.on_disk:
            return Message(
                "The answers in the folder answers count. If something is missing, the notebook has to be handed in "
                "again."
            )
        return Message("There was no whole answer in it either. The notebook has to be handed in again.")

    def _clock(self) -> Iterator[Message]:
        wrong = {}
        for name in self.answers:
            copy, file = self.notebook.copies.get(name), self.on_disk.get(name)
            if copy and file and copy.answer != file.answer and copy.has_right_clock != file.has_right_clock:
                wrong[name] = (file if copy.has_right_clock else copy).saved
        if wrong:
            names: Message | str = self.title(next(iter(wrong)))
            if len(wrong) > 1:
                names = Message.plural("{n} exercise", "{n} exercises", len(wrong))
            yield Message(
                "Of {names} there are two versions: in the notebook and in the folder answers. At one the clock was "
                "wrong ({saved}); the other one counts. If that is not right, only the right version has to be handed "
                "in again.",
                names=names,
                saved=next(iter(wrong.values()))[:10],
            )

    def _about(self, name: str, record: Record) -> Iterator[Message]:
        exercise = self.released.assignment.exercises[name]
        if not exercise.reads(record):
            yield Message(
                "The answer to {name} belongs to another kind of exercise and does not count.",
                name=self.title(name),
            )
            return
        _answer, problems = exercise.read(record)
        if problems:
            t = self.released.assignment.t
            yield Message(
                "The answer to {name} does not count entirely. {why}",
                name=self.title(name),
                why=" ".join(map(t, problems)),
            )

    def title(self, name: str) -> str:
        """The heading above an exercise, which an instructor knows, in place of its id."""
        return f"‘{self.released.assignment.titles.get(name, name)}’"


def listed(names: Sequence[str]) -> Message | str:
    """The first of `names`, and how many more there are."""
    first = ", ".join(names[:MAX_NAMES])
    if len(names) <= MAX_NAMES:
        return first
    return Message("{names} and {n} more", names=first, n=len(names) - MAX_NAMES)
