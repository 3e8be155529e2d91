"""How an author writes a Journey: phases with their moments, cards with their places, and a model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Annotated, Any, ClassVar

from pydantic import Field

from course.authoring.block import (
    AnyPlaces,
    Block,
    Count,
    Fields,
    Id,
    Places,
    Problem,
    Text,
    texts,
    wrong_names,
)
from course.exercise import Answer
from course.i18n import Message
from course.kinds.journey.exercise import Journey

Feeling = Annotated[int, Field(ge=-2, le=2)]


class Moment(Fields):
    """A contact moment to judge: `is` is the label, or the labels, that fit it."""

    text: Text
    is_: Places
    why: Text


class Phase(Fields):
    """A phase, with contact moments that are only told or that are to be judged; without the latter it is itself."""

    text: Text
    touchpoints: list[Text] = []
    moments: dict[Id, Moment] = {}
    is_: Places | None = None
    why: Text | None = None


class JourneyCard(Fields):
    """A card; with `in` it has a right place, or none at all, and then a reason."""

    text: Text
    in_: AnyPlaces | None = None
    lift: Annotated[int, Field(ge=1, le=3)] | None = None
    why: Text | None = None


class JourneyModel(Fields):
    """A model answer: feelings by phase, and for each card its place and motive; labels follow from the moments.

    Of a road of one's own it has the names, contacts and labels too.
    """

    feelings: dict[Id, Feeling] = {}
    placed: dict[Id, str]
    motives: dict[Id, Text] = {}
    names: dict[Id, Text] = {}
    contacts: dict[Id, Text] = {}
    labels: dict[Id, str] = {}


class JourneyBlock(Block):
    """A customer journey to map."""

    exercise: ClassVar = Journey

    phases: Annotated[dict[Id, Phase], Field(min_length=2)]
    cards: Annotated[dict[Id, JourneyCard], Field(min_length=1)]
    labels: dict[Id, Text] = {}
    """What a participant can say of a moment, such as empty, business-like or fine."""
    at_most: Count = 0
    own: bool = False
    motives: bool = True
    feelings: bool = True
    rubric: list[Text] = []
    notes: list[Text] = []
    written: JourneyModel | None = Field(default=None, alias="model")

    @property
    def judged(self) -> dict[str, Moment | Phase]:
        """What has a right label, by id."""
        found: dict[str, Moment | Phase] = {}
        for name, phase in self.phases.items():
            found.update(phase.moments if phase.moments else {name: phase})
        return found if self.labels and not self.own else {}

    def content(self) -> dict[str, Any]:
        told = {name: phase.touchpoints for name, phase in self.phases.items() if phase.touchpoints}
        moments = {name: texts(phase.moments) for name, phase in self.phases.items() if phase.moments}
        return {
            "phases": texts(self.phases),
            "cards": texts(self.cards),
            "touchpoints": told,
            "labels": self.labels,
            "moments": moments,
            "at_most": self.at_most,
            "lifts": {name: card.lift for name, card in self.cards.items() if card.lift},
            "own": self.own,
            "motives": self.motives,
            "feelings": self.feelings,
            "rubric": self.rubric,
        }

    def places(self) -> Collection[str]:
        return [*self.phases, *self.labels]

    def key(self) -> Any:
        placed = {name: card.in_ for name, card in self.cards.items() if card.in_ is not None}
        labelled = {name: one.is_ for name, one in self.judged.items() if one.is_}
        key = {
            name: right[0] if len(right) == 1 else list(right) for name, right in (placed | labelled).items()
        }
        return key or None

    def reasons(self) -> dict[str, str]:
        return {name: one.why for name, one in {**self.judged, **self.cards}.items() if one.why}

    def model_text(self) -> str:
        if not self.written:
            return ""
        placed = self.written.placed.items()
        names = texts(self.phases) | self.written.names
        lines = [
            " ".join([f"{names[phase]}: {self.cards[card].text}", self.written.motives.get(card, "")])
            for card, phase in placed
        ]
        return "\n\n".join(line.strip() for line in lines)

    def model(self) -> Answer | None:
        if not self.written:
            return None
        model = self.written.model_dump(include={"feelings", "placed", "motives"})
        if self.labels:
            right = {name: one.is_[0] for name, one in self.judged.items() if one.is_}
            model["labels"] = right | self.written.labels
        if self.own:
            model |= self.written.model_dump(include={"names", "contacts"})
        return model

    def problems(self) -> Iterator[Problem]:
        yield from self._card_problems()
        yield from self._moment_problems()
        names = [*self.phases, *self.cards, *(name for one in self.phases.values() for name in one.moments)]
        for name, count in Counter(names).items():
            if count > 1:
                yield ("phases",), Message("{name} stands here twice. Give each its own name.", name=name)
        if self.written:
            to_name = self.phases if self.own else {}
            to_label = self.phases if self.own and self.labels else {}
            for field, known in (
                ("feelings", self.phases),
                ("placed", self.cards),
                ("motives", self.cards),
                ("names", to_name),
                ("contacts", to_name),
                ("labels", to_label),
            ):
                yield from wrong_names(("model", field), list(getattr(self.written, field)), known)
            for moved, phase in self.written.placed.items():
                yield from wrong_names(("model", "placed", moved), [phase], self.phases)
            if self.at_most and len(self.written.placed) > self.at_most:
                yield ("model", "placed"), Message("No more than {n} may be placed.", n=self.at_most)

    def _card_problems(self) -> Iterator[Problem]:
        keyed = any(card.in_ is not None for card in self.cards.values())
        lifting = any(card.lift for card in self.cards.values())
        for name, card in self.cards.items():
            place = ("cards", name)
            yield from wrong_names((*place, "in"), card.in_ or (), self.phases)
            if keyed and self.own:
                yield place, Message("A journey of one's own has no right places. Take out in.")
            if keyed and card.in_ is None:
                yield place, Message("The place is missing. Give every card one in in: …, or none.")
            if keyed and not card.why:
                yield place, Message("The reason is missing. Say why: or why not, in why: …")
            if card.in_ == () and not self.at_most:
                yield (
                    place,
                    Message("This card fits nowhere. Say with at-most: … that cards may be left over."),
                )
            # How far the line rises is on the page: a card without it would show that it fits nowhere.
            if lifting and not card.lift:
                yield (
                    place,
                    Message("Give every card a lift, or none: who looks closely would see the difference."),
                )
        if keyed and not any(card.in_ for card in self.cards.values()):
            yield ("cards",), Message("No card fits anywhere.")
        if lifting and not self.feelings:
            yield ("feelings",), Message("Without feelings there is no line to lift.")

    def _moment_problems(self) -> Iterator[Problem]:
        for name, phase in self.phases.items():
            place = ("phases", name)
            if self.own and (phase.touchpoints or phase.moments or phase.is_):
                yield place, Message("In a journey of one's own a phase has only a text, as a suggestion.")
            elif (phase.moments or phase.is_) and not self.labels:
                yield place, Message("The labels are missing: say above what a moment can be, in labels: …")
            elif phase.moments and phase.is_:
                yield place, Message("Here the moments are judged. Take out is, or take out moments.")
            elif self.labels and not (phase.moments or self.own) and not (phase.is_ and phase.why):
                yield (
                    place,
                    Message("Give this phase moments, or say what it is itself with is: … and why: …"),
                )
            for moment, one in phase.moments.items():
                yield from wrong_names((*place, "moments", moment, "is"), one.is_, self.labels or one.is_)
            yield from wrong_names((*place, "is"), phase.is_ or (), self.labels or phase.is_ or ())
