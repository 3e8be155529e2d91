"""Zonder voorwaarde: nothing that is called free hangs on a form, a purchase, a favour or a clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from course.coach.criterion import Verdict
from course.coach.nl import lexicon
from course.coach.nl.acts import asking, asking_sentences
from course.coach.nl.negation import negated
from course.coach.text import Sentence, Span, Text

# A phrase that is a condition by itself: "bij een bestelling vanaf 50 euro".
_CONDITION = re.compile(r"(?:bij|na|vanaf|boven|wie|minimaal|minimale)\b")

KINDS = ("data", "purchase", "social", "deadline")
_REASONS = {
    "data": "Wie eerst gegevens moet achterlaten, betaalt daarmee. Zo voelt je gebaar als een ruil.",
    "purchase": (
        "Er moet eerst iets gekocht of afgesloten worden. Dan is het een verkoop met iets extra’s, geen "
        "cadeau."
    ),
    "social": "Je lezer moet eerst iets voor jou doen. Dan is het loon voor een gunst en geen cadeau.",
    "deadline": (
        "Er zit een klok of een maximum op. Wie moet opschieten voor een cadeau, voelt vooral de haast."
    ),
}
_STEPS = {
    "data": "Zet wat je geeft open neer en vraag pas daarna, los ervan, of iemand zich wil aanmelden.",
    "purchase": (
        "Geef iets kleins dat los staat van een aankoop, of noem het eerlijk een aanbieding met een prijs."
    ),
    "social": "Geef het meteen, en vraag later apart om een reactie of aanbeveling.",
    "deadline": (
        "Haal de tijdslimiet weg, of zeg gewoon tot wanneer het er is zonder het een cadeau te noemen."
    ),
}


@dataclass(frozen=True)
class Found:
    """A gift word or a string, with the sentence it stands in."""

    kind: str
    span: Span
    sentence: Sentence


def judge(text: Text) -> Verdict:
    """Met when no gift is tied to a string."""
    gifts = [*_find(text, "strings", "gift")]
    for gift, string in _pairs(text, gifts):
        if _is_linked(text, gift, string):
            seen = (gift.span, string.span)
            return Verdict(False, seen, _REASONS[string.kind], _STEPS[string.kind])
    gated = _gate(text)
    if gated:
        return Verdict(False, gated, _REASONS["data"], _STEPS["data"])
    if gifts:
        reason = "Wat je gratis noemt, is dat ook. Er hangt geen formulier, aankoop of gunst aan vast."
        return Verdict(True, tuple(gift.span for gift in gifts), reason)
    return Verdict(
        True, (), "Je noemt niets gratis dat toch iets kost. Zo weet je lezer waar die aan toe is."
    )


def _find(text: Text, file: str, kind: str) -> list[Found]:
    found = []
    for match in lexicon.phrases(file, kind).find(text.plain):
        sentence = text.sentence_at(match.start())
        if kind == "gift" and lexicon.phrases("strings", "no_gift").first(
            text.plain, max(sentence.start, match.start() - 25), min(sentence.end, match.end() + 25)
        ):
            continue
        if kind == "gift" or not negated(text, match.start(), match.end(), sentence):
            found.append(Found(kind, Span(match.start(), match.end()), sentence))
    return found


def _pairs(text: Text, gifts: list[Found]) -> list[tuple[Found, Found]]:
    """Every string beside the nearest gifts, so the work stays in proportion to the text."""
    sentences: dict[int, Found] = {}
    for gift in gifts:
        sentences.setdefault(gift.sentence.index, gift)
    strings = {
        (found.kind, found.sentence.index): found
        for kind in reversed(KINDS)
        for found in reversed(_find(text, "strings", kind))
    }
    return [
        (sentences[index], string)
        for string in sorted(strings.values(), key=lambda found: (KINDS.index(found.kind), found.span.start))
        for index in range(string.sentence.index - 3, string.sentence.index + 3)
        if index in sentences
    ]


def _is_linked(text: Text, gift: Found, string: Found) -> bool:
    """Whether the gift depends on the string."""
    there, here = string.sentence, gift.sentence
    distance = there.index - here.index
    words = text.plain
    if distance == 0:
        if string.kind in ("data", "purchase") and _is_topic(text, gift.span.end, string.span.start):
            return False
        if string.kind == "social" and lexicon.phrases("strings", "left_free").first(
            words, there.start, there.end
        ):
            return there.index in asking_sentences(text)
        overlap = string.span.start < gift.span.end and gift.span.start < string.span.end
        return not overlap or string.kind != "deadline"
    if string.kind == "deadline":
        return distance == 1 and bool(
            lexicon.phrases("strings", "clock").first(words, there.start, there.end)
        )
    if (
        string.kind == "social"
        and abs(distance) <= 2
        and lexicon.phrases("strings", "prize").first(words, here.start, here.end)
    ):
        return True
    if distance > 0:
        if string.kind == "purchase" and _CONDITION.match(words, string.span.start):
            return True
        if lexicon.phrases("strings", "aside").first(words, there.start, there.end):
            return False
        if lexicon.phrases("strings", "depends").first(words, there.start, there.end):
            return string.kind != "social" or distance <= 2
        asked = there.index in asking_sentences(text)
        open_ = lexicon.phrases("strings", "at_hand").first(words, here.start, here.end)
        return asked and string.kind == "data" and distance == 1 and not open_
    asked = there.index in asking_sentences(text)
    return asked and bool(lexicon.phrases("strings", "reward").first(words, here.start, here.end))


def _is_topic(text: Text, start: int, end: int) -> bool:
    """Whether the string is what the gift is about: "een gratis gids over hoe je een abonnement opzegt"."""
    if end <= start:
        return False
    topic = lexicon.phrases("strings", "topic").first(text.plain, start, end + 9)
    return topic is not None and not lexicon.phrases("strings", "turns").first(text.plain, topic.end(), end)


def _gate(text: Text) -> tuple[Span, ...]:
    """Something to read or use that comes only after the reader's details."""
    for gate in _find(text, "strings", "identity"):
        if gate.sentence.index not in asking_sentences(text):
            continue
        asked = [act for act in asking(text) if act.sentence.index == gate.sentence.index]
        end = text.sentences[min(gate.sentence.index + 1, len(text.sentences) - 1)].end
        gift = lexicon.phrases("strings", "gated").first(text.plain, gate.sentence.start, end)
        if gift:
            return (asked[0].span, Span(gift.start(), gift.end()))
    return ()


@lru_cache(maxsize=256)
def is_tied(text: Text, sentence: Sentence) -> bool:
    """Whether what a sentence gives is really sold: a purchase in it, or in the next as its condition."""
    for index in (sentence.index, sentence.index + 1):
        if index >= len(text.sentences):
            break
        there = text.sentences[index]
        for match in lexicon.phrases("strings", "purchase").find(text.plain, there.start, there.end):
            if negated(text, match.start(), match.end(), there):
                continue
            if there is sentence or lexicon.phrases("strings", "depends").first(
                text.plain, there.start, there.end
            ):
                return True
    return False
