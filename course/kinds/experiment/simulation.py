"""What a simulation is made of: settings, one function, and the words that say what it is worth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from random import Random

from course.evidence.numbers import wilson
from course.i18n import Message

Z = 1.959964
"""Standard errors on either side of a mean that make 95%."""

Settings = Mapping[str, int]
"""{setting: value}, all of them whole numbers."""


@dataclass(frozen=True)
class Setting:
    """A number that can be set, `start` at first; `unit` is one of `course.evidence.numbers.UNITS`."""

    id: str
    label: Message
    low: int
    high: int
    start: int
    step: int = 1
    unit: str = "count"


@dataclass(frozen=True)
class Tally:
    """What came out of some rounds: how many cases, the sum of their values and of the squares of these.

    Tallies add up, so rounds can be done one by one.
    """

    n: int = 0
    total: float = 0
    squares: float = 0

    @classmethod
    def of(cls, values: Iterable[float]) -> Tally:
        """The tally of single values; a true or false counts as 1 or 0."""
        numbers = [float(value) for value in values]
        return cls(len(numbers), sum(numbers), sum(one * one for one in numbers))

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.n + other.n, self.total + other.total, self.squares + other.squares)

    @property
    def mean(self) -> float:
        """The mean value; of nothing it is 0."""
        return self.total / self.n if self.n else 0.0

    def percent(self) -> tuple[float, float, float]:
        """Share of the cases that are true, with its 95% interval (Wilson), in percent."""
        return 100 * self.mean, *wilson(self.total, self.n)

    def average(self) -> tuple[float, float, float]:
        """Mean value with its 95% interval, in the unit of the values."""
        spread = max(0.0, self.squares / self.n - self.mean**2) * self.n / max(1, self.n - 1)
        half = Z * sqrt(spread / self.n)
        return self.mean, self.mean - half, self.mean + half


@dataclass(frozen=True)
class Counted:
    """Something that a simulation counts."""

    id: str
    label: Message


@dataclass(frozen=True, kw_only=True)
class Simulation:
    """A model of a piece of the world.

    Args:
        settings: what can be set.
        outcomes: what is counted; the first is the one that a reader predicts.
        axis: what the numbers along the axis are.
        unit: of all outcomes: ``percent`` of cases that are true, or ``points`` for a mean.
        guess: the lowest and the highest prediction, in that unit.
        round: what happens in one round, in a sentence.
        assumes: what the model takes for granted.
        leaves_out: what it knows nothing of.
        sources: ids in the evidence of the studies that it builds on.
        line: a sentence that the settings write themselves, with their ids as holes.
        run: one round. A pure function of the settings and the chance that it is given; a `Tally` for each outcome.
    """

    settings: tuple[Setting, ...]
    outcomes: tuple[Counted, ...]
    axis: Message
    unit: str = "percent"
    guess: tuple[int, int] = (0, 100)
    round: Message
    assumes: tuple[Message, ...]
    leaves_out: tuple[Message, ...]
    sources: tuple[str, ...] = ()
    line: Message | None = None
    run: Callable[[Settings, Random], Mapping[str, Tally]]

    def estimate(self, tally: Tally) -> tuple[float, float, float]:
        """An outcome and its 95% interval, in the unit of this simulation."""
        return tally.percent() if self.unit == "percent" else tally.average()
