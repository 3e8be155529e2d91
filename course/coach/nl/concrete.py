"""Concreet: would a stranger know what the reader gets, and what for?"""

from __future__ import annotations

from course.coach.criterion import Reading, varied
from course.coach.draft import Draft
from course.coach.nl.acts import has, of

_REASON = "Wat je lezer voor zich ziet, kan die gebruiken en onthouden."
_VAGUE = (
    "Je schrijft ‘{words}’. Wat ziet je lezer dan voor zich?",
    "‘{words}’ kan van alles zijn. Welk ding, en hoeveel?",
)
_NO_USE = (
    "Op welk moment pakt je lezer dit erbij?",
    "Wat lukt je lezer hiermee wat gisteren nog niet lukte?",
    "Hoe ziet dit eruit als je lezer het in handen heeft?",
)
_USE = (
    "Weet iemand die jullie niet kent na deze zin precies wat die krijgt?",
    "Kun je tekenen wat je lezer hier krijgt?",
)


def rule(text: Draft) -> Reading | None:
    """Points at a promise that names nothing, or else at a gift, and asks what the reader sees before them."""
    promises, gifts = of(text, "promise"), of(text, "gift", "tied_gift")
    if promises:
        question = varied(promises[0].sentence, _VAGUE).format(words=text.quote(promises[0]))
        return Reading(tuple(promises), _REASON, question)
    if gifts:
        sentence = gifts[0].sentence
        question = varied(sentence, _USE if has(text, sentence, "use") else _NO_USE)
        return Reading((gifts[0],), _REASON, question)
    return None
