"""How somebody who knows nothing chooses: by how the options look.

A kind's ``guess.py`` asks for a ranking wherever its exercise asks for a choice; which look to go by is the
guesser's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Slot:
    """One choice to make.

    Attributes:
        asked: the text that it is about, such as that of a card.
        number: which choice of its exercise it is, counted from 0.
        of: how many there are; two, too, where half of the options are chosen.
    """

    asked: str
    number: int
    of: int


Rank = Callable[[Slot, Mapping[str, str]], list[str]]
"""The ids of options ({id: text}) from most to least attractive."""


def favourites(asked: Mapping[str, str], options: Mapping[str, str], rank: Rank) -> dict[str, str]:
    """For each of what is `asked` ({id: text}) the most attractive option; an option may be chosen again."""
    slots = [Slot(text, number, len(asked)) for number, text in enumerate(asked.values())]
    return {name: rank(slot, options)[0] for name, slot in zip(asked, slots, strict=True)}
