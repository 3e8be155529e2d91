"""What a sentence names: words that are not vague, abstract, promotional or mere grammar, and figures."""

from __future__ import annotations

import re
from functools import lru_cache

from course.coach.nl import lexicon
from course.coach.nl.acts import content_words
from course.coach.text import Span, Text

# Figures tell something; a telephone or account number does not.
_NUMBER = re.compile(r"(?<![\d-])\d{1,5}(?![\d-]|[ .]?\d{3,4}[ .]?\d)")
_GREETING = re.compile(r"\W*(?:hoi|hallo|hey|he|hi|ha|beste|dag|geachte|lieve)(?!\w)[^,.!\n]{0,60},")
# Figures beyond this number add nothing: a row of prices is no longer a richer text.
MOST_FIGURES = 3
_EMPTY = (
    *(("abstract", key) for key in ("words", "carrier", "when", "paper", "promotion", "common")),
    *(("office", key) for key in ("office", "jargon", "sender")),
)


def named(text: Text, span: Span) -> int:
    """How many things and figures a passage names."""
    return things(text, span) + min(MOST_FIGURES, len(_NUMBER.findall(text.norm, span.start, span.end)))


def things(text: Text, span: Span) -> int:
    """How many different things a passage names; a greeting with a name is none."""
    greeting = _GREETING.match(text.norm, span.start, span.end)
    if greeting:
        span = Span(greeting.end(), span.end)
    return len({word for word in content_words(text, span) if _names(word)})


@lru_cache(maxsize=4096)
def _names(word: str) -> bool:
    if word in lexicon.words("abstract", "things"):
        return True
    if word.isdigit() or any(word in lexicon.words(*key) for key in _EMPTY):
        return False
    return not word.endswith(_endings())


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(lexicon.words("abstract", "endings"))
