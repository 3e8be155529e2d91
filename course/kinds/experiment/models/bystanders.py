"""More bystanders: each of them helps less often, and still someone may help more often.

A toy: someone who is alone helps with chance p, one of n with chance p · n^-k. Fischer and others (2011) found that
each helps less when there are more; Philpot and others (2020) that in public conflicts someone nearly always does.
Neither fixes k.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from course.i18n import Message

from ..simulation import Counted, Setting, Settings, Simulation, Tally

TIMES = 100


def run(settings: Settings, random: Random) -> Mapping[str, Tally]:
    """`TIMES` incidents; who of the bystanders helps."""
    people = settings["people"]
    chance = settings["alone"] / 100 * people ** (-settings["less"] / 100)
    times = [[random.random() < chance for _person in range(people)] for _time in range(TIMES)]
    return {"someone": Tally.of(map(any, times)), "you": Tally.of(helps[0] for helps in times)}


SIMULATION = Simulation(
    settings=(
        Setting("people", Message("Bystanders"), 1, 20, 5),
        Setting("alone", Message("How often someone helps who is alone"), 10, 90, 50, unit="percent"),
        Setting("less", Message("How much less with others around (0: not, 100: shared out)"), 0, 100, 60, 5),
    ),
    outcomes=(
        Counted("someone", Message("At least one person helps")),
        Counted("you", Message("One particular person helps")),
    ),
    axis=Message("Incidents in which this happens, in %"),
    round=Message("One round is a hundred incidents."),
    assumes=(
        Message("Everyone decides alone, and all bystanders are alike."),
        Message("The more people, the less often each of them helps, by a fixed rule."),
    ),
    leaves_out=(
        Message("Danger, friends among the bystanders, and someone who takes the lead."),
        Message(
            "How much less each really helps: studies found that it is less, but do not fix this slider."
        ),
    ),
    sources=("fischer-2011", "philpot-2020"),
    run=run,
)
