"""Flashcards: practise until it sticks. Never graded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from course.answers import Reader
from course.exercise import Answer, Exercise, ExerciseError, Score
from course.i18n import Message

LAST_BOX = 5


@dataclass(eq=False, kw_only=True)
class Flashcards(Exercise):
    """Spaced repetition (Leitner boxes) over `cards` ({id: (front, back)})."""

    cards: Mapping[str, tuple[str, str]]

    kind: ClassVar[str] = "flashcards"
    browser_fields: ClassVar[tuple[str, ...]] = ("cards",)

    def verify(self) -> None:
        if not self.cards or any(len(sides) != 2 for sides in self.cards.values()):
            raise ExerciseError(f"{self.id}: every card has a front and a back")

    def clean(self, raw: Any, reader: Reader) -> Answer:
        boxes = {}
        for card, entry in reader.mapping(reader.mapping(raw).get("boxes")).items():
            fields = reader.mapping(entry)
            box = reader.whole(fields.get("box"), 1, LAST_BOX)
            due = _day(reader.text(fields.get("due")), reader)
            if reader.known(card, self.cards) and box and due:
                boxes[card] = {"box": box, "due": due}
        return {"boxes": boxes}

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        return 0, []

    def seconds(self) -> int:
        return 12 * len(self.cards)

    def progress(self, answer: Answer) -> tuple[int, int]:
        return len(answer["boxes"]), len(self.cards)

    def due(self, answer: Answer, today: date) -> int:
        return sum(entry["due"] <= today.isoformat() for entry in answer["boxes"].values())

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        known = sum(entry["box"] > 1 for entry in answer["boxes"].values())
        return [(self.t("Cards known"), f"{known} / {len(self.cards)}")] if answer["boxes"] else []


def _day(text: str, reader: Reader) -> str | None:
    """The day as YYYY-MM-DD, the one form that can be compared as text."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        reader.refuse(Message("A date in this answer cannot be read and was left out."))
        return None
