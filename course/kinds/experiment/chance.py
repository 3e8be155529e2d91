"""Draws that Python's `random` lacks in the oldest version that we support."""

from __future__ import annotations

from math import exp, floor, log, sqrt
from random import Random

NORMAL_FROM = 9
"""Variance from which on a binomial is drawn as a rounded normal: nobody sees the difference in a percentage."""


def binomial(random: Random, n: int, p: float) -> int:
    """How many of `n` succeed, each with chance `p`."""
    if p > 0.5:
        return n - binomial(random, n, 1 - p)
    if p <= 0:
        return 0
    variance = n * p * (1 - p)
    if variance > NORMAL_FROM:
        return min(n, max(0, round(random.gauss(n * p, sqrt(variance)))))
    # From one success to the next: as many draws as there are successes, not as many as there are trials.
    successes, at, step = -1, 0, log(1 - p)
    while at <= n:
        successes += 1
        at += 1 + floor(log(1 - random.random()) / step)
    return successes


def poisson(random: Random, mean: float) -> int:
    """How many events in a stretch of time that has `mean` of them on average (Knuth)."""
    events, left, floor_ = -1, 1.0, exp(-mean)
    while left > floor_:
        events += 1
        left *= random.random()
    return events
