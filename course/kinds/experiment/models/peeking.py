"""An A/B test, looked at once at the end, or stopped at the first look that says "significant".

With no difference at all, one look is wrong in 5% of the tests and many looks are wrong far more often (Armitage,
McPherson & Rowe 1969); with a difference, the share of tests that find it is the power.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from random import Random

from course.i18n import Message

from ..chance import binomial
from ..simulation import Counted, Setting, Settings, Simulation, Tally, Z

TESTS = 50


def run(settings: Settings, random: Random) -> Mapping[str, Tally]:
    """`TESTS` tests, each judged in both ways on the same visitors."""
    old = settings["rate"] / 100
    new = old * (1 + settings["lift"] / 100)
    looks, visitors = settings["looks"], settings["visitors"]
    peeked, waited = [], []
    for _test in range(TESTS):
        sold_old = sold_new = seen = 0
        found = stopped = False
        for look in range(1, looks + 1):
            more = visitors * look // looks - seen
            seen += more
            sold_old += binomial(random, more, old)
            sold_new += binomial(random, more, new)
            found = is_significant(sold_old, sold_new, seen)
            stopped = stopped or found
        peeked.append(stopped)
        waited.append(found)
    return {"peeked": Tally.of(peeked), "waited": Tally.of(waited)}


def is_significant(a: int, b: int, n: int) -> bool:
    """Whether `a` and `b` out of `n` each differ at the 5% level (two-sided, pooled normal approximation)."""
    pooled = (a + b) / (2 * n)
    error = sqrt(2 * pooled * (1 - pooled) / n)
    return error > 0 and abs(a - b) / n > Z * error


SIMULATION = Simulation(
    settings=(
        Setting("looks", Message("How often you look"), 1, 20, 10),
        Setting("visitors", Message("Visitors per version"), 100, 30_000, 2_000, 100),
        Setting("rate", Message("Orders with the old version"), 1, 40, 5, unit="percent"),
        Setting("lift", Message("What the new version really adds"), 0, 50, 0, unit="percent"),
    ),
    outcomes=(
        Counted("peeked", Message("Stop as soon as it is “significant”")),
        Counted("waited", Message("Judge only at the end")),
    ),
    axis=Message("Tests that report a difference, in %"),
    round=Message("One round is 50 A/B tests."),
    assumes=(
        Message("Every visitor decides alone, with the same chance all the time."),
        Message("The looks are spread evenly over the visitors, and “significant” means p < 0.05."),
        Message("What the new version adds is a part of the old: 20% on top of 5% makes 6%."),
    ),
    leaves_out=(
        Message("Weekdays, returning visitors, and versions that wear off."),
        Message("Methods that were made for looking more often; those exist."),
    ),
    run=run,
)
