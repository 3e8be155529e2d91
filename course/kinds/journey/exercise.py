"""Journey: map a customer journey, draw how each phase feels, and place gestures with a motive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from course.answers import Answers, Reader
from course.exercise import Answer, ExerciseError, Reaction, Score, count_words, per_part
from course.kinds.open_task import OpenTask
from course.kinds.sort.exercise import accepted, verify_places
from course.result import Item

MIN_MOTIVE = 4
"""Words from which a motive counts as given."""


@dataclass(eq=False, kw_only=True)
class Journey(OpenTask):
    """Place `cards` in `phases` (both {id: text}).

    Args:
        touchpoints: {phase: [contact moments that are already there]}.
        motives: ask why, for every placed card.
        feelings: ask how each phase feels, from -2 to 2.
        key: {card: phase or [phases]}. Without a key a card counts when it has a place (and a motive).
    """

    phases: Mapping[str, str]
    cards: Mapping[str, str]
    touchpoints: Mapping[str, Sequence[str]] = field(default_factory=dict)
    motives: bool = True
    feelings: bool = True

    kind: ClassVar[str] = "journey"
    browser_fields: ClassVar[tuple[str, ...]] = (
        "phases",
        "cards",
        "touchpoints",
        "motives",
        "feelings",
        "rubric",
    )

    def verify(self) -> None:
        if len(self.phases) < 2 or not self.cards:
            raise ExerciseError(f"{self.id}: give at least two phases and one card")
        self.require(self.touchpoints, self.phases, "touchpoints name")

    def verify_key(self, key: Any) -> None:
        verify_places(self, key, self.cards, self.phases)

    def parts(self) -> Mapping[str, str]:
        return self.cards

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        feelings = {}
        for phase, value in reader.mapping(fields.get("feelings")).items():
            feeling = reader.whole(value, -2, 2)
            if reader.known(phase, self.phases) and feeling is not None:
                feelings[phase] = feeling
        motives = {}
        for card, value in reader.mapping(fields.get("motives")).items():
            text = reader.text(value)
            if reader.known(card, self.cards) and count_words(text):
                motives[card] = text
        placed = reader.placing(fields.get("placed"), self.cards, self.phases)
        return {
            "feelings": feelings,
            "placed": placed,
            "motives": motives,
            **self.clean_compared(fields, reader),
        }

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        return Reaction(self.compared(answer))

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        return per_part(self._judge(card, answer, key, reasons) for card in self.cards)

    def _judge(self, card: str, answer: Answer, key: Any, reasons: Mapping[str, str]) -> tuple[Item, float]:
        label, place = self.cards[card], answer["placed"].get(card)
        why = reasons.get(card, "")
        if place is None:
            return Item(card, label, "open", self.t("Not placed yet.")), 0
        if key is not None and place not in accepted(key[card]):
            told = self.belongs(self.phases[phase] for phase in accepted(key[card]))
            return Item(card, label, "wrong", self.chosen(self.phases[place], why), told), 0
        if self.motives and count_words(answer["motives"].get(card, "")) < MIN_MOTIVE:
            reason = " ".join([self.t("Say in a few words why you put it here."), why]).strip()
            return Item(card, label, "partial", reason), 0.5
        return Item(card, label, "right", why), 1

    def seconds(self) -> int:
        return 360

    def progress(self, answer: Answer) -> tuple[int, int]:
        done, total = len(answer["placed"]), len(self.cards)
        if self.motives:
            done += sum(card in answer["motives"] for card in answer["placed"])
            total *= 2
        if self.feelings:
            done, total = done + len(answer["feelings"]), total + len(self.phases)
        return done, total

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        rows = []
        for phase, label in self.phases.items():
            if phase in answer["feelings"]:
                rows.append((label, self.t("feeling {n} (from -2 to 2)").format(n=answer["feelings"][phase])))
            for card, place in answer["placed"].items():
                if place == phase:
                    motive = answer["motives"].get(card, "")
                    rows.append((label, f"{self.cards[card]}\n{motive}".strip()))
        return [*rows, *self.describe_compared(answer)]

    def model(self, key: Any) -> Answer | None:
        if self.motives:
            return None
        return {"feelings": {}, "placed": {card: accepted(key[card])[0] for card in key}, "motives": {}}
