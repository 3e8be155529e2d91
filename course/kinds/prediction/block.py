"""How an author writes a Prediction: a number of the evidence with a slider, or things with a number each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Place, Problem, Text, texts
from course.evidence import EvidenceError
from course.i18n import Message
from course.kinds.order.block import mixed
from course.kinds.prediction.exercise import Prediction
from course.kinds.prediction.outcome import found, order_found


class Thing(Fields):
    """Something that has a place in the order, by its number in the evidence."""

    text: Text
    about: str


class PredictionBlock(Block):
    """A number from `low` to `high`, or an order of `things`.

    `then` names the figure that comes after it.
    """

    exercise: ClassVar = Prediction
    is_scored: ClassVar = False
    is_recorded: ClassVar = True

    about: str | None = None
    low: int | float | None = None
    high: int | float | None = None
    step: Annotated[int | float, Field(gt=0)] = 1
    things: dict[Id, Thing] = {}
    then: str | None = None

    def content(self) -> dict[str, Any]:
        then = {"then": self.then or ""}
        if not self.things:
            unit = found(self.about or "").unit
            return {
                "about": self.about,
                "low": self.low,
                "high": self.high,
                "step": self.step,
                "unit": unit,
                **then,
            }
        about, shown = texts(self.things, "about"), texts(self.things)
        return {"about": about, "things": {name: shown[name] for name in mixed(order_found(about))}, **then}

    def figures(self) -> list[str]:
        return [self.then] if self.then else []

    def numbers(self) -> list[str]:
        return [self.about] if self.about else list(texts(self.things, "about").values())

    def problems(self) -> Iterator[Problem]:
        number = (self.about, self.low, self.high)
        if self.things:
            if any(one is not None for one in number):
                yield ("things",), Message("An order of things has no about, low or high of its own.")
            if len(self.things) < 3:
                yield ("things",), Message("Give at least {n} here.", n=3)
            for name, thing in self.things.items():
                yield from _unprintable(("things", name, "about"), thing.about)
            return
        if self.about is None or self.low is None or self.high is None:
            yield (
                ("question",),
                Message("Ask for a number, with about, low and high, or for an order, with things."),
            )
            return
        yield from _unprintable(("about",), self.about)
        if self.low + self.step >= self.high:
            yield ("high",), Message("From low to high there must be at least two steps.")


def _unprintable(place: Place, id: str) -> Iterator[Problem]:
    try:
        found(id)
    except EvidenceError as error:
        yield place, Message("This number cannot be shown. {why}", why=error.message)
