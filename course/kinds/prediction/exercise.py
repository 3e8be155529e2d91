"""Prediction: say a number or an order first, and then see what was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from course.answers import Answers, Reader
from course.exercise import Answer, Exercise, ExerciseError, Reaction, Score
from course.kinds.afterwards import Afterwards


@dataclass(eq=False, kw_only=True)
class Prediction(Exercise):
    """Predict a number from `low` to `high`, or the order of `things` ({id: text}) from most to least.

    What was found comes from the evidence. It is no test: there is no key, and nothing is scored.

    Args:
        about: the id of the number in the evidence; for an order {thing: the id of its number}.
        step: the distance between two numbers that can be predicted.
        unit: of the number; one of `course.evidence.numbers.UNITS`.
        then: the id of a figure, which appears once the prediction is recorded.
    """

    about: str | Mapping[str, str]
    low: float = 0
    high: float = 0
    step: float = 1
    unit: str = "count"
    things: Mapping[str, str] = field(default_factory=dict)
    then: str = ""

    kind: ClassVar[str] = "prediction"
    browser_fields: ClassVar[tuple[str, ...]] = ("things", "low", "high", "step", "unit", "language")

    def verify(self) -> None:
        if isinstance(self.about, str):
            if not self.low + self.step < self.high or self.step <= 0:
                raise ExerciseError(f"{self.id}: from low to high there are at least two steps")
        else:
            self.require(self.about, self.things, "about names")
            self.require(self.things, self.about, "about lacks a thing: the things name")

    @property
    def is_prediction(self) -> bool:
        return True

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        committed = {"committed": fields.get("committed") is True}
        if self.things:
            given = reader.items(fields.get("order"))
            known = [one for one in given if reader.known(one, self.things)]
            return {"order": list(dict.fromkeys(known)), **committed}
        return {"guess": reader.number(fields.get("guess"), self.low, self.high), **committed}

    def order(self, answer: Answer) -> list[str]:
        """The things as they stand; what was not moved stands behind, as it was shown."""
        return [*answer["order"], *(one for one in self.things if one not in answer["order"])]

    def told(self, answer: Answer) -> str:
        from .outcome import number_told, order_told  # late: the studies are read when one is shown

        if isinstance(self.about, str):
            return number_told(self, self.about, answer["guess"])
        return order_told(self, self.about, self.order(answer))

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        if not self.is_recorded(answer):
            return Reaction()
        from course.evidence import figure

        from .outcome import guess_text

        shown = figure(self.then, self.language).predicted() if self.then else None
        if shown and isinstance(self.about, str):
            guess = answer["guess"]
            shown = shown.figure.predicted(self.about, guess, [guess_text(self, guess)])
        return Reaction(below=Afterwards(shown, self.after))

    def is_recorded(self, answer: Answer) -> bool:
        """Whether there is a prediction that can no longer change."""
        return bool(answer["committed"] and (self.things or answer["guess"] is not None))

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        return 0, []  # whoever is far off learns most

    def seconds(self) -> int:
        return 30 + 15 * len(self.things) if self.things else 45

    def progress(self, answer: Answer) -> tuple[int, int]:
        return int(self.is_recorded(answer)), 1

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        if not self.is_recorded(answer):
            return []
        from .outcome import guess_text

        if self.things:
            rows = [self.things[one] for one in self.order(answer)]
            guess = "\n".join(f"{place}. {text}" for place, text in enumerate(rows, start=1))
        else:
            guess = guess_text(self, answer["guess"])
        return [(self.t("Prediction"), guess), (self.t("Found"), self.told(answer))]
