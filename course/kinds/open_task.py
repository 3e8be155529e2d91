"""What open tasks share: once one's own answer is kept, a model with notes and a rubric to rate oneself by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from course.answers import Reader
from course.exercise import Answer, Exercise

RATINGS = ("nothing", "half", "full")
"""How far a line of a rubric is met."""


@dataclass(eq=False, kw_only=True)
class OpenTask(Exercise):
    """A task that a person judges; in a lesson that person is the participant.

    Args:
        rubric: what to look at, a line each.
        example: a model text, with ``[1]`` where a note belongs; in a lesson only.
        notes: the notes, in order.
        rates_itself: whether the participant can rate the answer by the rubric; in a lesson only.
    """

    rubric: Sequence[str] = ()
    example: str = ""
    notes: Sequence[str] = ()
    rates_itself: bool = False

    def content(self) -> dict[str, Any]:
        offers = {"has_example": bool(self.example), "rates_itself": self.rates_itself}
        return {**super().content(), **{name: True for name, offered in offers.items() if offered}}

    def clean_compared(self, fields: Mapping[str, Any], reader: Reader) -> Answer:
        """The part of an answer in which it is compared: whether the model was asked for, and how one rates oneself."""
        part: Answer = {}
        if self.example and fields.get("example") is True:
            part["example"] = True
        lines = [str(at) for at in range(len(self.rubric))] if self.rates_itself else []
        if rating := reader.placing(fields.get("rating"), lines, RATINGS) if lines else {}:
            part["rating"] = rating
        return part

    def compared(self, answer: Answer) -> dict[str, Any]:
        """What the view may show now: nothing of the model before one's own answer is there and one asks."""
        if not (self.example or self.rates_itself):
            return {}
        done, total = self.progress(answer)
        if not answer.get("example"):
            return {"is_kept": done >= total}
        return {"is_kept": done >= total, "example": self.example, "notes": list(self.notes)}

    def describe_compared(self, answer: Answer) -> list[tuple[str, str]]:
        """How one rated oneself, for a person to read."""
        words = {"nothing": self.t("not yet"), "half": self.t("half"), "full": self.t("fully")}
        lines = [f"{self.rubric[int(at)]} {words[how]}" for at, how in answer.get("rating", {}).items()]
        return [(self.t("Own rating"), "\n".join(lines))] if lines else []
