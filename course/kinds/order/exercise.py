"""Order: put steps in the right order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from course.answers import Reader
from course.exercise import Answer, Exercise, ExerciseError, Score, per_part
from course.result import Item

BEGIN = ""
"""What stands before the first step."""


@dataclass(eq=False, kw_only=True)
class Order(Exercise):
    """Order `steps` ({id: text}, in the order in which they are shown at first); `key` is the list of their ids.

    What scores is who stands directly behind whom: a step too early costs its own place, not that of all after it.
    """

    steps: Mapping[str, str]

    kind: ClassVar[str] = "order"
    browser_fields: ClassVar[tuple[str, ...]] = ("steps",)

    def verify(self) -> None:
        if len(self.steps) < 3:
            raise ExerciseError(f"{self.id}: give at least three steps")

    def verify_key(self, key: Any) -> None:
        self.require(key, self.steps, "key names")
        self.require(self.steps, key, "the key lacks a step: the steps name")

    def parts(self) -> Mapping[str, str]:
        return self.steps

    def clean(self, raw: Any, reader: Reader) -> Answer:
        given = reader.items(reader.mapping(raw).get("order"))
        return {"order": list(dict.fromkeys(step for step in given if reader.known(step, self.steps)))}

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        follows = {later: earlier for earlier, later in _pairs(answer["order"])}
        return per_part(
            self._judge(earlier, later, follows, reasons.get(later, ""))
            for earlier, later in _pairs(key or ())
        )

    def _judge(self, earlier: str, later: str, follows: Mapping[str, str], why: str) -> tuple[Item, float]:
        label = self.steps[later]
        if later not in follows:
            return Item(later, label, "open", self.t("Not placed yet.")), 0
        if follows[later] == earlier:
            return Item(later, label, "right", why), 1
        before = follows[later]
        chosen = self.t("You put this first.")
        if before != BEGIN:
            chosen = self.t("You put this behind “{step}”.").format(step=self.steps[before].rstrip("."))
        told = self.t("Belongs first.")
        if earlier != BEGIN:
            told = self.t("Belongs behind “{step}”.").format(step=self.steps[earlier].rstrip("."))
        return Item(later, label, "wrong", f"{chosen} {why}".strip(), told), 0

    def seconds(self) -> int:
        return 30 + 15 * len(self.steps)

    def progress(self, answer: Answer) -> tuple[int, int]:
        return len(answer["order"]), len(self.steps)

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        return [(str(number), self.steps[step]) for number, step in enumerate(answer["order"], start=1)]

    def model(self, key: Any) -> Answer | None:
        return {"order": list(key)}


def _pairs(order: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Each step behind the one before it; the first stands behind the beginning."""
    return pairwise([BEGIN, *order])
