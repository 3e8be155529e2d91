"""People who know nothing of the subject and look at the page alone: what each of them goes by."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module

from course.exercise import Answer, Exercise
from course.kinds.ranking import Slot

HEDGES = frozenset(
    """soms vaak meestal misschien waarschijnlijk mogelijk ongeveer gemiddeld hooguit minstens kan kunnen lijkt maar
    tenzij mits eerder zelden deels sommige often sometimes perhaps probably about may might can but unless""".split()  # noqa: SIM905
)
"""Words of somebody who weighs things."""
ABSOLUTES = frozenset(
    """altijd nooit elk elke iedereen niemand alle alles niets alleen zeker vanzelf bewijst vast always never every
    everyone nobody all nothing only proves certain""".split()  # noqa: SIM905
)
"""Words of somebody who does not."""
STOP = 4
"""Shorter words are alike in every text."""

Guesser = Callable[[Slot, Mapping[str, str], str], Sequence[str]]
"""Ranks options; the third argument is the prose above the exercise, where an example would stand."""


def words_in(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def stems(text: str) -> set[str]:
    """Words of some length by their beginning, so that *cadeaus* is like *cadeautje*."""
    return {word[:5] for word in words_in(text) if len(word) >= STOP}


def most(options: Mapping[str, str], look: Callable[[str], float]) -> list[str]:
    """The options with most of a `look` first; equal ones as they are shown."""
    return sorted(options, key=lambda name: -look(options[name]))


def longest(slot: Slot, options: Mapping[str, str], above: str) -> list[str]:
    return most(options, len)


def shortest(slot: Slot, options: Mapping[str, str], above: str) -> list[str]:
    return most(options, lambda text: -len(text))


def most_nuanced(slot: Slot, options: Mapping[str, str], above: str) -> list[str]:
    def nuance(text: str) -> int:
        return sum((word in HEDGES) - (word in ABSOLUTES) for word in words_in(text))

    return most(options, nuance)


def shares_words(slot: Slot, options: Mapping[str, str], above: str) -> list[str]:
    return most(options, lambda text: len(stems(text) & stems(slot.asked)))


def first(slot: Slot, options: Mapping[str, str], above: str) -> list[str]:
    return list(options)


def middle(slot: Slot, options: Mapping[str, str], above: str) -> list[str]:
    names = list(options)
    return sorted(names, key=lambda name: abs(names.index(name) - (len(names) - 1) / 2))


def evenly_spread(slot: Slot, options: Mapping[str, str], above: str) -> list[str]:
    names = list(options)
    return sorted(names, key=lambda name: (names.index(name) - slot.number) % min(slot.of, len(names)))


def copies_the_example(slot: Slot, options: Mapping[str, str], above: str) -> list[str]:
    """Looks for the sentence above the exercise that is most like what is asked, and takes what is most like that."""
    sentences = [stems(sentence) for sentence in re.split(r"(?<=[.?!])\s", above)]
    return most(
        options,
        lambda text: max(
            (len(stems(text) & told) * (1 + len(stems(slot.asked) & told)) for told in sentences), default=0
        ),
    )


GUESSERS: tuple[Guesser, ...] = (
    longest,
    shortest,
    most_nuanced,
    shares_words,
    first,
    middle,
    evenly_spread,
    copies_the_example,
)


def guessed(exercise: Exercise, guesser: Guesser, above: str = "") -> Answer:
    """What `guesser` answers, by the kind's own way to guess."""
    kind_guess = import_module(f"course.kinds.{exercise.kind}.guess").guess
    return kind_guess(exercise, partial(_rank, guesser, above))


def _rank(guesser: Guesser, above: str, slot: Slot, options: Mapping[str, str]) -> list[str]:
    return list(guesser(slot, options, above))
