"""Service information: plain present-tense news that the reader can act on ("Het loket is nu open tot 8 uur")."""

from __future__ import annotations

import re

from course.coach.nl import lexicon
from course.coach.nl.acts import asking_sentences
from course.coach.text import Sentence, Text

# One of a list of steps: "2. Band in een emmer water houden".
_ITEM = re.compile(r"\d{1,2}[.)] |[-•*] ")


def is_service(text: Text, sentence: Sentence) -> bool:
    """A statement about the reader, or one with a place, time or figure; not about the sender, no story."""
    words = text.words(sentence)
    if sentence.asks or sentence.index in asking_sentences(text) or len(words) < 4:
        return False
    if not lexicon.words("office", "sender").isdisjoint(words):
        return False
    if len(lexicon.words("office", "office").intersection(words)) > 1:
        return False
    if lexicon.phrases("abstract", "past").first(text.plain, sentence.start, sentence.end):
        return False
    about_you = not lexicon.words("office", "reader").isdisjoint(words)
    detail = lexicon.phrases("abstract", "detail").first(text.plain, sentence.start, sentence.end)
    return about_you or bool(detail) or bool(_ITEM.match(text.norm, sentence.start))
