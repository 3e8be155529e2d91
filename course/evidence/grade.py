"""The scale for strength of evidence, A (strong) to D (weak)."""

from __future__ import annotations

from dataclasses import dataclass

from course.i18n import Message


@dataclass(frozen=True)
class Grade:
    """One step of the scale."""

    letter: str
    label: Message
    meaning: Message


GRADES = {
    grade.letter: grade
    for grade in (
        Grade("A", Message("strong"), Message("several good experiments point the same way")),
        Grade(
            "B",
            Message("fair"),
            Message("one large measurement or a series of experiments, not repeated everywhere"),
        ),
        Grade(
            "C",
            Message("limited"),
            Message("small or old research, of which we are not sure of every number"),
        ),
        Grade("D", Message("weak"), Message("experiences, opinions, or a shaky measurement")),
    )
}
