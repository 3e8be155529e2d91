"""Axes: from values to places, with round numbers along them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import ceil, exp, floor, log, log10

from .svg import INK, LINE, SMALL, SOFT, Drawing, width_of, wrapped

LOG_STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


def steps(low: float, high: float, most: int = 6) -> list[float]:
    """At most `most` round numbers from `low` to `high`, at equal distances."""
    rough = (high - low) / max(1, most - 1)
    size = 10 ** floor(log10(rough))
    step = next(size * part for part in (1, 2, 2.5, 5, 10, 20) if size * part >= rough * 0.999)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [round(i * step, 10) for i in range(first, last + 1)]


@dataclass(frozen=True)
class Axis:
    """A range of values laid out from `start` to `end` on the paper; `log` for a logarithmic one."""

    low: float
    high: float
    start: float
    end: float
    log: bool = False

    def __call__(self, value: float) -> float:
        """The place of a value."""
        low, high, at = (log(x) if self.log else x for x in (self.low, self.high, value))
        return self.start + (at - low) / (high - low) * (self.end - self.start)

    def ticks(self, most: int = 6) -> list[float]:
        """Round numbers within the range."""
        if not self.log:
            return steps(self.low, self.high, most)
        inside = [tick for tick in LOG_STEPS if self.low <= tick * 1.001 and tick <= self.high * 1.001]
        digits = ("125", "15", "1")
        sets = [[tick for tick in inside if str(tick).strip("0.")[:1] in kept] for kept in digits]
        return next((ticks for ticks in sets if len(ticks) <= most), sets[-1])


def room(
    values: Iterable[float], part: float = 0.08, zero: bool = False, log_scale: bool = False
) -> tuple[float, float]:
    """A range that holds all `values` with some air around; from `zero` where that is the floor."""
    numbers = [log(v) for v in values] if log_scale else list(values)
    low, high = min(numbers), max(numbers)
    if zero:
        low, high = min(0.0, low), max(0.0, high)
    air = part * ((high - low) or abs(high) or 1)
    low, high = (low - air if low < 0 or not zero else low), high + air
    return (exp(low), exp(high)) if log_scale else (low, high)


def below(
    drawing: Drawing, axis: Axis, top: float, bottom: float, title: str, mark: Callable[[float], str],
    rule: float | None = 0, most: int = 6,
) -> float:  # fmt: skip
    """Draw a horizontal axis: lines from `top` to `bottom`, numbers and title below; where that ends."""
    for tick in axis.ticks(most):
        strong = tick == rule
        drawing.line(axis(tick), top, axis(tick), bottom, SOFT if strong else LINE, stroke_width=1)
        half = width_of(mark(tick), SMALL) / 2
        middle = min(max(axis(tick), half), drawing.width - half)
        drawing.text(middle, bottom + 17, mark(tick), SMALL, "middle", SOFT)
    lines = wrapped(title, axis.end - axis.start, SMALL)
    return bottom + 38 + drawing.text(axis.start, bottom + 38, lines, SMALL, color=INK) - 8


def beside(
    drawing: Drawing, axis: Axis, left: float, right: float, mark: Callable[[float], str], most: int = 6
) -> None:
    """Draw a vertical axis: lines from `left` to `right`, numbers at the left."""
    for tick in axis.ticks(most):
        drawing.line(left, axis(tick), right, axis(tick), SOFT if tick == 0 else LINE, stroke_width=1)
        drawing.text(left - 7, axis(tick) + 4.5, mark(tick), SMALL, "end", SOFT)
