"""Journey: draw how a customer journey feels, say what its moments are, and place a few gestures with a motive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, ClassVar

from course.answers import Answers, Reader
from course.exercise import Answer, ExerciseError, Reaction, Score, count_words
from course.i18n import Message
from course.kinds.journey.line import HIGH, LOW, lifted
from course.kinds.open_task import OpenTask
from course.kinds.sort.exercise import accepted
from course.result import Item

MIN_MOTIVE = 4
"""Words from which a motive counts as given."""
MIN_PHASES = 2
"""Phases from which something is a journey."""


@dataclass(eq=False, kw_only=True)
class Journey(OpenTask):
    """Map a journey of `phases` ({id: text}) and place `cards` ({id: text}) in it.

    Ids of phases, moments and cards differ from each other: a key and reasons name them without saying which they are.

    Args:
        touchpoints: {phase: [contact moments that are only told]}.
        labels: {id: text}, what a participant can say of each moment; without them nothing is labelled.
        moments: {phase: {id: text}}, the contact moments to label. A phase without any is labelled as a whole: there
            something may be missing.
        at_most: how many cards may be placed; 0 is no limit. One that is placed well is then enough.
        lifts: {card: how far the feeling rises where it is placed}, for the second line.
        own: the participant names the phases and tells the contact moments; the texts of `phases` are suggestions.
        motives: ask why, for every placed card.
        feelings: ask how each phase feels, from -2 to 2. What one feels is never scored.
        key: {card: phase or [phases], none where it fits nowhere; moment or phase: label or [labels]}. Without its
            cards a card counts when it has a place (and a motive), without its labels a label counts when it is given.
    """

    phases: Mapping[str, str]
    cards: Mapping[str, str]
    touchpoints: Mapping[str, Sequence[str]] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    moments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    at_most: int = 0
    lifts: Mapping[str, int] = field(default_factory=dict)
    own: bool = False
    motives: bool = True
    feelings: bool = True

    kind: ClassVar[str] = "journey"
    browser_fields: ClassVar[tuple[str, ...]] = (
        "phases",
        "cards",
        "touchpoints",
        "labels",
        "moments",
        "at_most",
        "lifts",
        "own",
        "motives",
        "feelings",
        "rubric",
    )

    def verify(self) -> None:
        if len(self.phases) < MIN_PHASES or not self.cards:
            raise ExerciseError(f"{self.id}: give at least two phases and one card")
        self.require(self.touchpoints, self.phases, "touchpoints name")
        self.require(self.moments, self.phases, "moments name")
        self.require(self.lifts, self.cards, "lifts name")
        if self.own and (self.moments or self.touchpoints):
            raise ExerciseError(f"{self.id}: a participant's own journey has no moments yet")
        names = [*self.phases, *self.cards, *(name for inside in self.moments.values() for name in inside)]
        if len(names) > len(set(names)):
            raise ExerciseError(f"{self.id}: a phase, a moment or a card has the name of another")

    def verify_key(self, key: Any) -> None:
        if self.own:
            raise ExerciseError(f"{self.id}: a participant's own journey has no key")
        self.require(key, self.parts(), "key names")
        for parts, places in ((self.cards, self.phases), (self.judged, self.labels)):
            named = [name for name in parts if name in key]
            if named:
                self.require(parts, key, "the key lacks something: this exercise names")
            for name in named:
                self.require(accepted(key[name]), places, f"key of {name} names")
        cards = [accepted(key[card]) for card in self.cards if card in key]
        if cards and not (any(cards) if self.at_most else all(cards)):
            raise ExerciseError(
                f"{self.id}: the key has a card without a place; with at_most some may have none"
            )
        for name in self.judged:
            if name in key and not accepted(key[name]):
                raise ExerciseError(f"{self.id}: the key gives {name} no label")

    @property
    def judged(self) -> dict[str, str]:
        """What gets a label, {id: text}: the moments, and each phase without any."""
        found: dict[str, str] = {}
        for phase, title in self.phases.items() if self.labels else ():
            found |= self.moments.get(phase) or {phase: title}
        return found

    def parts(self) -> Mapping[str, str]:
        return {**self.judged, **self.cards}

    # An answer -----------------------------------------------------------------------------------

    def clean(self, raw: Any, reader: Reader) -> Answer:
        fields = reader.mapping(raw)
        feelings = {}
        for phase, value in reader.mapping(fields.get("feelings")).items():
            feeling = reader.whole(value, LOW, HIGH)
            if reader.known(phase, self.phases) and feeling is not None:
                feelings[phase] = feeling
        placed = reader.placing(fields.get("placed"), self.cards, self.phases)
        if self.at_most and len(placed) > self.at_most:
            reader.refuse(Message("No more than {n} may be placed; the rest was left out.", n=self.at_most))
            placed = dict(islice(placed.items(), self.at_most))
        answer = {
            "feelings": feelings,
            "placed": placed,
            "motives": self._texts(fields, "motives", self.cards, reader),
        }
        if self.labels:
            answer["labels"] = reader.placing(fields.get("labels"), self.judged, self.labels)
        if self.own:
            answer |= {name: self._texts(fields, name, self.phases, reader) for name in ("names", "contacts")}
        return {**answer, **self.clean_compared(fields, reader)}

    def _texts(
        self, fields: Mapping[str, Any], name: str, known: Mapping[str, str], reader: Reader
    ) -> dict[str, str]:
        found = {}
        for part, value in reader.mapping(fields.get(name)).items():
            text = reader.text(value)
            if reader.known(part, known) and count_words(text):
                found[part] = text
        return found

    def phases_of(self, answer: Answer) -> dict[str, str]:
        """The phases of the journey in an answer, {id: name}: those given, or those of one's own that have anything."""
        if not self.own:
            return dict(self.phases)
        used = {
            phase for name in ("names", "contacts", "feelings", "labels") for phase in answer.get(name, ())
        }
        used |= set(answer["placed"].values())
        return {
            phase: answer["names"].get(phase) or self.t("Phase {n}").format(n=at)
            for at, phase in enumerate(self.phases, start=1)
            if phase in used
        }

    def lifted(self, answer: Answer) -> dict[str, int]:
        """How the phases feel in which a card is placed, {phase: feeling}."""
        return lifted(answer["feelings"], answer["placed"], self.lifts)

    def react(self, answer: Answer, answers: Answers) -> Reaction:
        return Reaction(self.compared(answer))

    # What it is worth ----------------------------------------------------------------------------

    def score(self, answer: Answer, key: Any, reasons: Mapping[str, str]) -> Score:
        key = key or {}
        judged = [self._labelled(name, answer, key, reasons) for name in self._to_label(answer)]
        cards = [card for card in self.cards if card in answer["placed"] or not self.at_most]
        gestures = [self._placed(card, answer, key, reasons) for card in cards]
        credits = [credit for _item, credit in gestures]
        if self.at_most:  # who chooses one moment does not do worse than who chooses more
            if not gestures:
                gestures = [(Item("gesture", self.t("A gesture"), "open", self.t("Not placed yet.")), 0)]
            credits = [sum(credits) / max(1, len(credits))] * self.at_most
        credits += [credit for _item, credit in judged]
        return sum(credits) / len(credits), [item for item, _credit in (*judged, *gestures)]

    def _to_label(self, answer: Answer) -> Iterable[str]:
        return self.phases_of(answer) if self.own and self.labels else self.judged

    def _labelled(
        self, name: str, answer: Answer, key: Mapping[str, Any], reasons: Mapping[str, str]
    ) -> tuple[Item, float]:
        text, label, why = self.judged[name], answer["labels"].get(name), reasons.get(name, "")
        if label is None:
            return Item(name, text, "open", self.t("Nothing chosen yet.")), 0
        if name in key and label not in accepted(key[name]):
            told = self.belongs(self.labels[one] for one in accepted(key[name]))
            return Item(name, text, "wrong", self.chosen(self.labels[label], why), told), 0
        return Item(name, text, "right", why), 1

    def _placed(
        self, card: str, answer: Answer, key: Mapping[str, Any], reasons: Mapping[str, str]
    ) -> tuple[Item, float]:
        label, place = self.cards[card], answer["placed"].get(card)
        why = reasons.get(card, "")
        if place is None:
            return Item(card, label, "open", self.t("Not placed yet.")), 0
        if card in key and place not in (right := accepted(key[card])):
            told = (
                self.belongs(self.phases[phase] for phase in right) if right else self.t("Fits nowhere here.")
            )
            return Item(card, label, "wrong", self.chosen(self.phases[place], why), told), 0
        if self.motives and count_words(answer["motives"].get(card, "")) < MIN_MOTIVE:
            reason = " ".join([self.t("Say in a few words why you put it here."), why]).strip()
            return Item(card, label, "partial", reason), 0.5
        return Item(card, label, "right", why), 1

    def spared(self, answer: Answer) -> Iterable[Item]:
        for card, label in self.cards.items():
            if self.at_most and card in self.key and card not in answer["placed"]:
                fits = [self.phases[phase] for phase in accepted(self.key[card])]
                told = (
                    self.t("Would have fitted too: {places}.").format(places=", ".join(fits)) if fits else ""
                )
                yield Item(card, label, "left", self.reasons.get(card, ""), told)

    def seconds(self) -> int:
        return 360

    def progress(self, answer: Answer) -> tuple[int, int]:
        done = len(answer["placed"])
        total = max(1, done) if self.at_most else len(self.cards)
        if self.motives:
            done += sum(card in answer["motives"] for card in answer["placed"])
            total *= 2
        phases = self.phases_of(answer)
        least = max(MIN_PHASES, len(phases))
        if self.own:
            done, total = done + len(answer["names"]), total + least
        if self.feelings:
            done, total = done + len(answer["feelings"]), total + least
        if self.labels:
            done, total = done + len(answer["labels"]), total + (least if self.own else len(self.judged))
        return done, total

    # To read -------------------------------------------------------------------------------------

    def describe(self, answer: Answer) -> list[tuple[str, str]]:
        return self.describe_compared(answer)

    def sheet(self, answer: Answer, inert: Callable[[str], str]) -> str:
        from course.kinds.journey.sheet import board  # late: only who reads an answer needs it

        return board(self, answer, inert)

    def model(self, key: Any) -> Answer | None:
        if self.motives:
            return None
        fitting = [card for card in self.cards if accepted(key.get(card, ()))]
        placed = {card: accepted(key[card])[0] for card in fitting[: self.at_most or None]}
        labels = {"labels": {name: accepted(key[name])[0] for name in self.judged}} if self.labels else {}
        return {"feelings": {}, "placed": placed, "motives": {}, **labels}
