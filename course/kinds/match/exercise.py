"""Match: pair what belongs together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from course.answers import Reader
from course.exercise import Answer, Exercise, ExerciseError, Score, per_part
from course.result import Item


@dataclass(eq=False, kw_only=True)
class Match(Exercise):
    """Give each of `left` its partner in `right` (both {id: text}); `key` is {left: right}."""

    left: Mapping[str, str]
    right: Mapping[str, str]

    kind: ClassVar[str] = "match"
    browser_fields: ClassVar[tuple[str, ...]] = ("left", "right")

    def verify(self) -> None:
        if len(self.left) < 2 or len(self.right) < 2:
            raise ExerciseError(f"{self.id}: give at least two on each side")

    def verify_key(self, key: Any) -> None:
        self.require(key, self.left, "key names")
        self.require(self.left, key, "the key lacks a pair: the left side names")
        self.require(key.values(), self.right, "key names")

    def parts(self) -> Mapping[str, str]:
        return self.left

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        return {"pairs": reader.placing(fields.get("pairs"), self.left, self.right)}

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        pairs, right = answer["pairs"], key or {}
        parts: list[tuple[Item, float]] = []
        for left, label in self.left.items():
            if left not in pairs:
                parts.append((Item(left, label, "open", self.t("No partner chosen yet.")), 0))
            elif pairs[left] == right.get(left):
                parts.append((Item(left, label, "right", reasons.get(left, "")), 1))
            else:
                reason = self.chosen(self.right[pairs[left]], reasons.get(left, ""))
                partner = self.belongs([self.right[right[left]]]) if left in right else ""
                parts.append((Item(left, label, "wrong", reason, partner), 0))
        return per_part(parts)

    def seconds(self) -> int:
        return 15 * len(self.left)

    def progress(self, answer: Answer) -> tuple[int, int]:
        return len(answer["pairs"]), len(self.left)

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        return [(self.left[one], self.right[other]) for one, other in answer["pairs"].items()]

    def model(self, key: Any) -> Answer | None:
        return {"pairs": dict(key)}
