"""The statistics of the report, in plain Python.

None means that a measure does not exist for these numbers: too few of them, or no differences to explain.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import atan, atanh, cos, pi, sin, sqrt, tanh
from random import Random
from statistics import NormalDist, correlation, fmean, stdev
from typing import TypeVar

T = TypeVar("T")

Interval = tuple[float, float]
"""Lower and upper end of a 95% interval."""

FEW = 10
"""Below this number of people a correlation says next to nothing."""
WEAK = 0.2
"""Below this relation to the rest an exercise hardly tells strong work from weak (Ebel, 1979)."""
DRAWS = 1000
"""Resamples of a bootstrap: the ends of an interval are then stable to about a hundredth."""


@dataclass(frozen=True)
class Estimate:
    """A measure with its 95% interval, if it has one."""

    value: float
    interval: Interval | None = None


def mean_with_interval(values: Sequence[float]) -> Estimate | None:
    """Mean with Student's t interval; None without values, no interval for one value or equal values."""
    if not values:
        return None
    middle = fmean(values)
    if len(values) < 2 or not (spread := stdev(values)):
        return Estimate(middle)
    half = t_quantile(len(values) - 1) * spread / sqrt(len(values))
    return Estimate(middle, (middle - half, middle + half))


def share_with_interval(shares: Sequence[float]) -> Estimate:
    """Mean of shares between 0 and 1, with a bootstrap interval that stays between them."""
    return Estimate(fmean(shares), bootstrap(shares, fmean) if len(shares) > 1 else None)


def item_rest(item: Sequence[float], total: Sequence[float]) -> Estimate | None:
    """Corrected item-rest correlation: of an item with the total without that item (Henrysson, 1963).

    Args:
        item: points for the item, per person.
        total: points for everything, the item included, in the same order.

    Returns:
        The correlation with Fisher's interval; None when the item or the rest does not vary.
    """
    rest = [round(whole - part, 9) for whole, part in zip(total, item, strict=True)]
    if len(set(item)) < 2 or len(set(rest)) < 2:
        return None
    r = correlation(item, rest)
    return Estimate(r, fisher(r, len(item)))


def fisher(r: float, n: int) -> Interval | None:
    """Fisher's z interval of a correlation over `n` pairs; None below 4 pairs or for a perfect one."""
    if n < 4 or abs(r) >= 1:
        return None
    half = NormalDist().inv_cdf(0.975) / sqrt(n - 3)
    return tanh(atanh(r) - half), tanh(atanh(r) + half)


def alpha(people: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's alpha (1951).

    Args:
        people: for each person the points per item, in the same order.

    Returns:
        Alpha, at most 1 and possibly negative; None below two people or items, or when totals do not differ.
    """
    if len(people) < 2 or len(people[0]) < 2:
        return None
    items = len(people[0])
    total = _variance([sum(points) for points in people])
    if total < 1e-12:
        return None
    apart = sum(_variance(points) for points in zip(*people, strict=True))
    return items / (items - 1) * (1 - apart / total)


def alpha_with_interval(people: Sequence[Sequence[float]]) -> Estimate | None:
    """Alpha with a bootstrap interval over people."""
    value = alpha(people)
    return None if value is None else Estimate(value, bootstrap(people, alpha))


def measurement_error(people: Sequence[Sequence[float]]) -> float | None:
    """Standard error of measurement in points: sd x root(1 - alpha); None when alpha is not between 0 and 1."""
    value = alpha(people)
    if value is None or value < 0:
        return None
    return stdev([sum(points) for points in people]) * sqrt(1 - value)


def paired_difference(before: Sequence[float], after: Sequence[float]) -> Estimate | None:
    """Mean of ``after - before`` within people, with Student's t interval."""
    return mean_with_interval([late - early for early, late in zip(before, after, strict=True)])


def bootstrap(values: Sequence[T], measure: Callable[[Sequence[T]], float | None]) -> Interval | None:
    """Percentile bootstrap interval (Efron, 1979). The same values always give the same interval."""
    random = Random(20)  # noqa: S311  (resampling, no secret)
    drawn = (measure(random.choices(values, k=len(values))) for _ in range(DRAWS))
    found = sorted(value for value in drawn if value is not None)
    if len(found) < DRAWS / 2 or found[0] == found[-1]:
        return None
    return found[round(0.025 * (len(found) - 1))], found[round(0.975 * (len(found) - 1))]


def t_two_sided(t: float, df: int) -> float:
    """Share of Student's t distribution between -t and t (Abramowitz and Stegun, 26.7.3 and 26.7.4)."""
    angle = atan(t / sqrt(df))
    term, series = (cos(angle), cos(angle)) if df % 2 else (1.0, 1.0)
    for k in range(3 if df % 2 else 2, df - 1, 2):
        term *= (k - 1) / k * cos(angle) ** 2
        series += term
    if df == 1:
        return 2 * angle / pi
    return 2 / pi * (angle + sin(angle) * series) if df % 2 else sin(angle) * series


@lru_cache
def t_quantile(df: int) -> float:
    """How many standard errors a 95% interval reaches to either side, with `df` degrees of freedom."""
    low, high = 1.9, 13.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if t_two_sided(middle, df) < 0.95 else (low, middle)
    return high


def _variance(values: Sequence[float]) -> float:
    """Sample variance in floats: a bootstrap needs thousands, and `statistics.variance` counts in fractions."""
    middle = fmean(values)
    return sum((value - middle) ** 2 for value in values) / (len(values) - 1)
