"""Eight worlds with the same songs: what people listen to depends, more or less, on what others downloaded before.

After Salganik, Dodds & Watts (2006). As Krumme and others (2012) found in the original data, others decide what one
listens to, and the song itself decides whether one keeps it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import asin, sin
from random import Random

from course.i18n import Message

from ..simulation import Counted, Setting, Settings, Simulation, Tally

WORLDS, SONGS, TOP, GIANT = 8, 48, 10, 0.1


@cache
def qualities() -> tuple[float, ...]:
    """The chance that a listener downloads each song, worst first: evenly spread over Beta(2, 2), for all the same."""
    return tuple(0.5 - sin(asin(1 - (2 * song + 1) / SONGS) / 3) for song in range(SONGS))


def run(settings: Settings, random: Random) -> Mapping[str, Tally]:
    """Eight worlds that begin empty; where the best song ends in each, and how big number one is."""
    influence, best = settings["influence"] / 100, SONGS - 1
    worlds = [_world(influence, settings["listens"], random) for _ in range(WORLDS)]
    # Ties fall by lot.
    charts = [
        sorted(range(SONGS), key=lambda song: (-downloads[song], random.random())) for downloads in worlds
    ]
    return {
        "best_first": Tally.of(chart[0] == best for chart in charts),
        "best_top": Tally.of(best in chart[:TOP] for chart in charts),
        "giant": Tally.of(max(downloads) >= GIANT * sum(downloads) for downloads in worlds),
    }


def _world(influence: float, listens: int, random: Random) -> list[int]:
    """How often each song was downloaded in one world."""
    songs = qualities()
    downloads = [0] * SONGS
    urn = list(range(SONGS))  # each song once, and once more for each download
    for _listen in range(listens):
        heard = urn if random.random() < influence else range(SONGS)
        song = heard[int(random.random() * len(heard))]
        if random.random() < songs[song]:
            downloads[song] += 1
            urn.append(song)
    return downloads


SIMULATION = Simulation(
    settings=(
        Setting("influence", Message("How much people follow the others"), 0, 100, 50, 5, unit="percent"),
        Setting("listens", Message("Times that someone listens, per world"), 1_000, 5_000, 3_000, 500),
    ),
    outcomes=(
        Counted("best_first", Message("The best song is number one")),
        Counted("best_top", Message("The best song is in the top ten")),
        Counted("giant", Message("Number one has a tenth of all downloads")),
    ),
    axis=Message("Worlds in which this happens, in %"),
    round=Message("One round is eight new worlds, with the same 48 songs."),
    assumes=(
        Message("All worlds begin with empty charts, and do not hear of each other."),
        Message("A popular song is heard more often. Whether it is kept depends on the song alone."),
        Message("Quality is a fixed number: the chance that a listener keeps the song."),
    ),
    leaves_out=(
        Message("Taste that differs from one person to the next, friends, radio and advertising."),
        Message("How strongly people really follow the others: that is your slider."),
    ),
    sources=("salganik-2006", "krumme-2012"),
    run=run,
)
