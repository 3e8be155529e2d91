"""A small stock and a steady demand: how often is it gone before new stock comes?

Demand is a Poisson process, so the chance is that of at least `stock` events; with three left and two sold a day it is
32.3% in a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from course.i18n import Message

from ..chance import poisson
from ..simulation import Counted, Setting, Settings, Simulation, Tally

TIMES = 100


def run(settings: Settings, random: Random) -> Mapping[str, Tally]:
    """`TIMES` times the same shelf, until the new stock comes."""
    mean = settings["rate"] / 7 * settings["days"]
    return {"gone": Tally.of(poisson(random, mean) >= settings["stock"] for _ in range(TIMES))}


SIMULATION = Simulation(
    settings=(
        Setting("stock", Message("Left in stock"), 1, 20, 3),
        Setting("rate", Message("Sold per week, on average"), 1, 50, 14),
        Setting("days", Message("Days until new stock comes"), 1, 14, 1),
    ),
    outcomes=(Counted("gone", Message("Sold out before new stock comes")),),
    axis=Message("How often it is sold out, in %"),
    round=Message("One round is a hundred times the same shelf."),
    assumes=(
        Message("Buyers come one by one, by chance, and at the same rate all the time (a Poisson process)."),
        Message("Each buys one."),
    ),
    leaves_out=(
        Message("Weekends, rushes, and what the words “only a few left” do to the rate."),
        Message("New stock that comes late."),
    ),
    line=Message(
        "An honest line for this shelf: “Still in stock: {stock}. Sold per week: about {rate}. "
        "Days until there is new stock: {days}.”"
    ),
    run=run,
)
