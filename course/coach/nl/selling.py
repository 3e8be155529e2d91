"""Selling: sentences that praise, promise or announce, and what only continues them."""

from __future__ import annotations

from functools import lru_cache

from course.coach.nl import lexicon
from course.coach.text import Sentence, Text

_KINDS = ("product", "benefit", "teaser", "praise", "organisation", "deal", "hype")
# So many sentences after a sales line still are about what is sold.
REACH = 2


@lru_cache(maxsize=8)
def sales(text: Text) -> frozenset[int]:
    """The sentences that sell, praise or announce, by index."""
    found = lexicon.phrases("sell", *_KINDS)
    free = lexicon.phrases("sell", "free")
    return frozenset(
        sentence.index
        for sentence in text.sentences
        if found.first(text.plain, sentence.start, sentence.end)
        and not free.first(text.plain, sentence.start, sentence.end)
    )


def in_sales(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence sells or follows one that does ("Onze app … Zo heb je …")."""
    selling = sales(text)
    return any(index in selling for index in range(sentence.index - REACH, sentence.index + 1))


def sells(text: Text) -> bool:
    """Whether the text sells anywhere."""
    return bool(sales(text))


def is_sale(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence itself sells."""
    return sentence.index in sales(text)
