"""Which sentences can hold an offer: they give, advise or inform, or the sender does something for the reader."""

from __future__ import annotations

from course.coach.nl import lexicon
from course.coach.nl.acts import acts, asking, asking_sentences
from course.coach.nl.naming import things
from course.coach.nl.no_pressure import pushing
from course.coach.nl.service import is_service
from course.coach.text import Sentence, Text

# A sender who does something for the reader names at least this many things.
DOES = 2


def offering(text: Text) -> list[Sentence]:
    """The sentences that give, advise, offer or inform."""
    given = {act.sentence.index for act in acts(text) if act.kind == "give"}
    telling = {act.sentence.index for act in acts(text) if act.kind in ("give", "advice")}
    telling |= {
        act.sentence.index
        for act in acts(text)
        if act.kind == "knowledge" and not wants(text, text.sentences[max(0, act.sentence.index - 1)])
    }
    pushed = pushing(text)
    asks = asking(text)
    # After a request, loose facts are about the request ("Het is een avondje"), not about a gift.
    until = asks[0].start if asks and not telling else len(text.norm)
    found, anchored = [], False
    for sentence in text.sentences:
        offer = lexicon.phrases("give", "offer").first(text.plain, sentence.start, sentence.end)
        bill = lexicon.phrases("give", "bill").first(text.plain, sentence.start, sentence.end)
        loose = sentence.start < until and sentence.index not in pushed
        does = loose and _does(text, sentence, given)
        informs = does or (loose and is_service(text, sentence))
        if lexicon.phrases("abstract", "burden").first(text.plain, sentence.start, sentence.end):
            continue
        if sentence.index in telling or (offer and not bill) or informs:
            found.append(sentence)
            sure = sentence.index in telling or does or _reaches(text, sentence)
            anchored = anchored or (sure and things(text, sentence) > 0)
    return found if anchored else []


def _reaches(text: Text, sentence: Sentence) -> bool:
    """The fact is of use to someone: the reader may or will, it is open, it is for sale; no loose story."""
    if lexicon.phrases("give", "price").first(text.plain, sentence.start, sentence.end):
        return True
    return bool(lexicon.phrases("abstract", "reaches").first(text.plain, sentence.start, sentence.end))


def _does(text: Text, sentence: Sentence, given: set[int]) -> bool:
    """The sender does something for the reader: "We stellen je remmen af", "Onze monteur hangt uw lamp op"."""
    words = set(text.words(sentence))
    if sentence.asks or sentence.index in asking_sentences(text):
        return False
    if lexicon.words("office", "sender").isdisjoint(words) or things(text, sentence) < DOES:
        return False
    for name, key in (("abstract", "past"), ("abstract", "sender_verbs"), ("office", "spectator")):
        if lexicon.phrases(name, key).first(text.plain, sentence.start, sentence.end):
            return False
    explains = sentence.index - 1 in given
    serves = lexicon.phrases("abstract", "serves").first(text.plain, sentence.start, sentence.end)
    return explains or bool(serves) or not lexicon.words("office", "reader").isdisjoint(words)


def wants(text: Text, question: Sentence) -> bool:
    """A question that asks a favour or dangles something is no problem of the reader."""
    if not question.asks:
        return False
    if question.index in asking_sentences(text):
        return True
    return bool(lexicon.phrases("abstract", "favour").at(text.plain, question.start, question.end))
