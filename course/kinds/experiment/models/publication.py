"""Many studies of one small effect, of which those that found something are published more often.

What is published is then larger than what is true. The start is near what Franco and others (2014) counted: of studies
without an effect about 21% appeared, of those with a strong one about 62%.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from course.i18n import Message

from ..chance import binomial
from ..simulation import Counted, Setting, Settings, Simulation, Tally
from .peeking import is_significant

STUDIES, USUAL = 100, 0.3
"""Studies in a round, and the share of people who say yes without the trick."""


def run(settings: Settings, random: Random) -> Mapping[str, Tally]:
    """`STUDIES` studies; the difference that each found, in percentage points, and whether it was published."""
    n = settings["people"]
    every, published = [], []
    for _study in range(STUDIES):
        without = binomial(random, n, USUAL)
        with_it = binomial(random, n, USUAL + settings["effect"] / 100)
        found = is_significant(without, with_it, n)
        difference = 100 * (with_it - without) / n
        every.append(difference)
        if random.random() < settings["something" if found else "nothing"] / 100:
            published.append(difference)
    return {"published": Tally.of(published), "every": Tally.of(every)}


SIMULATION = Simulation(
    settings=(
        Setting("effect", Message("What the trick really adds"), 0, 10, 2, unit="points"),
        Setting("people", Message("People per group in a study"), 20, 1_000, 100, 20),
        Setting("nothing", Message("Published when nothing significant was found"), 0, 100, 21, unit="percent"),
        Setting("something", Message("Published when something significant was found"), 0, 100, 62, unit="percent"),
    ),
    outcomes=(
        Counted("published", Message("Published studies")),
        Counted("every", Message("All studies that were done")),
    ),
    axis=Message("Difference that they found on average, in percentage points"),
    unit="points",
    guess=(0, 20),
    round=Message("One round is a hundred studies of the same trick."),
    assumes=(
        Message("Without the trick 30% say yes. All studies measure the same thing, equally well."),
        Message("Whether a study appears depends only on whether it found something (p < 0.05)."),
    ),
    leaves_out=(
        Message("Polishing a result until it is significant, and studies that differ in quality."),
        Message("Who decides: in the data behind the start, most studies that found nothing were never written up."),
    ),
    sources=("franco-2014",),
    run=run,
)  # fmt: skip
