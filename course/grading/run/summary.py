"""What a run has to tell a person, in the order in which it asks for attention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from course.grading.run.group import ClassRun
from course.i18n import Message, Translator
from course.printable import printable

COUNTED = {
    "graded": Message("graded"),
    "feedback": Message("only new feedback"),
    "unchanged": Message("unchanged"),
    "refused": Message("refused"),
    "failed": Message("failed"),
}


def show(console: Console, run: ClassRun, seconds: float, t: Translator) -> None:
    """Print the summary of one assignment in the language of `t`."""
    counts = [f"{count} {t(word)}" for status, word in COUNTED.items() if (count := run.count(status))]
    told = Message(
        "{people}, {counts}, in {time}.",
        people=_people(len(run.handed_in)),
        counts=", ".join(counts) or Message("nothing to do"),
        time=_time(seconds, t),
    )
    console.print(Text.assemble((run.assignment, "bold"), ": ", t(told)))
    asks = list(_asks(run, t))
    if asks:
        console.print(Group("", Text(t("What is left for you to do"), "bold"), *asks))
    console.print()


def _asks(run: ClassRun, t: Translator) -> Iterator[RenderableType]:
    yield from (_text(message, t) for message in run.misplaced)
    lost = [(one.student or one.source, one.reason) for one in run.collected if one.reason]
    bad = [(one.student, one.reason) for one in run.done if one.reason]
    looks: list[tuple[str, Message | str]] = [
        (one.student, remark) for one in run.collected for remark in one.remarks
    ]
    looks += [(one.student, remark) for one in run.done for remark in one.remarks]
    looks += [
        (who, Message("Handed in {time} after the deadline.", time=_rough(seconds)))
        for who, seconds in run.late.items()
    ]
    for head, rows in (
        (Message("Not collected:"), lost),
        (Message("Not graded:"), bad),
        (Message("Graded, but have a look:"), looks),
    ):
        if rows:
            yield _text(head, t)
            yield _table(rows, t)
    if run.waiting:
        yield _text(
            Message(
                "Mark {answers} of {people}: 'make lab-instructor', then Nbgrader > Formgrader > Manual Grading.",
                answers=Message.plural("{n} open answer", "{n} open answers", sum(run.waiting.values())),
                people=_people(len(run.waiting)),
            ),
            t,
        )
        yield _text(
            Message(
                "After that, run 'course grade {assignment}' again: it updates the feedback.",
                assignment=run.assignment,
            ),
            t,
        )
    elif run.handed_in and run.holds_back:
        yield _text(
            Message(
                "Nothing more. Give a test back once everybody has handed in: first 'course close {assignment}', then "
                "'nbgrader release_feedback {assignment}'.",
                assignment=run.assignment,
            ),
            t,
        )
    elif run.handed_in:
        yield _text(
            Message(
                "Nothing more. 'nbgrader release_feedback {assignment}' hands out the feedback.",
                assignment=run.assignment,
            ),
            t,
        )


def _people(count: int) -> Message:
    return Message.plural("{n} participant", "{n} participants", count)


def _text(message: Message | str, t: Translator) -> Text:
    """Text: a name is no markup, and nothing in it does anything to a terminal."""
    return Text(printable(t(message) if isinstance(message, Message) else message))


def _table(rows: Sequence[tuple[str, Message | str]], t: Translator) -> Padding:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", max_width=30, overflow="fold")
    table.add_column()
    for student, message in sorted(rows, key=lambda row: row[0]):
        table.add_row(_text(student, t), _text(message, t))
    return Padding(table, (0, 0, 0, 2))


def _rough(seconds: float) -> Message:
    """A time in its largest unit, rounded up: who is late by a second is late."""
    minutes = ceil(seconds / 60)
    if minutes < 60:
        return Message.plural("{n} minute", "{n} minutes", minutes)
    if minutes < 48 * 60:
        return Message.plural("{n} hour", "{n} hours", ceil(minutes / 60))
    return Message.plural("{n} day", "{n} days", ceil(minutes / 60 / 24))


def _time(seconds: float, t: Translator) -> Message:
    if seconds < 60:
        return Message("{seconds} s", seconds=t.number(round(seconds, 1)))
    return Message("{minutes} min {seconds} s", minutes=int(seconds // 60), seconds=int(seconds % 60))
