"""A trial that goes on by itself, or one that stops by itself: who still pays after a while?

After Miller, Sahni & Strulov-Shlain: renewal by itself scares off 24 to 36% at the door; about half of those who come
in stay, against a seventh of that where the trial stops. How fast each group leaves is not known here: those are
sliders, and whether the lead of automatic renewal lasts depends on them.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from course.i18n import Message

from ..chance import binomial
from ..simulation import Counted, Setting, Settings, Simulation, Tally

PEOPLE = 1_000
STAY, CHOOSE = 0.5, 0.07
"""Of those who took the trial: who stays when it goes on by itself, and who takes a subscription when it stops."""


def run(settings: Settings, random: Random) -> Mapping[str, Tally]:
    """`PEOPLE` people for each offer, who would all take a trial that stops by itself."""
    month = settings["month"]
    renewing = STAY * (1 - settings["scared"] / 100) * (1 - settings["drift"] / 100) ** month
    stopping = CHOOSE * (1 - settings["leave"] / 100) ** month
    return {"renewing": _payers(renewing, random), "stopping": _payers(stopping, random)}


def _payers(chance: float, random: Random) -> Tally:
    paying = binomial(random, PEOPLE, chance)
    return Tally(PEOPLE, paying, paying)


SIMULATION = Simulation(
    settings=(
        Setting("month", Message("Months after the trial"), 0, 24, 24),
        Setting("drift", Message("Leave per month: those who stayed by themselves"), 0, 20, 8, unit="percent"),
        Setting("leave", Message("Leave per month: those who chose to subscribe"), 0, 20, 1, unit="percent"),
        Setting("scared", Message("Scared off at the door by automatic renewal"), 24, 36, 30, unit="percent"),
    ),
    outcomes=(
        Counted("renewing", Message("Trial that goes on by itself")),
        Counted("stopping", Message("Trial that stops by itself")),
    ),
    axis=Message("Still pays, in % of the people who like the trial"),
    round=Message("One round is a thousand people for each offer."),
    assumes=(
        Message("Of those who took a trial that goes on by itself, half stays. Where it stops, 7% subscribes."),
        Message("Those who stay without choosing rarely read. How much faster they leave is your slider."),
    ),
    leaves_out=(
        Message("People who subscribe later, and those who never come back."),
        Message("Money, complaints and the law."),
    ),
    sources=("miller-sahni",),
    run=run,
)  # fmt: skip
