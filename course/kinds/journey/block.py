"""How an author writes a Journey: phases with their touchpoints, and cards with their places."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import Block, Fields, Id, Places, Problem, Text, texts, wrong_names
from course.exercise import Answer
from course.i18n import Message
from course.kinds.journey.exercise import Journey

Feeling = Annotated[int, Field(ge=-2, le=2)]


class Phase(Fields):
    """A phase, with the contact moments that are already there."""

    text: Text
    touchpoints: list[Text] = []


class JourneyCard(Fields):
    """A card; with `in` it has a right place, and then a reason."""

    text: Text
    in_: Places | None = None
    why: Text | None = None


class JourneyModel(Fields):
    """A model answer: feelings by phase, and for each card its place and motive."""

    feelings: dict[Id, Feeling] = {}
    placed: dict[Id, str]
    motives: dict[Id, Text] = {}


class JourneyBlock(Block):
    """A customer journey to map."""

    exercise: ClassVar = Journey

    phases: Annotated[dict[Id, Phase], Field(min_length=2)]
    cards: Annotated[dict[Id, JourneyCard], Field(min_length=1)]
    motives: bool = True
    feelings: bool = True
    rubric: list[Text] = []
    notes: list[Text] = []
    written: JourneyModel | None = Field(default=None, alias="model")

    def content(self) -> dict[str, Any]:
        return {
            "phases": texts(self.phases),
            "cards": texts(self.cards),
            "touchpoints": {
                name: phase.touchpoints for name, phase in self.phases.items() if phase.touchpoints
            },
            "motives": self.motives,
            "feelings": self.feelings,
            "rubric": self.rubric,
        }

    def places(self) -> Collection[str]:
        return self.phases

    def key(self) -> Any:
        key = {
            name: card.in_[0] if len(card.in_) == 1 else list(card.in_)
            for name, card in self.cards.items()
            if card.in_
        }
        return key or None

    def reasons(self) -> dict[str, str]:
        return {name: card.why for name, card in self.cards.items() if card.why}

    def model_text(self) -> str:
        if not self.written:
            return ""
        placed = self.written.placed.items()
        lines = [
            " ".join(
                [f"{self.phases[phase].text}: {self.cards[card].text}", self.written.motives.get(card, "")]
            )
            for card, phase in placed
        ]
        return "\n\n".join(line.strip() for line in lines)

    def model(self) -> Answer | None:
        return self.written.model_dump() if self.written else None

    def problems(self) -> Iterator[Problem]:
        keyed = self.key() is not None
        for name, card in self.cards.items():
            yield from wrong_names(("cards", name, "in"), card.in_ or (), self.phases)
            if keyed and not card.in_:
                yield ("cards", name), Message("The place is missing. Give every card one in in: …, or none.")
            if keyed and not card.why:
                yield ("cards", name), Message("The reason is missing. Say why: or why not, in why: …")
        if self.written:
            for place, names, known in (
                (("model", "feelings"), self.written.feelings, self.phases),
                (("model", "placed"), self.written.placed, self.cards),
                (("model", "motives"), self.written.motives, self.cards),
            ):
                yield from wrong_names(place, list(names), known)
            for moved, phase in self.written.placed.items():
                yield from wrong_names(("model", "placed", moved), [phase], self.phases)
