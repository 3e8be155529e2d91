"""Zonder voorwaarde: nothing that is called free hangs on a form, a purchase, a favour or a clock."""

from __future__ import annotations

import re
from dataclasses import dataclass

from course.coach.criterion import Verdict
from course.coach.nl import lexicon
from course.coach.nl.acts import asking
from course.coach.nl.negation import negated
from course.coach.text import Sentence, Span, Text

# A phrase that is a condition by itself: "bij een bestelling vanaf 50 euro".
_CONDITION = re.compile(r"(?:bij|na|vanaf|boven|wie|minimaal|minimale)\b")

KINDS = ("data", "purchase", "social", "deadline")
_REASONS = {
    "data": "Wie eerst gegevens moet achterlaten, betaalt daarmee. Zo voelt je gebaar als een ruil.",
    "purchase": "Er moet eerst iets gekocht of afgesloten worden. Dan is het een verkoop met iets extra’s, geen cadeau.",
    "social": "Je lezer moet eerst iets voor jou doen. Dan is het loon voor een gunst en geen cadeau.",
    "deadline": "Er zit een klok of een maximum op. Wie moet opschieten voor een cadeau, voelt vooral de haast.",
}
_STEPS = {
    "data": "Zet wat je geeft open neer en vraag pas daarna, los ervan, of iemand zich wil aanmelden.",
    "purchase": "Geef iets kleins dat los staat van een aankoop, of noem het eerlijk een aanbieding met een prijs.",
    "social": "Geef het meteen, en vraag later apart om een reactie of aanbeveling.",
    "deadline": "Haal de tijdslimiet weg, of zeg gewoon tot wanneer het er is zonder het een cadeau te noemen.",
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
        reason = "Wat je gratis noemt, is hier ook echt gratis. Er hangt geen formulier, aankoop of gunst aan vast."
        return Verdict(True, tuple(gift.span for gift in gifts), reason)
    return Verdict(True, (), "Je noemt niets gratis dat toch iets kost. Zo weet je lezer waar die aan toe is.")


def _find(text: Text, file: str, kind: str) -> list[Found]:
    found = []
    for match in lexicon.phrases(file, kind).find(text.plain):
        sentence = text.sentence_at(match.start())
        if kind == "gift" and lexicon.phrases("strings", "no_gift").first(text.plain, max(sentence.start, match.start() - 25), min(sentence.end, match.end() + 25)):
            continue
        if kind == "gift" or not negated(text, match.start(), match.end(), sentence):
            found.append(Found(kind, Span(match.start(), match.end()), sentence))
    return found


def _pairs(text: Text, gifts: list[Found]) -> list[tuple[Found, Found]]:
    """Every string beside the nearest gifts, so the work stays in proportion to the text."""
    sentences: dict[int, Found] = {}
    for gift in gifts:
        sentences.setdefault(gift.sentence.index, gift)
    strings = [found for kind in KINDS for found in _find(text, "strings", kind)]
    return [
        (sentences[index], string)
        for string in strings
        for index in range(string.sentence.index - 3, string.sentence.index + 3)
        if index in sentences
    ]


def _is_linked(text: Text, gift: Found, string: Found) -> bool:
    """Whether the gift depends on the string."""
    there, here = string.sentence, gift.sentence
    distance = there.index - here.index
    words = text.plain
    if distance == 0:
        overlap = string.span.start < gift.span.end and gift.span.start < string.span.end
        return not overlap or string.kind != "deadline"
    if string.kind == "deadline":
        return distance == 1 and bool(lexicon.phrases("strings", "clock").first(words, there.start, there.end))
    if distance > 0:
        if string.kind == "purchase" and _CONDITION.match(words, string.span.start):
            return True
        if lexicon.phrases("strings", "aside").first(words, there.start, there.end):
            return False
        if lexicon.phrases("strings", "depends").first(words, there.start, there.end):
            return string.kind != "social" or distance == 1
        asked = any(act.sentence.index == there.index for act in asking(text))
        open_ = lexicon.phrases("strings", "at_hand").first(words, here.start, here.end)
        return asked and string.kind == "data" and distance == 1 and not open_
    asked = any(act.sentence.index == there.index for act in asking(text))
    return asked and bool(lexicon.phrases("strings", "reward").first(words, here.start, here.end))


def _gate(text: Text) -> tuple[Span, ...]:
    """Something to read or use that comes only after the reader's details."""
    for gate in _find(text, "strings", "identity"):
        asked = [act for act in asking(text) if act.sentence.index == gate.sentence.index]
        if not asked:
            continue
        end = text.sentences[min(gate.sentence.index + 1, len(text.sentences) - 1)].end
        gift = lexicon.phrases("strings", "gated").first(text.plain, gate.sentence.start, end)
        if gift:
            return (asked[0].span, Span(gift.start(), gift.end()))
    return ()


def is_tied(text: Text, sentence: Sentence) -> bool:
    """Whether what a sentence gives is really sold: a purchase in it, or in the next as its condition."""
    for index in (sentence.index, sentence.index + 1):
        if index >= len(text.sentences):
            break
        there = text.sentences[index]
        for match in lexicon.phrases("strings", "purchase").find(text.plain, there.start, there.end):
            if negated(text, match.start(), match.end(), there):
                continue
            if there is sentence or lexicon.phrases("strings", "depends").first(text.plain, there.start, there.end):
                return True
    return False
