"""What a sentence names: the words left without function words, vague words and abstract words, and figures."""

from __future__ import annotations

import re
from functools import lru_cache

from course.coach.nl import lexicon
from course.coach.nl.acts import content_words
from course.coach.text import Span, Text

_NUMBER = re.compile(r"\d+")
_GREETING = re.compile(r"\W*(?:hoi|hallo|hey|he|hi|ha|beste|dag|geachte|lieve)(?!\w)[^,.!\n]{0,60},")
# Figures beyond this number add nothing: a row of prices is no longer a richer text.
MOST_FIGURES = 3


def named(text: Text, span: Span) -> int:
    """How many things and figures a passage names; a greeting with a name is none."""
    greeting = _GREETING.match(text.norm, span.start, span.end)
    if greeting:
        span = Span(greeting.end(), span.end)
    words = {word for word in content_words(text, span) if _names(word)}
    return len(words) + min(MOST_FIGURES, len(_NUMBER.findall(text.norm, span.start, span.end)))


@lru_cache(maxsize=4096)
def _names(word: str) -> bool:
    if word.isdigit() or any(word in words for words in _empty()):
        return False
    return not word.endswith(_endings())


@lru_cache(maxsize=1)
def _empty() -> tuple[frozenset[str], ...]:
    lists = (("abstract", "words"), ("abstract", "carrier"), ("office", "office"), ("office", "jargon"))
    return (*(lexicon.words(*key) for key in lists), lexicon.words("office", "sender"))


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(lexicon.words("abstract", "endings"))
