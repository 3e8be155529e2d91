"""The five best customers of a shop, and those who left: what does a list of survivors say about the way they came?

All customers begin together. Each comes by word of mouth or through an advertisement, and stays another year with a
chance that may differ between the two. With equal chances word of mouth has the same share, on average, among the best
as among those who left: its share of all customers.
"""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from course.i18n import Message

from ..simulation import Counted, Setting, Settings, Simulation, Tally

SHOPS, CUSTOMERS, YEARS, BEST, MOST = 50, 40, 5, 5, 4


def run(settings: Settings, random: Random) -> Mapping[str, Tally]:
    """`SHOPS` shops, `YEARS` years on; who is on the list of best customers, and who left."""
    stays = {True: settings["stay_heard"] / 100, False: settings["stay_saw"] / 100}
    lists: list[list[bool]] = []
    left: list[bool] = []
    for _shop in range(SHOPS):
        spent: list[tuple[float, bool]] = []
        for _customer in range(CUSTOMERS):
            heard = random.random() < settings["heard"] / 100
            years = 0
            while years < YEARS and random.random() < stays[heard]:
                years += 1
            if years < YEARS:
                left.append(heard)
            # What one spends in a year is chance, the same for all.
            spent.append((sum(random.expovariate(1) for _year in range(1 + years)), heard))
        lists.append([heard for _sum, heard in sorted(spent)[-BEST:]])
    return {
        "mostly": Tally.of(sum(best) >= MOST for best in lists),
        "best": Tally.of(heard for best in lists for heard in best),
        "left": Tally.of(left),
    }


SIMULATION = Simulation(
    settings=(
        Setting("heard", Message("Came by word of mouth, of all customers"), 0, 100, 70, 5, unit="percent"),
        Setting(
            "stay_heard",
            Message("Stays another year, who came by word of mouth"),
            40,
            95,
            70,
            5,
            unit="percent",
        ),
        Setting(
            "stay_saw",
            Message("Stays another year, who came through an advertisement"),
            40,
            95,
            70,
            5,
            unit="percent",
        ),
    ),
    outcomes=(
        Counted("mostly", Message("Shops where word of mouth fills at least four of the five best places")),
        Counted("best", Message("Word of mouth among the five best customers")),
        Counted("left", Message("Word of mouth among those who left")),
    ),
    axis=Message("Share, in %"),
    round=Message("One round is fifty shops with forty customers each, five years on."),
    assumes=(
        Message("All customers begin in the same year, and decide once a year whether they stay."),
        Message("What someone spends in a year is chance, and the same for both ways in."),
    ),
    leaves_out=(
        Message("New customers in the meantime, and customers who bring others along."),
        Message("What either way costs, and how many people each of them reaches."),
    ),
    run=run,
)
