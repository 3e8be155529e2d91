"""Sort: put every card in a category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from course.answers import Reader
from course.exercise import Answer, Exercise, ExerciseError, Score, per_part
from course.result import Item


def accepted(place: str | Iterable[str]) -> list[str]:
    """The places that a key accepts: one id, or several."""
    return [place] if isinstance(place, str) else list(place)


def verify_places(exercise: Exercise, key: Any, cards: Iterable[str], places: Iterable[str]) -> None:
    """Raise `ExerciseError` unless `key` gives each card, and no other, at least one of the places."""
    exercise.require(key, cards, "key names")
    exercise.require(cards, key, "the key lacks a card: the cards name")
    for card in key:
        if not accepted(key[card]):
            raise ExerciseError(f"{exercise.id}: the key gives {card} no place")
        exercise.require(accepted(key[card]), places, f"key of {card} names")


@dataclass(eq=False, kw_only=True)
class Sort(Exercise):
    """Sort `cards` into `bins` (both {id: text}); `key` is {card: bin or [bins]}."""

    bins: Mapping[str, str]
    cards: Mapping[str, str]

    kind: ClassVar[str] = "sort"
    browser_fields: ClassVar[tuple[str, ...]] = ("bins", "cards")

    def verify(self) -> None:
        if len(self.bins) < 2 or not self.cards:
            raise ExerciseError(f"{self.id}: give at least two bins and one card")

    def verify_key(self, key: Any) -> None:
        verify_places(self, key, self.cards, self.bins)

    def parts(self) -> Mapping[str, str]:
        return self.cards

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        return {"placed": reader.placing(fields.get("placed"), self.cards, self.bins)}

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        placed = answer["placed"]
        parts: list[tuple[Item, float]] = []
        for card, label in self.cards.items():
            right = accepted((key or {}).get(card, ()))
            if card not in placed:
                parts.append((Item(card, label, "open", self.t("Not placed yet.")), 0))
            elif placed[card] in right:
                parts.append((Item(card, label, "right", reasons.get(card, "")), 1))
            else:
                reason = self.chosen(self.bins[placed[card]], reasons.get(card, ""))
                home = self.belongs(self.bins[place] for place in right)
                parts.append((Item(card, label, "wrong", reason, home), 0))
        credit, items = per_part(parts)
        if confused := self.confused_pair(placed, key or {}):
            items.append(confused)
        return credit, items

    def confused_pair(self, placed: Mapping[str, str], key: Mapping[str, Any]) -> Item | None:
        """The two bins that were taken for each other most, when that happened more than once."""
        pairs = Counter(
            frozenset((placed[card], accepted(key[card])[0]))
            for card in self.cards  # of two pairs as often the first on the page, in whatever order they were placed
            if card in placed and card in key and placed[card] not in accepted(key[card])
        )
        if not pairs or pairs.most_common(1)[0][1] < 2:
            return None
        one, other = sorted(pairs.most_common(1)[0][0], key=list(self.bins).index)
        label = self.t("You mixed up “{one}” and “{other}” most.")
        return Item(
            "",
            label.format(one=self.bins[one], other=self.bins[other]),
            "partial",
            self.t("Lay those two side by side: what sets them apart?"),
        )

    def seconds(self) -> int:
        return 30 + 12 * len(self.cards)

    def progress(self, answer: Answer) -> tuple[int, int]:
        return len(answer["placed"]), len(self.cards)

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        return [(self.cards[card], self.bins[place]) for card, place in answer["placed"].items()]

    def model(self, key: Any) -> Answer | None:
        return {"placed": {card: accepted(places)[0] for card, places in key.items()}}
