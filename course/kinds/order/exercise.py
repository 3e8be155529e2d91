"""Order: put steps in the right order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from course.answers import Reader
from course.exercise import Answer, Exercise, ExerciseError, Score
from course.result import Item

BEGIN = ""
"""What stands before the first step."""


@dataclass(eq=False, kw_only=True)
class Order(Exercise):
    """Order `steps` ({id: text}, in the order in which they are shown at first); `key` is the list of their ids.

    What scores is how many steps can stay where they are while the rest is moved: the longest run that is in order. One
    step that stands far from its place costs one move, as it would by hand. A step alone is always in order, so the
    first one of a run earns nothing; a list that stands upside down has no run at all. Partial credit for an order by
    the moves that it lacks: Poulsen, Kulkarni, Herman and West (2022), Efficient Feedback and Partial Credit Grading
    for Proof Blocks Problems, arXiv:2204.04196.
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
        order = list(key or ())
        run = longest_run([order.index(step) for step in answer["order"] if step in order])
        stays = {order[place] for place in run} if len(run) > 1 else set()
        follows = {later: earlier for earlier, later in _pairs(answer["order"])}
        items = [
            self._judge(earlier, later, follows, later in stays, reasons.get(later, ""))
            for earlier, later in _pairs(order)
        ]
        return max(0, len(run) - 1) / max(1, len(order) - 1), items

    def _judge(self, earlier: str, later: str, follows: Mapping[str, str], stays: bool, why: str) -> Item:
        label = self.steps[later]
        if later not in follows:
            return Item(later, label, "open", self.t("Not placed yet."))
        if stays or follows[later] == earlier == BEGIN:
            return Item(later, label, "right", why)
        before = follows[later]
        if before == earlier:  # both stand elsewhere
            along = self.t("Goes along with “{step}”.").format(step=self.steps[earlier].rstrip("."))
            return Item(later, label, "partial", f"{along} {why}".strip())
        chosen = self.t("You put this first.")
        if before != BEGIN:
            chosen = self.t("You put this behind “{step}”.").format(step=self.steps[before].rstrip("."))
        told = self.t("Belongs first.")
        if earlier != BEGIN:
            told = self.t("Belongs behind “{step}”.").format(step=self.steps[earlier].rstrip("."))
        return Item(later, label, "wrong", f"{chosen} {why}".strip(), told)

    def seconds(self) -> int:
        return 30 + 15 * len(self.steps)

    def progress(self, answer: Answer) -> tuple[int, int]:
        return len(answer["order"]), len(self.steps)

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        return [(str(number), self.steps[step]) for number, step in enumerate(answer["order"], start=1)]

    def model(self, key: Any) -> Answer | None:
        return {"order": list(key)}


def longest_run(places: Sequence[int]) -> list[int]:
    """The longest part of `places` that rises, with gaps or without; of equals the first one found."""
    best: list[list[int]] = []
    for at, place in enumerate(places):
        before = max((run for run in best[:at] if run[-1] < place), key=len, default=[])
        best.append([*before, place])
    return max(best, key=len, default=[])


def _pairs(order: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Each step behind the one before it; the first stands behind the beginning."""
    return pairwise([BEGIN, *order])
