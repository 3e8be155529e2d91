"""What a run has to tell a person, in the order in which it asks for attention."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from course.grading.run.group import ClassRun

WORDS = {
    "graded": "nagekeken",
    "feedback": "alleen nieuwe feedback",
    "unchanged": "ongewijzigd",
    "refused": "geweigerd",
    "failed": "mislukt",
}


def show(console: Console, run: ClassRun, seconds: float) -> None:
    """Print the summary of one assignment."""
    counts = ", ".join(f"{run.count(status)} {word}" for status, word in WORDS.items() if run.count(status))
    people = "1 deelnemer" if len(run.handed_in) == 1 else f"{len(run.handed_in)} deelnemers"
    console.print(
        Text.assemble(
            (run.assignment, "bold"), f": {people}, {counts or 'niets te doen'}, in {_time(seconds)}."
        )
    )
    asks = list(_asks(run))
    if asks:
        console.print(Group("", Text("Dit moet jij nog doen", "bold"), *asks))
    console.print()


def _asks(run: ClassRun) -> list[RenderableType]:
    asks: list[RenderableType] = []
    lost = [(one.student or one.source, one.reason) for one in run.collected if one.reason]
    asks += [Text(sentence) for sentence in run.misplaced]
    if lost:
        asks += [Text("Niet opgehaald:"), _table(lost)]
    bad = [(one.student, one.reason) for one in run.done if one.reason]
    if bad:
        asks += [Text("Niet nagekeken:"), _table(bad)]
    looks = [(one.student, remark) for one in run.collected for remark in one.remarks]
    looks += [(one.student, remark) for one in run.done for remark in one.remarks]
    if looks:
        asks += [Text("Nagekeken, maar kijk even mee:"), _table(looks)]
    if run.waiting:
        total = sum(run.waiting.values())
        people = "1 deelnemer" if len(run.waiting) == 1 else f"{len(run.waiting)} deelnemers"
        answers = "1 open antwoord" if total == 1 else f"{total} open antwoorden van {people}"
        asks += [Text(f"{answers} nakijken: 'jupyter lab', dan Nbgrader > Formgrader > Manual Grading.")]
        asks += [Text(f"Draai daarna 'course grade {run.assignment}' nog eens: die werkt de feedback bij.")]
    elif run.handed_in:
        asks += [
            Text(f"Verder niets. De feedback zet je klaar met 'nbgrader release_feedback {run.assignment}'.")
        ]
    return asks


def _table(rows: list[tuple[str, str]]) -> Padding:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, style="bold", max_width=30, overflow="ellipsis")
    table.add_column()
    for student, text in sorted(rows):
        table.add_row(Text(student), Text(text))  # Text: a name is no markup
    return Padding(table, (0, 0, 0, 2))


def _time(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.1f} s".replace(".", ",")
    return f"{int(seconds // 60)} min {int(seconds % 60)} s"
